using System.Globalization;
using Phm.Presentation;

namespace Phm.Benchmarks.Notebooks;

/// <summary>The notebook engine beside its targets.</summary>
internal static class NotebookTable
{
    private const string Absent = "absent";

    public static ResultTable Of(NotebookResult result, NotebookOptions options) => new()
    {
        Title = "Benchmarks: the notebook engine",
        Columns = [new("Measure"), new("Unit"), new("Median"), new("Least"), new("p99"), new("Processor, mean"), new("Times"), new("Target of the median"), new("")],
        Rows =
        [
            Row("Session to its first 1 + 1, warm process", "ms", 1000, result.WarmStart, 150),
            Row("Trivial warm cell", "ms", 1000, result.Cell, 10),
            Row("New process to the end of 1 + 1, published", "s", 1, result.NewProcess, 1.5),
            Row("Run of all walkthroughs, published", "s", 1, result.Walkthroughs, null),
            Row("Verification of all walkthroughs, published", "s", 1, result.Verification, null),
            Ratio(result),
        ],
        Notes =
        [
            $"Times are on the wall; those of the processor are the fairer on a busy machine. A new process is all of 'phm run' with a notebook of one cell: the program, the notebook's own process, the pages. {Load()}",
            .. File.Exists(options.Program) ? (string[])[] : [$"There is no '{options.Program}'. It is made by: {NotebookOptions.PublishCommand}"],
        ],
    };

    private static IReadOnlyList<TableCell> Row(string name, string unit, double scale, Latencies? times, double? target)
    {
        var wanted = target is { } most ? $"≤ {Print(most)} {unit}" : "";
        if (times is null) return [name, unit, Absent, "", "", "", "", wanted, ""];
        return
        [
            name, unit, Print(times.Median * scale), Print(times.Least * scale), Print(times.Quantile(0.99) * scale), times.Processor is { } processor ? Print(processor * scale) : "", Print(times.Count), wanted,
            target is null ? "" : times.Median * scale <= target ? "met" : "MISSED",
        ];
    }

    private static IReadOnlyList<TableCell> Ratio(NotebookResult result)
    {
        const double Most = 1.2;
        var wanted = $"≤ {Print(Most)}";
        if (result is not { Verification: { } verification, Walkthroughs: { } run }) return ["Verification, times a run", "", Absent, "", "", "", "", wanted, ""];
        var ratio = verification.Median / run.Median;
        return ["Verification, times a run", "", Print(ratio), Print(verification.Least / run.Least), "", "", "", wanted, ratio <= Most ? "met" : "MISSED"];
    }

    private static string Load() => File.Exists("/proc/loadavg") ? $"Load of the machine at the end: {File.ReadAllText("/proc/loadavg").Split(' ')[0]} on {Environment.ProcessorCount} cores." : "";

    private static string Print(double number) => number.ToString("#,##0.##", CultureInfo.InvariantCulture);
}
