using System.Collections.ObjectModel;

namespace Phm.Ingest;

/// <summary>What became of the rows of one file.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="RowsRead">Rows in the file, without the header.</param>
/// <param name="RowsKept">Rows that were imported.</param>
/// <param name="Rejected">Rejected rows by reason.</param>
/// <param name="Filled">For each column of the file, how many of the kept rows have a value in it.</param>
public sealed record TableReport(
    string Table,
    long RowsRead,
    long RowsKept,
    IReadOnlyDictionary<string, long> Rejected,
    IReadOnlyList<(string Column, long Filled)> Filled)
{
    /// <summary>
    /// Rows that are well formed but have no place in the product, by reason: a condition that no codelist names, a measurement that is
    /// not held. Native linked data have none.
    /// </summary>
    public IReadOnlyDictionary<string, long> LeftOut { get; init; } = ReadOnlyDictionary<string, long>.Empty;
}
