namespace Phm.Statistics;

/// <summary>A named column of an <see cref="AnalysisTable"/>: its rows, and which of them are missing.</summary>
internal abstract class AnalysisColumn(string name, bool[]? missing)
{
    public string Name { get; } = name;

    /// <summary>Whether each row is missing; null where none is.</summary>
    public bool[]? Missing { get; } = missing;

    public abstract int Rows { get; }
}
