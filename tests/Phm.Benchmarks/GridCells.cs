using System.Globalization;
using Phm.Disclosure;
using Phm.Populations;
using Phm.Segmentation;

namespace Phm.Benchmarks;

/// <summary>The exact cells of a grid by locality, as a file of tab-separated lines: locality, age band, segment, service (none for people), people or pence.</summary>
internal static class GridCells
{
    /// <summary>Writes the cells that are not zero. Synthetic people: nothing needs protection.</summary>
    public static void Write(SegmentGrid grid, Population population, string path)
    {
        var exact = grid.Detailed().Under(DisclosurePolicy.UnprotectedForSyntheticDataOnly);
        using var file = new StreamWriter(path) { NewLine = "\n" };
        foreach (var locality in population.Geography.UnitsAt(Level.Locality))
        {
            var unit = exact.In(locality);
            foreach (var band in exact.AgeBands)
            {
                foreach (var segment in exact.Segments)
                {
                    WriteCell(file, $"{locality}\t{band}\t{segment}\t", unit.People(segment, band).Value);
                    foreach (var service in Vocabulary<PointOfDelivery>.All) WriteCell(file, $"{locality}\t{band}\t{segment}\t{service.Code()}", 100 * unit.Spend(segment, band, service).Value);
                }
            }
        }
    }

    /// <summary>How many cells two files disagree about, the first few in words, and how many they have together.</summary>
    public static (int Cells, IReadOnlyList<string> Differences) Compare(string ours, string theirs)
    {
        var (left, right) = (Read(ours), Read(theirs));
        var cells = left.Keys.Union(right.Keys).Order(StringComparer.Ordinal).ToArray();
        return (cells.Length, [.. cells.Where(Differs).Select(cell => $"{cell.Replace('\t', '/')}: Phm {left.GetValueOrDefault(cell)}, DuckDB {right.GetValueOrDefault(cell)}")]);

        bool Differs(string cell) => left.GetValueOrDefault(cell) != right.GetValueOrDefault(cell);
    }

    private static void WriteCell(StreamWriter file, string cell, double value)
    {
        if (value != 0) file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cell}\t{(long)Math.Round(value)}"));
    }

    private static Dictionary<string, long> Read(string path) => File.ReadLines(path)
        .Select(line => (Line: line, Tab: line.LastIndexOf('\t')))
        .ToDictionary(cell => cell.Line[..cell.Tab], cell => long.Parse(cell.Line.AsSpan(cell.Tab + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
}
