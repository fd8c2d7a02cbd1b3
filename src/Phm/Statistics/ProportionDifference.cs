using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>The difference of two independent shares.</summary>
public sealed record ProportionDifference : Statement
{
    internal ProportionDifference(Proportion first, Proportion second) => (First, Second) = (first, second);

    /// <summary>The share that the other is taken from.</summary>
    public Proportion First { get; }

    /// <summary>The share that is taken away.</summary>
    public Proportion Second { get; }

    /// <summary>p₁ - p₂, from -1 to 1.</summary>
    public double Value => First.Value - Second.Value;

    /// <summary>
    /// The score interval of Newcombe, from those of Wilson (l, u) of each share: p₁ - p₂ - √((p₁ - l₁)² + (u₂ - p₂)²) to
    /// p₁ - p₂ + √((u₁ - p₁)² + (p₂ - l₂)²) (Newcombe RG. Stat Med 1998;17:873-890,
    /// doi:10.1002/(SICI)1097-0258(19980430)17:8&lt;873::AID-SIM779&gt;3.0.CO;2-I, method 10).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public ConfidenceInterval Interval(double level = 0.95) => ConfidenceInterval.OfDifference(First.Value, First.Interval(level), Second.Value, Second.Interval(level));

    private protected override string Words => 
        $"{StatementWords.Points(Value, Interval())}: {StatementWords.Percent(First.Value)} against {StatementWords.Percent(Second.Value)}";
}
