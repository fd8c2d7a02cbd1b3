using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>The ratio of two independent shares, also called relative risk.</summary>
public sealed record RiskRatio : Statement
{
    internal RiskRatio(Proportion first, Proportion second) => (First, Second) = (first, second);

    /// <summary>The share that is compared.</summary>
    public Proportion First { get; }

    /// <summary>The share that it is compared with.</summary>
    public Proportion Second { get; }

    /// <summary>p₁/p₂.</summary>
    public double Value => First.Value / Second.Value;

    /// <summary>
    /// The interval on the logarithm, of standard error √(1/x₁ - 1/n₁ + 1/x₂ - 1/n₂) (Katz D, Baptista J, Azen SP, Pike MC.
    /// Biometrics 1978;34:469-474, doi:10.2307/2530610).
    /// </summary>
    /// <exception cref="DataException">The share that is compared is 0, which has no logarithm, or both are 1, where this interval has no width.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public ConfidenceInterval Interval(double level = 0.95)
    {
        Tails.RequireLevel(level);
        if (First.Numerator == 0) throw new DataException("The share that is compared is 0, so the ratio has no interval on the logarithm: take the difference, which has one.");
        var variance = 1 / First.Numerator - 1 / First.Denominator + 1 / Second.Numerator - 1 / Second.Denominator;
        if (!(variance > 0)) throw new DataException("Both shares are 1, where the interval of a ratio on the logarithm has no width: take the difference, which has one.");
        return ConfidenceInterval.Wald(Math.Log(Value), Math.Sqrt(variance), double.PositiveInfinity, level).Through(Math.Exp);
    }

    /// <summary>Whether there is an interval on the logarithm.</summary>
    private bool HasInterval => First.Numerator > 0 && (First.Value < 1 || Second.Value < 1);

    private protected override string Words => 
        $"{(HasInterval ? StatementWords.Ratio(Value, Interval()) : NumberText.WithDecimals(Value, 2) + " (no interval)")}: {StatementWords.Percent(First.Value)} against {StatementWords.Percent(Second.Value)}";
}
