using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>A share of people, or of other things that are counted once, with the interval of Wilson.</summary>
public sealed record Proportion : Statement
{
    private Proportion(double numerator, double denominator) => (Numerator, Denominator) = (numerator, denominator);

    /// <summary>How many have the property.</summary>
    public double Numerator { get; }

    /// <summary>How many there are.</summary>
    public double Denominator { get; }

    /// <summary>The share, from 0 to 1.</summary>
    public double Value => Numerator / Denominator;

    /// <summary>The share of a numerator in a denominator.</summary>
    /// <param name="numerator">How many have the property, from 0 to the denominator.</param>
    /// <param name="denominator">How many there are, above 0.</param>
    /// <exception cref="DataException">A number lies outside its range or is not finite.</exception>
    public static Proportion Of(double numerator, double denominator)
    {
        DataChecks.Count(numerator, "numerator");
        DataChecks.Positive(denominator, "denominator");
        DataChecks.Within(numerator, denominator);
        return new(numerator, denominator);
    }

    /// <summary>
    /// The interval of Wilson (J Am Stat Assoc 1927;22:209-212, doi:10.1080/01621459.1927.10502953), which stays within 0 and 1 and holds
    /// for small counts: (2x + z² ± z√(z² + 4x(1 - x/n))) / (2(n + z²)).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public ConfidenceInterval Interval(double level = 0.95)
    {
        Tails.RequireLevel(level);
        var z = Tails.TwoSidedQuantile(level, double.PositiveInfinity);
        var middle = 2 * Numerator + z * z;
        var half = z * Math.Sqrt(z * z + 4 * Numerator * (1 - Numerator / Denominator));
        var scale = 2 * (Denominator + z * z);
        return new(Numerator == 0 ? 0 : Math.Min(Value, (middle - half) / scale), Numerator == Denominator ? 1 : Math.Max(Value, (middle + half) / scale), level);
    }

    /// <summary>This share less another, of people of whom none is in both.</summary>
    public ProportionDifference DifferenceFrom(Proportion other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(this, other);
    }

    /// <summary>How many times another share this one is.</summary>
    /// <exception cref="DataException">The other share is 0.</exception>
    public RiskRatio RatioTo(Proportion other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Numerator == 0) throw new DataException("The share that is compared with is 0, and nothing is a multiple of it: take the difference instead.");
        return new(this, other);
    }

    private protected override string Words => $"{StatementWords.Share(Value, Interval())}, {NumberText.Plain(Numerator)} of {NumberText.Plain(Denominator)}";
}
