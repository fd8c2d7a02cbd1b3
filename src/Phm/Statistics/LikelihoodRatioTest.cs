using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>The test of a model against a larger one that holds it: 2(l₁ - l₀) against χ² (Wilks SS. Ann Math Stat 1938;9:60-62, doi:10.1214/aoms/1177732360).</summary>
/// <param name="Statistic">2(l₁ - l₀).</param>
/// <param name="DegreesOfFreedom">How many parameters the larger model has more.</param>
/// <param name="PValue">
/// The probability of a statistic at least as large, were the smaller model true. Of Poisson against negative binomial, whose dispersion lies at
/// the edge of its range then, half that of χ²(1) (Self SG, Liang KY. J Am Stat Assoc 1987;82:605-610, doi:10.2307/2289471).
/// </param>
public sealed record LikelihoodRatioTest(double Statistic, int DegreesOfFreedom, double PValue) : Statement
{
    /// <summary>
    /// Tests a model against a larger one of the same rows, which holds all its terms and more (a spline holds a line of the same column, and a spline of some of its
    /// knots) and is the same in everything else: weights, offset, exposure, trials, entry and strata.
    /// </summary>
    /// <exception cref="ArgumentException">The models are of other outcomes or data, the one does not hold the other, there is no likelihood, or standard errors are clustered or robust.</exception>
    public static LikelihoodRatioTest Of(FittedModel smaller, FittedModel larger)
    {
        ArgumentNullException.ThrowIfNull(smaller);
        ArgumentNullException.ThrowIfNull(larger);
        NestedModels.Require(smaller, larger);
        var extra = larger.Parameters - smaller.Parameters;
        var (first, second) = ((smaller as GeneralisedLinearFit)?.Family, (larger as GeneralisedLinearFit)?.Family);
        var atEdge = first == Family.Poisson && second is Family.NegativeBinomial or Family.NegativeBinomialLinear;
        if (first != second && !atEdge) throw new ArgumentException($"The models are of families that do not hold one another: {first} and {second}.");
        var statistic = Math.Max(2 * (larger.LogLikelihood - smaller.LogLikelihood), 0);
        var p = atEdge ? (Tails.ChiSquared(statistic, extra) + (extra > 1 ? Tails.ChiSquared(statistic, extra - 1) : statistic > 0 ? 0 : 1)) / 2 : Tails.ChiSquared(statistic, extra);
        return new(statistic, extra, p) { IsWithheld = smaller.Coefficients.Concat(larger.Coefficients).Any(coefficient => coefficient.IsWithheld) };
    }

    /// <summary>Whether a coefficient of one of the models rests on so few people that their likelihoods would tell it.</summary>
    internal bool IsWithheld { get; private init; }

    private protected override string Words => IsWithheld ? $"Likelihood-ratio test: {CountText.Withheld}" : $"Likelihood-ratio test: {StatementWords.ChiSquared(Statistic, DegreesOfFreedom)}, {NumberText.WithP(PValue)}";
}
