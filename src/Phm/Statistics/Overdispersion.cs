using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>The dispersion of a negative binomial fit: α of the variance μ + αμ², or δ of the variance (1 + δ)μ.</summary>
/// <param name="Value">α or δ.</param>
/// <param name="StandardErrorOfLog">The standard error of its logarithm, from the observed information.</param>
public sealed record Overdispersion(double Value, double StandardErrorOfLog) : Statement
{
    /// <summary>θ = 1/α, the shape of the gamma distribution of people's rates, by which R's <c>glm.nb</c> names the dispersion.</summary>
    public double Theta => 1 / Value;

    /// <summary>The standard error of θ, by the delta method.</summary>
    public double StandardErrorOfTheta => StandardErrorOfLog / Value;

    /// <summary>The interval of Wald on the logarithm. That of the profile likelihood is given by <see cref="CountFit.ProfileOverdispersion"/>.</summary>
    public ConfidenceInterval Interval(double level = 0.95) => ConfidenceInterval.Wald(Math.Log(Value), StandardErrorOfLog, double.PositiveInfinity, level).Through(Math.Exp);

    /// <summary>Beyond so large a standard error of the logarithm the interval spans all that is possible: there is no dispersion to be seen.</summary>
    private const double Boundless = 5;

    /// <summary>Whether there is an interval to speak of.</summary>
    internal bool IsToldFromNone => StandardErrorOfLog < Boundless;

    private protected override string Words => IsToldFromNone ? StatementWords.Number(Value, Interval()) : $"{NumberText.Significant(Value)} (not told from 0)";
}
