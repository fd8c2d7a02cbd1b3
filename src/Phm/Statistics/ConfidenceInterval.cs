using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>An interval that holds the true value in a stated share of repeated studies, where the model is right.</summary>
/// <param name="Low">The lower bound.</param>
/// <param name="High">The upper bound.</param>
/// <param name="Level">The confidence level, between 0 and 1.</param>
public readonly record struct ConfidenceInterval(double Low, double High, double Level)
{
    /// <summary>estimate ± quantile · standard error, by Student's t, or by the normal distribution where the degrees of freedom are infinite.</summary>
    internal static ConfidenceInterval Wald(double estimate, double standardError, double degreesOfFreedom, double level)
    {
        Tails.RequireLevel(level);
        var half = Tails.TwoSidedQuantile(level, degreesOfFreedom) * standardError;
        return new(estimate - half, estimate + half, level);
    }

    /// <summary>The interval of a monotonic function of the value.</summary>
    internal ConfidenceInterval Through(Func<double, double> function)
    {
        var (a, b) = (function(Low), function(High));
        return a <= b ? new(a, b, Level) : new(b, a, Level);
    }

    /// <summary>The interval of a difference from those of its two parts, each of which gives its own distance on the side that counts.</summary>
    internal static ConfidenceInterval OfDifference(double first, ConfidenceInterval ofFirst, double second, ConfidenceInterval ofSecond) =>
        new(first - second - double.Hypot(first - ofFirst.Low, ofSecond.High - second), first - second + double.Hypot(ofFirst.High - first, second - ofSecond.Low), ofFirst.Level);

    /// <inheritdoc/>
    public override string ToString() => StatementWords.Bounds(Low, High) + $" ({NumberText.Level(Level)} interval)";
}
