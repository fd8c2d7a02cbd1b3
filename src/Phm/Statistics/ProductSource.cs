namespace Phm.Statistics;

/// <summary>The product of two columns.</summary>
internal sealed class ProductSource(ColumnSource first, ColumnSource second) : ColumnSource
{
    public override void Fill(int start, Span<double> into)
    {
        Span<double> other = stackalloc double[RowBlock.Size];
        for (var at = 0; at < into.Length; at += RowBlock.Size)
        {
            var part = into.Slice(at, Math.Min(RowBlock.Size, into.Length - at));
            first.Fill(start + at, part);
            second.Fill(start + at, other[..part.Length]);
            for (var i = 0; i < part.Length; i++) part[i] *= other[i];
        }
    }
}
