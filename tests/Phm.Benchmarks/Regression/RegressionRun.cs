using Phm.Statistics;

namespace Phm.Benchmarks.Regression;

/// <summary>The regressions of some rows: how long they took, what they needed, and what they found.</summary>
internal sealed record RegressionRun(RegressionData Data, Timing Linear, Timing Robust, Timing Counts, Timing LinearVariance, Timing Events, long Bytes, LinearFit LinearFit, CountFit CountFit)
{
    public static RegressionRun Of(int rows)
    {
        var data = new RegressionData(rows);
        // Once on few rows, so that what is timed is compiled code.
        var few = rows > 50_000 ? new RegressionData(50_000) : data;
        Fit(few);
        GC.Collect();
        ForgetPeak();
        var before = PeakBytes();
        LinearFit? linear = null;
        CountFit? counts = null;
        var times = (Linear: Best(() => linear = data.LinearModel.Fit(data.Table)), Robust: Best(() => data.LinearModel.Robust().Fit(data.Table)), Counts: Best(() => counts = data.CountModel.Fit(data.Table, Family.NegativeBinomial)),
            LinearVariance: Best(() => data.CountModel.Fit(data.Table, Family.NegativeBinomialLinear)), Events: Best(() => data.EventModel.Fit(data.Table)));
        return new(data, times.Linear, times.Robust, times.Counts, times.LinearVariance, times.Events, PeakBytes() - before, linear!, counts!);
    }

    private static void Fit(RegressionData data)
    {
        for (var i = 0; i < 3; i++)
        {
            data.LinearModel.Robust().Fit(data.Table);
            data.CountModel.Fit(data.Table, Family.NegativeBinomial);
            data.CountModel.Fit(data.Table, Family.NegativeBinomialLinear);
            data.EventModel.Fit(data.Table);
        }
    }

    /// <summary>The quickest of three: others share the machine.</summary>
    private static Timing Best(Action work) => Enumerable.Range(0, 3).Select(_ => Timing.Of(work)).MinBy(time => time.Wall)!;

    /// <summary>Lets Linux count the peak of memory from now on; making the data took more than keeping them.</summary>
    private static void ForgetPeak()
    {
        if (File.Exists("/proc/self/clear_refs")) File.WriteAllText("/proc/self/clear_refs", "5");
    }

    private static long PeakBytes() => File.Exists("/proc/self/status")
        ? 1024 * long.Parse(File.ReadLines("/proc/self/status").Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture)
        : Environment.WorkingSet;
}
