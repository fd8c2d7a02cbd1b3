using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>A count of events, taken as one draw of a Poisson variable, with the interval of its mean.</summary>
/// <remarks>
/// The rule of English public health is followed: exact limits below <see cref="FewEvents"/> events, those of Byar from there on (Public Health
/// England. Technical Guide: Confidence Intervals. 2018). Byar's are then within 0.2% of the exact ones at 95%.
/// </remarks>
public sealed record EventCount : Statement
{
    /// <summary>Below so many events limits are exact; from here on they are those of Byar.</summary>
    public const double FewEvents = 10;

    private EventCount(double value) => Value = value;

    /// <summary>How many events there were.</summary>
    public double Value { get; }

    /// <summary>A count of events.</summary>
    /// <param name="events">0 or more. A whole number as a rule; weighted counts with fractions are taken as they are.</param>
    /// <exception cref="DataException">The count is negative or not finite.</exception>
    public static EventCount Of(double events) => new(DataChecks.Count(events, "count of events"));

    /// <summary>The interval of the mean by the rule: <see cref="ExactInterval"/> below 10 events, <see cref="ByarInterval"/> from 10.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public ConfidenceInterval Interval(double level = 0.95) => Value < FewEvents ? ExactInterval(level) : ByarInterval(level);

    /// <summary>
    /// The approximation of Byar: O(1 - 1/(9O) - z/(3√O))³ to (O+1)(1 - 1/(9(O+1)) + z/(3√(O+1)))³ (Breslow NE, Day NE. Statistical Methods
    /// in Cancer Research, volume II. IARC, 1987, p 69). It is poor for a few events.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public ConfidenceInterval ByarInterval(double level = 0.95)
    {
        Tails.RequireLevel(level);
        var z = Tails.TwoSidedQuantile(level, double.PositiveInfinity);
        return new(Value == 0 ? 0 : Limit(Value, -z), Limit(Value + 1, z), level);
    }

    /// <summary>
    /// The exact limits of a Poisson mean: χ²(α/2; 2O)/2 to χ²(1-α/2; 2O+2)/2 (Garwood F. Biometrika 1936;28:437-442,
    /// doi:10.1093/biomet/28.3-4.437). The lower limit of no events is 0.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public ConfidenceInterval ExactInterval(double level = 0.95)
    {
        Tails.RequireLevel(level);
        var tail = (1 - level) / 2;
        return new(Value == 0 ? 0 : Quantiles.GammaLower(Value, tail), Quantiles.GammaUpper(Value + 1, tail), level);
    }

    private static double Limit(double events, double z)
    {
        var root = Math.Max(0, 1 - 1 / (9 * events) + z / (3 * Math.Sqrt(events)));
        return events * root * root * root;
    }

    private protected override string Words => $"{StatementWords.Events(Value)} ({StatementWords.Interval(Interval())})";
}
