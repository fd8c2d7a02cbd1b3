using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>
/// By how much the expected outcome differs, on average over people as they are, were a column different: per unit of a number (the mean
/// derivative), or at a level of a factor instead of another. An association, not what an intervention would do.
/// </summary>
/// <param name="Name">What differs: "Age", "Sex: Male v Female".</param>
/// <param name="Estimate">The average difference, in units of the outcome.</param>
/// <param name="StandardError">Its standard error by the delta method, the people taken as given.</param>
/// <param name="DegreesOfFreedom">The degrees of freedom of its t statistic; infinite where it is a normal z.</param>
public sealed record MarginalEffect(string Name, double Estimate, double StandardError, double DegreesOfFreedom) : Statement
{
    /// <summary>The two-sided probability of a difference at least as far from 0, were the true one 0.</summary>
    public double PValue => Tails.TwoSided(Estimate / StandardError, DegreesOfFreedom);

    /// <summary>The interval of Wald.</summary>
    public ConfidenceInterval Interval(double level = 0.95) => ConfidenceInterval.Wald(Estimate, StandardError, DegreesOfFreedom, level);

    /// <summary>Whether it rests on so few rows that it may not be shown.</summary>
    internal bool IsWithheld { get; init; }

    private protected override string Words => IsWithheld ? $"{Name}: {CountText.Withheld}" : $"{Name}: {StatementWords.Number(Estimate, Interval())} on average, {NumberText.WithP(PValue)}";
}
