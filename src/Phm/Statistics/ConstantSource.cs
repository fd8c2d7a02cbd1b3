namespace Phm.Statistics;

/// <summary>The intercept.</summary>
internal sealed class ConstantSource : ColumnSource
{
    public override void Fill(int start, Span<double> into) => into.Fill(1);
}
