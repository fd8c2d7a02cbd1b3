namespace Phm.Statistics;

/// <summary>
/// Where the covariance of coefficients comes from: the model, or the residuals (a "sandwich" A⁻¹BA⁻¹, with A the information and B the sum of
/// the squared scores of rows), which holds where the model's variance does not.
/// </summary>
public enum StandardErrors
{
    /// <summary>The model's own: σ²(XᵀWX)⁻¹ of a linear model, the inverse information of others.</summary>
    Model,

    /// <summary>White H. Econometrica 1980;48:817-838, doi:10.2307/1912934.</summary>
    HC0,

    /// <summary>HC0 times n/(n - p) (MacKinnon JG, White H. J Econometrics 1985;29:305-325, doi:10.1016/0304-4076(85)90158-7).</summary>
    HC1,

    /// <summary>Each squared score divided by 1 - h, h being the row's leverage; same source as <see cref="HC1"/>.</summary>
    HC2,

    /// <summary>Each squared score divided by (1 - h)², near the jackknife; same source as <see cref="HC1"/>.</summary>
    HC3,

    /// <summary>
    /// Scores summed within clusters (Liang KY, Zeger SL. Biometrika 1986;73:13-22, doi:10.1093/biomet/73.1.13) with G clusters and the factor
    /// G/(G - 1), for a linear model also (n - 1)/(n - p), known as CR1. Tests and intervals are of t with G - 1 degrees of freedom; with fewer than 40 clusters these
    /// are too narrow all the same (Cameron AC, Miller DL. J Hum Resour 2015;50:317-372, doi:10.3368/jhr.50.2.317). G has to be above the number of coefficients, and
    /// each level of a factor that is the same throughout each cluster has to lie in several.
    /// </summary>
    Clustered,
}
