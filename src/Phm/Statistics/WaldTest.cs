using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>
/// The test that several coefficients are all 0: bᵀV⁻¹b/k against F(k, ν), or bᵀV⁻¹b against χ²(k) where ν is infinite
/// (Wald A. Trans Am Math Soc 1943;54:426-482, doi:10.2307/1990256).
/// </summary>
/// <param name="Statistic">F, or χ² where the degrees of freedom of the denominator are infinite.</param>
/// <param name="DegreesOfFreedom">How many coefficients are tested.</param>
/// <param name="DenominatorDegreesOfFreedom">ν; infinite for a χ² test.</param>
public sealed record WaldTest(double Statistic, int DegreesOfFreedom, double DenominatorDegreesOfFreedom) : Statement
{
    /// <summary>The probability of a statistic at least as large, were all the coefficients 0.</summary>
    public double PValue => double.IsPositiveInfinity(DenominatorDegreesOfFreedom)
        ? Tails.ChiSquared(Statistic, DegreesOfFreedom)
        : Tails.F(Statistic, DegreesOfFreedom, DenominatorDegreesOfFreedom);

    /// <summary>Whether a coefficient that is tested rests on so few people that the statistic would tell it.</summary>
    internal bool IsWithheld { get; init; }

    internal static WaldTest Of(FittedModel model, int[] tested)
    {
        var (sums, half) = (new double[tested.Length * tested.Length], new double[tested.Length]);
        for (var i = 0; i < tested.Length; i++)
        {
            half[i] = model.Coefficients[tested[i]].Estimate;
            for (var j = 0; j < tested.Length; j++) sums[i * tested.Length + j] = model.Covariance[tested[i], tested[j]];
        }
        var factor = InformationFactor.OfSums(sums, tested.Length, tested.Length);
        if (factor.SmallestShare < 1e-13)
            throw new ConvergenceException(EstimationFailure.RankDeficiency, [.. tested.Select(i => model.Coefficients[i].Name)],
                $"The covariance of {StatisticsErrors.List(tested.Select(i => model.Coefficients[i].Name))} is singular, as with fewer clusters than coefficients: test fewer of them, or take other standard errors.");
        var solved = factor.Solve(half);
        var chiSquared = half.Zip(solved).Sum(pair => pair.First * pair.Second);
        var statistic = double.IsPositiveInfinity(model.TestDegreesOfFreedom) ? chiSquared : chiSquared / tested.Length;
        return new(statistic, tested.Length, model.TestDegreesOfFreedom) { IsWithheld = tested.Any(i => model.Coefficients[i].IsWithheld) };
    }

    private protected override string Words => IsWithheld ? $"Wald test: {CountText.Withheld}" : (double.IsPositiveInfinity(DenominatorDegreesOfFreedom)
        ? $"Wald test: {StatementWords.ChiSquared(Statistic, DegreesOfFreedom)}"
        : $"Wald test: F {NumberText.Significant(Statistic)} on {DegreesOfFreedom} and {NumberText.Plain(DenominatorDegreesOfFreedom)} degrees of freedom") + $", {NumberText.WithP(PValue)}";
}
