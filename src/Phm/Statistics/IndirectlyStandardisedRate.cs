using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>The crude rate of a reference population times the standardised ratio of a place.</summary>
public sealed record IndirectlyStandardisedRate : Statement
{
    private IndirectlyStandardisedRate(StandardisedRatio ratio, double referenceRate, double per) => (Ratio, ReferenceRate, Per) = (ratio, referenceRate, per);

    /// <summary>The standardised ratio, with 1 for the reference.</summary>
    public StandardisedRatio Ratio { get; }

    /// <summary>The crude rate of the reference, per <see cref="Per"/>.</summary>
    public double ReferenceRate { get; }

    /// <summary>What the rate is given per, as 100,000.</summary>
    public double Per { get; }

    /// <summary>O/E Σ Dᵢ / Σ Nᵢ, per <see cref="Per"/>.</summary>
    public double Value => Ratio.Value * ReferenceRate;

    /// <summary>The rate of a place, standardised by a reference population.</summary>
    /// <param name="observed">The events of the place in all groups, 0 or more.</param>
    /// <param name="populations">The people or person-years of each group of the place, 0 or more.</param>
    /// <param name="referenceEvents">The events of each group of the reference, 0 or more.</param>
    /// <param name="referencePopulations">The people or person-years of each group of the reference, above 0.</param>
    /// <param name="per">What the rate is given per, above 0.</param>
    /// <exception cref="DataException">A number lies outside its range, the lengths differ, or nothing is expected.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The multiplier is not above 0.</exception>
    public static IndirectlyStandardisedRate Of(double observed, double[] populations, double[] referenceEvents, double[] referencePopulations, double per = 100_000)
    {
        var ratio = StandardisedRatio.Of(observed, populations, referenceEvents, referencePopulations);
        return new(ratio, Rate.Of(referenceEvents.Sum(), referencePopulations.Sum(), per).Value, per);
    }

    /// <summary>The interval of the ratio times the crude rate of the reference, which is taken as known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public ConfidenceInterval Interval(double level = 0.95) => Ratio.Interval(level).Through(ratio => ratio * ReferenceRate);

    private protected override string Words => 
        $"{StatementWords.Number(Value, Interval(), StatementWords.Per(Per))}, indirectly standardised: {NumberText.WithDecimals(Ratio.Value / Ratio.Per, 2)} times the {NumberText.Significant(ReferenceRate)} of the reference";
}
