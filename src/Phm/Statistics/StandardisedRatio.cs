using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>
/// Events observed over those expected: the indirectly standardised ratio, as a standardised mortality ratio, where those expected are what the
/// place would have at the rates of a reference population.
/// </summary>
public sealed record StandardisedRatio : Statement
{
    private StandardisedRatio(double observed, double expected, double per) => (Observed, Expected, Per) = (observed, expected, per);

    /// <summary>The events that were observed.</summary>
    public double Observed { get; }

    /// <summary>The events that were expected, fixed.</summary>
    public double Expected { get; }

    /// <summary>What the ratio of the reference is given as: 1, or 100.</summary>
    public double Per { get; }

    /// <summary>O/E, times <see cref="Per"/>.</summary>
    public double Value => Observed / Expected * Per;

    /// <summary>The ratio of events to those expected.</summary>
    /// <param name="observed">0 or more.</param>
    /// <param name="expected">Above 0.</param>
    /// <param name="per">What the ratio of the reference is given as, above 0: 1, or 100.</param>
    /// <exception cref="DataException">The observed are negative, the expected are not above 0, or one is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The multiplier is not above 0.</exception>
    public static StandardisedRatio Of(double observed, double expected, double per = 1) => new(DataChecks.Count(observed, "count of observed events"), DataChecks.Positive(expected, "count of expected events"), DataChecks.Per(per));

    /// <summary>The ratio of events to those expected at the rates of a reference population, E = Σ nᵢ Dᵢ/Nᵢ.</summary>
    /// <param name="observed">The events of the place in all groups, 0 or more.</param>
    /// <param name="populations">The people or person-years of each group of the place, 0 or more.</param>
    /// <param name="referenceEvents">The events of each group of the reference, 0 or more.</param>
    /// <param name="referencePopulations">The people or person-years of each group of the reference, above 0.</param>
    /// <param name="per">What the ratio of the reference is given as, above 0: 1, or 100.</param>
    /// <exception cref="DataException">A number lies outside its range, the lengths differ, or nothing is expected.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The multiplier is not above 0.</exception>
    public static StandardisedRatio Of(double observed, double[] populations, double[] referenceEvents, double[] referencePopulations, double per = 1)
    {
        DataChecks.Counts(populations, "populations");
        DataChecks.Counts(referenceEvents, "events of the reference");
        DataChecks.Positives(referencePopulations, "populations of the reference");
        DataChecks.SameLength(populations.Length, "populations", referenceEvents.Length, "events of the reference");
        DataChecks.SameLength(populations.Length, "populations", referencePopulations.Length, "populations of the reference");
        var expected = 0.0;
        for (var i = 0; i < populations.Length; i++) expected += populations[i] * (referenceEvents[i] / referencePopulations[i]);
        if (expected == 0) throw new DataException("No event is expected: either the reference has none in the groups of the place, or the place has no people. Take a larger reference.");
        return Of(observed, expected, per);
    }

    /// <summary>The interval of the observed count, by <see cref="EventCount.Interval"/> (exact below 10 events, Byar from 10), over those expected.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public ConfidenceInterval Interval(double level = 0.95) => EventCount.Of(Observed).Interval(level).Through(events => events / Expected * Per);

    private protected override string Words => 
        $"{(Per == 1 ? StatementWords.Ratio(Value, Interval()) : StatementWords.Number(Value, Interval()))}{(Per == 1 ? "" : $" with {NumberText.Plain(Per)} for the reference")}, {NumberText.Plain(Observed)} observed and {NumberText.Significant(Expected)} expected";
}
