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
    /// <summary>Tests a model against a larger one of the same rows.</summary>
    /// <exception cref="ArgumentException">The models are of other outcomes or rows, or the one does not hold the other, or there is no likelihood.</exception>
    public static LikelihoodRatioTest Of(FittedModel smaller, FittedModel larger)
    {
        ArgumentNullException.ThrowIfNull(smaller);
        ArgumentNullException.ThrowIfNull(larger);
        if (smaller.Specification.Outcome != larger.Specification.Outcome || smaller.Rows.Used != larger.Rows.Used)
            throw new ArgumentException($"The models were fitted to other data: '{smaller.Specification.Outcome}' in {smaller.Rows.Used} rows and '{larger.Specification.Outcome}' in {larger.Rows.Used}. Fit both to the rows that miss nothing of the larger.");
        if (double.IsNaN(smaller.LogLikelihood) || double.IsNaN(larger.LogLikelihood))
            throw new ArgumentException("A quasi-likelihood has no likelihood to compare: use the test of Wald.");
        var extra = larger.Parameters - smaller.Parameters;
        var held = smaller.Coefficients.All(coefficient => larger.Coefficients.Any(other => other.Name == coefficient.Name));
        if (!held || extra <= 0) throw new ArgumentException("The second model has to hold all the terms of the first, and more.");
        var (first, second) = ((smaller as GeneralisedLinearFit)?.Family, (larger as GeneralisedLinearFit)?.Family);
        var atEdge = first == Family.Poisson && second is Family.NegativeBinomial or Family.NegativeBinomialLinear;
        if (first != second && !atEdge) throw new ArgumentException($"The models are of families that do not hold one another: {first} and {second}.");
        var statistic = Math.Max(2 * (larger.LogLikelihood - smaller.LogLikelihood), 0);
        var p = atEdge ? (Tails.ChiSquared(statistic, extra) + (extra > 1 ? Tails.ChiSquared(statistic, extra - 1) : statistic > 0 ? 0 : 1)) / 2 : Tails.ChiSquared(statistic, extra);
        return new(statistic, extra, p);
    }

    private protected override string Words => $"Likelihood-ratio test: {StatementWords.ChiSquared(Statistic, DegreesOfFreedom)}, {NumberText.WithP(PValue)}";
}
