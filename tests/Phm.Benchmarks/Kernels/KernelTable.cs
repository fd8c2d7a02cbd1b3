using System.Globalization;
using Phm.Presentation;

namespace Phm.Benchmarks.Kernels;

/// <summary>The kernel beside its peer and its targets.</summary>
internal sealed class KernelTable
{
    private const string Absent = "absent";

    private readonly KernelTimes _phm;
    private readonly KernelTimes? _peer;

    private KernelTable(KernelTimes phm, KernelTimes? peer) => (_phm, _peer) = (phm, peer);

    public static ResultTable Of(KernelTimes phm, KernelTimes? peer, KernelOptions options)
    {
        var table = new KernelTable(phm, peer);
        return new()
        {
            Title = "Benchmarks: the Jupyter kernel",
            Columns = [new("Measure"), new("Unit"), new("Phm"), new("ipykernel"), new("Times ipykernel"), new("Count"), new("Target"), new("")],
            Rows =
            [
                table.Row("Start to kernel_info answered, median", "s", times => times.Starts, KernelTimes.Median, ratio: 1.5),
                table.Row("The first 100 cells, without rest, median", "ms", times => times.Hasty, KernelTimes.Median),
                table.Row("Warm cell (5 s rest, 100 cells), median", "ms", times => times.Cells, KernelTimes.Median, ratio: 1.2),
                table.Row("Warm cell (5 s rest, 100 cells), p99", "ms", times => times.Cells, KernelTimes.P99, ratio: 3),
                table.Row("Completion with Phm loaded, median after the first", "ms", times => times.Completions, KernelTimes.Median, most: 60),
                table.Row("Completion with Phm loaded, the first", "ms", times => times.FirstCompletions, KernelTimes.Median),
                table.Row("1,000 lines of 1 kB, each flushed, median", "s", times => times.Written, KernelTimes.Median, most: 1),
                table.Row("1,000 displays of 1 kB, median", "s", times => times.Shown, KernelTimes.Median, most: 1),
            ],
            Notes =
            [
                string.Create(CultureInfo.InvariantCulture, $"One client in Python drives both, in {options.Rounds} rounds turn by turn; its own share is in every time. A cell's time ends when the reply and idle have come, that of outputs when all have. Cells declare, use and calculate in turn, after 100 that are not counted. {Load()}"),
                .. peer is null ? (string[])["ipykernel is absent; on Debian: apt-get install python3-ipykernel."] : [],
            ],
        };
    }

    /// <param name="name">What is measured.</param>
    /// <param name="unit">s or ms.</param>
    /// <param name="of">Its times.</param>
    /// <param name="summary">What is shown of them.</param>
    /// <param name="ratio">The most that it may take as times of the peer's.</param>
    /// <param name="most">The most that it may take, in the unit.</param>
    private IReadOnlyList<TableCell> Row(string name, string unit, Func<KernelTimes, double[]> of, Func<double[], double> summary, double? ratio = null, double? most = null)
    {
        var scale = unit == "ms" ? 1000 : 1;
        var own = summary(of(_phm)) * scale;
        var other = _peer is not null && of(_peer).Length > 0 ? summary(of(_peer)) * scale : (double?)null;
        var times = own / other;
        var met = ratio is null ? own <= most : times <= ratio;
        return
        [
            name, unit, Print(own), other is { } peer ? Print(peer) : _peer is null ? Absent : "", times is { } found ? Print(found) : "", Print(of(_phm).Length),
            ratio is { } share ? $"≤ {Print(share)} times" : most is { } limit ? $"≤ {Print(limit)} {unit}" : "",
            ratio is null && most is null ? "" : ratio is not null && times is null ? Absent : met ? "met" : "MISSED",
        ];
    }

    private static string Load() => File.Exists("/proc/loadavg") ? $"Load of the machine at the end: {File.ReadAllText("/proc/loadavg").Split(' ')[0]} on {Environment.ProcessorCount} cores." : "";

    private static string Print(double number) => number.ToString("#,##0.##", CultureInfo.InvariantCulture);
}
