namespace Phm.Statistics;

/// <summary>The scale on which readers take in the coefficients of a model: as they are, or as ratios e^β.</summary>
/// <param name="Name">What a coefficient is called on the scale: "Rate ratio".</param>
/// <param name="IsRatio">Whether it is e^β, with 1 for no association, instead of β, with 0.</param>
/// <param name="Meaning">What it means, in one sentence.</param>
internal sealed record EffectScale(string Name, bool IsRatio, string Meaning)
{
    private const string Compared = "compared with the reference level, or with one unit less of a number, all other terms the same";

    public static EffectScale Coefficient { get; } = new("Coefficient", false, $"A coefficient says by how much the mean of the outcome differs, {Compared}.");

    public static EffectScale RateRatio { get; } = new("Rate ratio", true, $"A rate ratio says how many times as high the rate of the outcome is, {Compared}.");

    public static EffectScale MeanRatio { get; } = new("Mean ratio", true, $"A mean ratio says how many times as high the mean of the outcome is, {Compared}.");

    public static EffectScale OddsRatio { get; } = new("Odds ratio", true,
        $"An odds ratio says how many times as high the odds of the outcome are, {Compared}; where the outcome is common it lies further from 1 than the ratio of risks.");

    public static EffectScale HazardRatio { get; } = new("Hazard ratio", true, $"A hazard ratio says how many times as high the rate of the event is at any time among those who have not had it, {Compared}.");

    /// <summary>The estimate of a coefficient on the scale.</summary>
    public double Of(double estimate) => IsRatio ? Math.Exp(estimate) : estimate;

    /// <summary>Its interval on the scale.</summary>
    public ConfidenceInterval IntervalOf(Coefficient coefficient, double level = 0.95) => IsRatio ? coefficient.Interval(level).Through(Math.Exp) : coefficient.Interval(level);
}
