using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>The difference of two independent rates.</summary>
public sealed record RateDifference : Statement
{
    internal RateDifference(Rate first, Rate second) => (First, Second) = (first, second);

    /// <summary>The rate that the other is taken from.</summary>
    public Rate First { get; }

    /// <summary>The rate that is taken away.</summary>
    public Rate Second { get; }

    /// <summary>r₁ - r₂, per what both rates are given per.</summary>
    public double Value => First.Value - Second.Value;

    /// <summary>
    /// The interval from those (l, u) of each rate: r₁ - r₂ - √((r₁ - l₁)² + (u₂ - r₂)²) to r₁ - r₂ + √((u₁ - r₁)² + (r₂ - l₂)²), which
    /// holds for few and for no events (Zou GY, Donner A. Stat Med 2008;27:1693-1702, doi:10.1002/sim.3095).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public ConfidenceInterval Interval(double level = 0.95) => ConfidenceInterval.OfDifference(First.Value, First.Interval(level), Second.Value, Second.Interval(level));

    private protected override string Words => $"{StatementWords.Number(Value, Interval(), StatementWords.Per(First.Per))}: {NumberText.Significant(First.Value)} against {NumberText.Significant(Second.Value)}";
}
