namespace Phm.Statistics;

/// <summary>Where the numbers of a column of a design matrix come from: they are read a block at a time and never laid out as a whole.</summary>
internal abstract class ColumnSource
{
    /// <summary>Writes the values of the rows from <paramref name="start"/> on.</summary>
    public abstract void Fill(int start, Span<double> into);
}
