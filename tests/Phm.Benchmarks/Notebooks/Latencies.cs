namespace Phm.Benchmarks.Notebooks;

/// <summary>Times of one thing done many times, in seconds on the wall, shortest first.</summary>
/// <param name="seconds">The times.</param>
/// <param name="processor">Seconds of processor that one takes at the mean, or null where they fall to other processes.</param>
internal sealed class Latencies(IEnumerable<double> seconds, double? processor = null)
{
    private readonly double[] sorted = [.. seconds.Order()];

    public int Count => sorted.Length;

    public double? Processor => processor;

    public double Least => sorted[0];

    public double Median => Quantile(0.5);

    /// <summary>The smallest time that at least <paramref name="share"/> of all do not pass.</summary>
    public double Quantile(double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
}
