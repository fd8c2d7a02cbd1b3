using System.Globalization;
using System.Text;
using Phm.Statistics;

namespace Phm.Ingest;

/// <summary>Tables for analysis from files.</summary>
public static class AnalysisData
{
    private const int MostColumns = 1_000;
    private const int LongestCell = 1_000;
    private const NumberStyles Numbers = NumberStyles.Float & ~NumberStyles.AllowHexSpecifier;

    /// <summary>What other tools write for a value that is not known.</summary>
    private static readonly string[] Missing = ["", "NA", "NULL"];

    /// <summary>
    /// Reads a CSV or CSV.gz file with a header, in UTF-8, comma-separated, numbers with a point. A column in which everything that is known is a
    /// number becomes one of numbers; any other becomes a factor. Empty cells, <c>NA</c> and <c>NULL</c> are missing; white space around a cell does not count.
    /// </summary>
    /// <param name="file">The file, relative to the current directory, which in a notebook is the notebook's own.</param>
    /// <exception cref="DataException">There is no such file, or a row of it is malformed; the message says where.</exception>
    public static AnalysisTable Load(string file)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(file);
        if (!File.Exists(file)) throw new DataException($"'{file}' is not a file in '{Path.GetFileName(Environment.CurrentDirectory)}', the current folder. Expected a table as CSV; look at the path.");
        using var csv = CsvTable.OpenRead(file, quarantine: null);
        var names = csv.Names;
        if (names.Count > MostColumns) throw new DataException($"{csv.File}, line 1: found {names.Count} columns; expected {MostColumns} at most. Leave out those that the analysis does not need.");
        if (names.ToList().FindIndex(string.IsNullOrWhiteSpace) is >= 0 and var nameless) throw new DataException($"{csv.File}, line 1: found a column without a name, number {nameless + 1}; expected a name for each. Name it or leave it out.");
        var cells = names.Select(_ => new List<string?>()).ToArray();
        while (csv.Read()) Take(csv, names, cells);
        if (csv.Problems.Total > 0) throw ProblemLog.ToFileException(csv.File, csv.Problems);
        return names.Zip(cells).Aggregate(new AnalysisTable().About(csv.File), (table, column) => Add(table, column.First, column.Second));
    }

    private static void Take(CsvTable csv, IReadOnlyList<string> names, List<string?>[] cells)
    {
        for (var c = 0; c < cells.Length; c++)
        {
            var cell = csv.Cell(c);
            if (cell.Length > LongestCell) csv.Reject(names[c], "a text of more than 1,000 bytes", "a number or the name of a category", "Leave out columns of free text.");
            var text = cell.Length > LongestCell ? "" : Encoding.UTF8.GetString(cell).Trim();
            cells[c].Add(Missing.Contains(text) ? null : text);
        }
        csv.Keep();
    }

    private static AnalysisTable Add(AnalysisTable table, string name, List<string?> cells) =>
        cells.TrueForAll(cell => cell is null || IsNumber(cell))
            ? table.Number(name, [.. cells.Select(cell => cell is null ? (double?)null : double.Parse(cell, Numbers, CultureInfo.InvariantCulture))])
            : table.Factor(name, [.. cells]);

    private static bool IsNumber(string cell) => double.TryParse(cell, Numbers, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);
}
