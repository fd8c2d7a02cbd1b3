using System.Globalization;
using Phm.Statistics;

namespace Phm.Tests.Statistics;

/// <summary>Data sets from the literature, kept under <c>Statistics/Reference</c>.</summary>
internal static class ReferenceData
{
    /// <summary>Low birth weight, 189 births. Hosmer DW, Lemeshow S. Applied Logistic Regression. Wiley, 1989, appendix 1.</summary>
    public static AnalysisTable Births { get; } = Read("birthwt.csv", "low", "age", "lwt", "smoke", "ptl", "ht", "ui", "ftv", "bwt");

    /// <summary>Days of absence of 146 pupils. Aitkin M. J R Stat Soc A 1978;141:195-223, doi:10.2307/2344453.</summary>
    public static AnalysisTable Absences { get; } = Read("quine.csv", "Days");

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Repository.Root, "tests", "Phm.Tests", "Statistics", "Reference", file));

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static AnalysisTable Read(string file, params string[] numbers)
    {
        var lines = Lines(file);
        var rows = lines.Skip(1).Select(line => line.Split(',')).ToArray();
        var table = new AnalysisTable();
        foreach (var (column, name) in lines[0].Split(',').Index())
        {
            var texts = rows.Select(row => row[column]).ToArray();
            table = numbers.Contains(name) ? table.Number(name, [.. texts.Select(Number)]) : table.Factor(name, texts);
        }
        return table;
    }
}
