using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>An estimated coefficient of a model, on the scale of the linear predictor.</summary>
/// <param name="Name">The name of its column: "Age", "Sex: Male", "Intercept".</param>
/// <param name="Term">The name of the term that the column belongs to.</param>
/// <param name="Estimate">The estimate.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="DegreesOfFreedom">The degrees of freedom of its t statistic; infinite where it is a normal z.</param>
public sealed record Coefficient(string Name, string Term, double Estimate, double StandardError, double DegreesOfFreedom) : Statement
{
    /// <summary>Estimate over standard error.</summary>
    public double Statistic => Estimate / StandardError;

    /// <summary>The two-sided probability of a statistic at least as far from 0, were the true coefficient 0.</summary>
    public double PValue => Tails.TwoSided(Statistic, DegreesOfFreedom);

    /// <summary>The interval of Wald: estimate ± quantile times standard error.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level does not lie between 0 and 1.</exception>
    public ConfidenceInterval Interval(double level = 0.95) => ConfidenceInterval.Wald(Estimate, StandardError, DegreesOfFreedom, level);

    /// <summary>Whether it rests on so few rows that neither it nor what is made of it may be shown. Its members have it all the same, for those who may see it.</summary>
    internal bool IsWithheld { get; init; }

    private protected override string Words => IsWithheld ? $"{Name}: {CountText.Withheld}" : $"{Name}: {StatementWords.Number(Estimate, Interval())}, {NumberText.WithP(PValue)}";
}
