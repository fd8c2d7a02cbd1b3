using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>The ratio of two independent rates.</summary>
public sealed record RateRatio : Statement
{
    internal RateRatio(Rate first, Rate second) => (First, Second) = (first, second);

    /// <summary>The rate that is compared.</summary>
    public Rate First { get; }

    /// <summary>The rate that it is compared with.</summary>
    public Rate Second { get; }

    /// <summary>r₁/r₂.</summary>
    public double Value => First.Events / First.Exposure / (Second.Events / Second.Exposure);

    /// <summary>The exact interval where one of the rates has fewer than 10 events, otherwise that on the logarithm.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public ConfidenceInterval Interval(double level = 0.95) => Math.Min(First.Events, Second.Events) < EventCount.FewEvents ? ExactInterval(level) : LogInterval(level);

    /// <summary>The interval on the logarithm, of standard error √(1/O₁ + 1/O₂) (Breslow NE, Day NE. Statistical Methods in Cancer Research, volume II. IARC, 1987, chapter 3).</summary>
    /// <exception cref="DataException">The rate that is compared has no events.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public ConfidenceInterval LogInterval(double level = 0.95)
    {
        Tails.RequireLevel(level);
        if (First.Events == 0) throw new DataException("The rate that is compared has no events, so the ratio has no interval on the logarithm: take the exact interval.");
        return ConfidenceInterval.Wald(Math.Log(Value), Math.Sqrt(1 / First.Events + 1 / Second.Events), double.PositiveInfinity, level).Through(Math.Exp);
    }

    /// <summary>
    /// The exact interval given the total: the first rate's share of all events is binomial, and its limits (Clopper CJ, Pearson ES. Biometrika
    /// 1934;26:404-413, doi:10.1093/biomet/26.4.404) as odds, times the inverse ratio of exposures, are those of the ratio.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public ConfidenceInterval ExactInterval(double level = 0.95)
    {
        Tails.RequireLevel(level);
        var (first, second, tail) = (First.Events, Second.Events, (1 - level) / 2);
        var low = first == 0 ? 0 : Odds(Quantiles.BetaLower(first, second + 1, tail));
        // The upper limit of the share's odds is the inverse of the lower limit of the other share's odds, which keeps its digits near 1.
        var high = 1 / Odds(Quantiles.BetaLower(second, first + 1, tail));
        var exposures = Second.Exposure / First.Exposure;
        return new(low * exposures, high * exposures, level);
    }

    private static double Odds(double share) => share / (1 - share);

    private protected override string Words => $"{StatementWords.Ratio(Value, Interval())}: {NumberText.Significant(First.Value)}{StatementWords.Per(First.Per)} against {NumberText.Significant(Second.Value)}{StatementWords.Per(Second.Per)}";
}
