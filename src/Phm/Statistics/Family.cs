namespace Phm.Statistics;

/// <summary>The distribution of an outcome about its mean μ.</summary>
public enum Family
{
    /// <summary>An event or not; variance μ(1 - μ), logit link.</summary>
    Binomial,

    /// <summary>A count with variance μ; log link.</summary>
    Poisson,

    /// <summary>A count with variance φμ, φ estimated from Pearson's residuals (Wedderburn RWM. Biometrika 1974;61:439-447, doi:10.1093/biomet/61.3.439); log link. It has no likelihood.</summary>
    QuasiPoisson,

    /// <summary>A count with variance μ + αμ² ("NB2"), α by maximum likelihood (Lawless JF. Can J Stat 1987;15:209-225, doi:10.2307/3314912); log link.</summary>
    NegativeBinomial,

    /// <summary>A count with variance (1 + δ)μ ("NB1"), δ by maximum likelihood (Cameron AC, Trivedi PK. J Appl Econometrics 1986;1:29-53, doi:10.1002/jae.3950010104); log link.</summary>
    NegativeBinomialLinear,

    /// <summary>An amount above 0 with variance φμ², φ estimated from Pearson's residuals; log link.</summary>
    Gamma,
}
