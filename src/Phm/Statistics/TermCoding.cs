namespace Phm.Statistics;

/// <summary>How a term becomes columns of numbers: learned from the rows of a fit, and the same for every table that is predicted for.</summary>
internal abstract class TermCoding
{
    /// <summary>The names of the columns, in plain words.</summary>
    public abstract IReadOnlyList<string> Names { get; }

    /// <summary>The columns of the term for the chosen rows of a table.</summary>
    public abstract IReadOnlyList<ColumnSource> Bind(AnalysisTable table, RowSelection rows);
}
