namespace Phm.Statistics;

/// <summary>Numbers of a table, or made for a design.</summary>
internal sealed class NumberSource(double[] values, RowSelection rows) : ColumnSource
{
    public override void Fill(int start, Span<double> into)
    {
        if (rows.Chosen is not { } chosen) values.AsSpan(start, into.Length).CopyTo(into);
        else for (var i = 0; i < into.Length; i++) into[i] = values[chosen[start + i]];
    }
}
