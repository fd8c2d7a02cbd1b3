using System.Diagnostics;

namespace Phm.Benchmarks;

/// <summary>Seconds on the wall, and seconds of processor summed over threads, which tell how busy the machine was with others.</summary>
internal sealed record Timing(double Wall, double Processor)
{
    public static Timing Of(Action work)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        work();
        clock.Stop();
        return new(clock.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds);
    }

    public static async Task<Timing> OfAsync(Func<Task> work)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        await work();
        clock.Stop();
        return new(clock.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds);
    }

    /// <summary>The run in the middle by time on the wall, after one that is not counted.</summary>
    public static Timing Median(Action work)
    {
        work();
        var times = Enumerable.Range(0, BenchmarkOptions.Repeats).Select(_ => Of(work)).OrderBy(time => time.Wall).ToArray();
        return times[times.Length / 2];
    }
}
