using System.Diagnostics.CodeAnalysis;
using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>
/// A fitted generalised linear model: the mean of the outcome is the inverse of a link at the linear predictor (Nelder JA, Wedderburn RWM. J R Stat
/// Soc A 1972;135:370-384, doi:10.2307/2344614). It is estimated by iteratively reweighted least squares with steps halved where they lead down.
/// </summary>
public abstract record GeneralisedLinearFit : FittedModel
{
    [SetsRequiredMembers]
    private protected GeneralisedLinearFit(FitCore core) : base(core.Coding)
    {
        (Coefficients, Covariance, Rows, Clusters) = (core.Coefficients, core.Covariance, core.Rows, core.Clusters);
        (LogLikelihood, NullLogLikelihood, Parameters) = (core.LogLikelihood, core.NullLogLikelihood, core.Parameters);
        (Scale, Deviance, NullDeviance, PearsonChiSquared, Iterations) = (core.Scale, core.Deviance, core.NullDeviance, core.Pearson, core.Iterations);
        TestDegreesOfFreedom = core.TestDegreesOfFreedom;
    }

    /// <summary>The distribution of the outcome about its mean.</summary>
    public abstract Family Family { get; }

    /// <summary>φ, the factor of the variance: Pearson's chi-squared over residual degrees of freedom for quasi-Poisson and gamma, 1 for the others.</summary>
    public double Scale { get; }

    /// <summary>Twice the log-likelihood that is lost against a model with a parameter a row, φ left out; NaN for the linear negative binomial, where none is in use.</summary>
    public double Deviance { get; }

    /// <summary>The deviance of the model with an intercept alone (offset and dispersion as in this model).</summary>
    public double NullDeviance { get; }

    /// <summary>Σ w (y - μ)²/V(μ), φ left out.</summary>
    public double PearsonChiSquared { get; }

    /// <summary>The log-likelihood of the model with an intercept alone, its dispersion estimated anew; NaN for a quasi-likelihood.</summary>
    public double NullLogLikelihood { get; }

    /// <summary>1 - l/l₀, the pseudo-R² of McFadden D, in Zarembka P (ed.), Frontiers in Econometrics, 1974, 105-142. NaN for a quasi-likelihood.</summary>
    public double McFaddenRSquared => 1 - LogLikelihood / NullLogLikelihood;

    /// <summary>How many steps the estimation took.</summary>
    public int Iterations { get; }

    internal override double TestDegreesOfFreedom { get; }

    internal override IEnumerable<string> FitWords => [DispersionWords, LikelihoodWords, double.IsFinite(McFaddenRSquared) ? $"pseudo-R² (McFadden) {NumberText.WithDecimals(McFaddenRSquared, 3)}" : ""];

    /// <summary>The dispersion, where it is estimated.</summary>
    private protected virtual string DispersionWords => Family is Family.QuasiPoisson or Family.Gamma ? $"dispersion φ {NumberText.Significant(Scale)}" : "";

    /// <summary>e^β of the coefficients of some terms, all but the intercept where none is named.</summary>
    private protected RatioSet Ratios(string[] terms) => new(this, IndicesOf(terms));
}
