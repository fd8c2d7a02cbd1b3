using MathNet.Numerics.Distributions;
using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>A statistic with what it was when rows were drawn again. See <see cref="Bootstrap"/>.</summary>
public sealed record BootstrapEstimate : Statement
{
    private readonly double[] _sorted;

    internal BootstrapEstimate(double estimate, double[] replications, double acceleration, int units)
    {
        (Estimate, Replications, Acceleration, Units) = (estimate, replications, acceleration, units);
        _sorted = [.. replications.Order()];
    }

    /// <summary>The statistic of all rows.</summary>
    public double Estimate { get; }

    /// <summary>The statistic of each replication, in the order of their numbers.</summary>
    public IReadOnlyList<double> Replications { get; }

    /// <summary>How much the standard error changes with the true value, from leaving parts out in turn.</summary>
    public double Acceleration { get; }

    /// <summary>How many rows or clusters were drawn from, and drawn each time.</summary>
    public int Units { get; }

    /// <summary>The mean of replications less the estimate.</summary>
    public double Bias => Replications.Average() - Estimate;

    /// <summary>The standard deviation of replications.</summary>
    public double StandardError
    {
        get
        {
            var mean = Replications.Average();
            return Math.Sqrt(Replications.Sum(value => (value - mean) * (value - mean)) / (Replications.Count - 1));
        }
    }

    /// <summary>The interval between percentiles of replications (Efron B, Tibshirani RJ. An Introduction to the Bootstrap. Chapman and Hall, 1993, chapter 13).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level does not lie between 0 and 1.</exception>
    public ConfidenceInterval Percentile(double level = 0.95)
    {
        Tails.RequireLevel(level);
        return new(Quantile((1 - level) / 2), Quantile((1 + level) / 2), level);
    }

    /// <summary>
    /// The bias-corrected and accelerated interval (BCa): percentiles moved by the share of replications below the estimate and by the acceleration
    /// (Efron B. J Am Stat Assoc 1987;82:171-185, doi:10.1080/01621459.1987.10478410). It errs less than the percentile interval, and is in step with any monotonic transformation.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The level does not lie between 0 and 1.</exception>
    /// <exception cref="DataException">All replications lie on one side of the estimate, as of a maximum: no bootstrap interval holds then.</exception>
    public ConfidenceInterval BiasCorrected(double level = 0.95)
    {
        Tails.RequireLevel(level);
        if (_sorted[0] == _sorted[^1]) return new(_sorted[0], _sorted[0], level);
        var below = Replications.Sum(value => value < Estimate ? 1.0 : value == Estimate ? 0.5 : 0) / Replications.Count;
        if (below is 0 or 1)
            throw new DataException($"All replications lie {(below == 0 ? "above" : "below")} the estimate, as with a maximum or a minimum: a bootstrap says nothing true of such a statistic.");
        var center = Normal.InvCDF(0, 1, below);
        return new(Quantile(Moved(-1)), Quantile(Moved(1)), level);

        double Moved(int side)
        {
            var z = center + side * Tails.TwoSidedQuantile(level, double.PositiveInfinity);
            return Normal.CDF(0, 1, center + z / (1 - Acceleration * z));
        }
    }

    /// <summary>The value at (R + 1)p in the order of replications, between its neighbours in proportion; no farther out than the first and last.</summary>
    private double Quantile(double share)
    {
        var place = Math.Clamp((_sorted.Length + 1) * share - 1, 0, _sorted.Length - 1);
        var low = (int)place;
        return low + 1 == _sorted.Length ? _sorted[low] : _sorted[low] + (place - low) * (_sorted[low + 1] - _sorted[low]);
    }

    /// <summary>Whether all replications lie on one side of the estimate, where no BCa interval holds.</summary>
    private bool IsOneSided => _sorted[0] != _sorted[^1] && (_sorted[0] > Estimate || _sorted[^1] < Estimate);

    private protected override string Words => 
        $"{StatementWords.Number(Estimate, IsOneSided ? Percentile() : BiasCorrected())}, bootstrap ({(IsOneSided ? "percentiles" : "BCa")}) of {NumberText.WithDecimals(Replications.Count, 0)} replications, "
        + $"standard error {NumberText.Significant(StandardError)}, bias {NumberText.Significant(Bias)}";
}
