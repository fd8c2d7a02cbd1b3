using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>Events over the time or the population in which they could happen, with the interval of the count carried over.</summary>
public sealed record Rate : Statement
{
    private Rate(double events, double exposure, double per) => (Events, Exposure, Per) = (events, exposure, per);

    /// <summary>How many events there were.</summary>
    public double Events { get; }

    /// <summary>Person-years, or people.</summary>
    public double Exposure { get; }

    /// <summary>What the rate is given per, as 100,000.</summary>
    public double Per { get; }

    /// <summary>The rate, per <see cref="Per"/>.</summary>
    public double Value => Events / Exposure * Per;

    /// <summary>A crude rate.</summary>
    /// <param name="events">0 or more.</param>
    /// <param name="exposure">Person-years or people, above 0.</param>
    /// <param name="per">What the rate is given per, above 0.</param>
    /// <exception cref="DataException">The events are negative, the exposure is not above 0, or one is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The multiplier is not above 0.</exception>
    public static Rate Of(double events, double exposure, double per = 100_000) => new(DataChecks.Count(events, "count of events"), DataChecks.Positive(exposure, "exposure"), DataChecks.Per(per));

    /// <summary>The interval of the count, by <see cref="EventCount.Interval"/> (exact below 10 events, Byar from 10), over the exposure.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public ConfidenceInterval Interval(double level = 0.95) => EventCount.Of(Events).Interval(level).Through(events => events / Exposure * Per);

    /// <summary>This rate less another, of which no event is in both.</summary>
    /// <exception cref="ArgumentException">The rates are given per different numbers.</exception>
    public RateDifference DifferenceFrom(Rate other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Per != Per) throw new ArgumentException("The rates are given per different numbers: give both per the same before the difference is taken.", nameof(other));
        return new(this, other);
    }

    /// <summary>How many times another rate this one is.</summary>
    /// <exception cref="DataException">The other rate has no events.</exception>
    public RateRatio RatioTo(Rate other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Events == 0) throw new DataException("The rate that is compared with has no events, and nothing is a multiple of 0: take the difference instead.");
        return new(this, other);
    }

    private protected override string Words => $"{StatementWords.Number(Value, Interval(), StatementWords.Per(Per))}, {StatementWords.Events(Events)} in {NumberText.Plain(Exposure)}";
}
