namespace Phm.Statistics;

/// <summary>People of like risk, and how many of them had the outcome.</summary>
/// <param name="People">How many people there are.</param>
/// <param name="Events">How many of them had the outcome.</param>
/// <param name="Expected">Their mean risk.</param>
public sealed record CalibrationGroup(int People, int Events, double Expected)
{
    /// <summary>The share who had the outcome.</summary>
    public double Observed => Events / (double)People;

    /// <summary>The interval of the share by Wilson's score (Wilson EB. J Am Stat Assoc 1927;22:209-212, doi:10.1080/01621459.1927.10502953).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level does not lie between 0 and 1.</exception>
    public ConfidenceInterval Interval(double level = 0.95)
    {
        Tails.RequireLevel(level);
        var z = Tails.TwoSidedQuantile(level, double.PositiveInfinity);
        var square = z * z / People;
        var (center, half) = (Observed + square / 2, Math.Sqrt(square * Observed * (1 - Observed) + square * square / 4));
        return new(Math.Max(0, (center - half) / (1 + square)), Math.Min(1, (center + half) / (1 + square)), level);
    }
}
