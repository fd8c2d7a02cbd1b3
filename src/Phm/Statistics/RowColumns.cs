namespace Phm.Statistics;

/// <summary>The columns of an <see cref="AnalysisTable"/> as they are read from rows. See <see cref="AnalysisTable.FromRows"/>.</summary>
/// <typeparam name="T">What one row is made from.</typeparam>
public sealed class RowColumns<T>
{
    private readonly T[] _rows;

    internal RowColumns(T[] rows, AnalysisTable table) => (_rows, Table) = (rows, table);

    internal AnalysisTable Table { get; }

    /// <summary>Adds a column of numbers; null is missing.</summary>
    public RowColumns<T> Number(string name, Func<T, double?> value) => new(_rows, Table.Number(name, Array.ConvertAll(_rows, row => value(row))));

    /// <summary>Adds a factor; null is missing. See <see cref="AnalysisTable.Factor(string, string?[], string?)"/>.</summary>
    public RowColumns<T> Factor(string name, Func<T, string?> level, string? reference = null) => new(_rows, Table.Factor(name, Array.ConvertAll(_rows, row => level(row)), reference));
}
