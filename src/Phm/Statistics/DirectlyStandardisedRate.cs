using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>The rate that a standard population would have, had each of its groups the rate of the same group of the place.</summary>
public sealed record DirectlyStandardisedRate : Statement
{
    private readonly double _variance;

    private DirectlyStandardisedRate(double value, double variance, double events, StandardPopulation standard, double per) =>
        (Value, _variance, Events, Standard, Per) = (value, variance, events, standard, per);

    /// <summary>The rate, Σ wᵢ Oᵢ/nᵢ / Σ wᵢ, per <see cref="Per"/>.</summary>
    public double Value { get; }

    /// <summary>How many events there were in all groups.</summary>
    public double Events { get; }

    /// <summary>The standard population.</summary>
    public StandardPopulation Standard { get; }

    /// <summary>What the rate is given per, as 100,000.</summary>
    public double Per { get; }

    /// <summary>The standard error, √(Σ wᵢ² Oᵢ/nᵢ²) / Σ wᵢ, per <see cref="Per"/>.</summary>
    public double StandardError => Math.Sqrt(_variance);

    /// <summary>
    /// Whether there are the 10 events from which English public health publishes a directly standardised rate (Morris JK, Tan J, Fryers P,
    /// Bestwick J. Popul Health Metr 2018;16:19). It is computed for fewer, and what shows it should say so.
    /// </summary>
    public bool HasEnoughEvents => Events >= EventCount.FewEvents;

    /// <summary>The rate of a place, standardised.</summary>
    /// <param name="events">The events of each group, 0 or more.</param>
    /// <param name="populations">The people or person-years of each group, above 0.</param>
    /// <param name="standard">The standard population, of the same groups in the same order; <see cref="StandardPopulation.European2013"/> where null.</param>
    /// <param name="per">What the rate is given per, above 0.</param>
    /// <exception cref="DataException">A count is negative, a population is not above 0, a number is not finite, or the groups are not as many as those of the standard.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The multiplier is not above 0.</exception>
    public static DirectlyStandardisedRate Of(double[] events, double[] populations, StandardPopulation? standard = null, double per = 100_000)
    {
        var chosen = standard ?? StandardPopulation.European2013;
        DataChecks.Counts(events, "events");
        DataChecks.Positives(populations, "populations");
        DataChecks.SameLength(events.Length, "events", populations.Length, "populations");
        DataChecks.SameLength(events.Length, "events", chosen.Weights.Count, $"standard population '{chosen.Name}'");
        DataChecks.Per(per);
        var (rate, variance, total) = (0.0, 0.0, chosen.Total);
        for (var i = 0; i < events.Length; i++)
        {
            var weight = chosen.Weights[i] / total / populations[i] * per;
            rate += weight * events[i];
            variance += weight * weight * events[i];
        }
        return new(rate, variance, events.Sum(), chosen, per);
    }

    /// <summary>
    /// The interval of Dobson: that (l, u) of the count of all events O by <see cref="EventCount.Interval"/>, moved and scaled to the rate,
    /// R + √(V/O) (l - O) to R + √(V/O) (u - O) (Dobson AJ, Kuulasmaa K, Eberle E, Scherer J. Stat Med 1991;10:457-462,
    /// doi:10.1002/sim.4780100317). Dobson's paper takes exact limits of the count; English public health Byar's from 10 events.
    /// </summary>
    /// <exception cref="DataException">There are no events, which leaves the weight of one unknown.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public ConfidenceInterval Interval(double level = 0.95)
    {
        Tails.RequireLevel(level);
        if (Events == 0) throw new DataException("There are no events, and a directly standardised rate without events has no interval: merge years or places, or give the interval of the crude rate.");
        var scale = Math.Sqrt(_variance / Events);
        return EventCount.Of(Events).Interval(level).Through(limit => Value + scale * (limit - Events));
    }

    private protected override string Words => 
        (Events > 0 ? StatementWords.Number(Value, Interval(), StatementWords.Per(Per)) : $"0{StatementWords.Per(Per)} (no interval without events)")
        + $", directly standardised to the {Standard.Name}, {StatementWords.Events(Events)}"
        + (HasEnoughEvents ? "" : ": fewer than the 10 from which such a rate is published");
}
