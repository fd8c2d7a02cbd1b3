using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>
/// A fitted linear regression. Few rows and ill-conditioned data are solved by Householder's QR factors, and few rows corrected by residuals of twice
/// the digits; tall data, where the condition of XᵀWX allows, by Cholesky's factor with one step of correction (Björck Å. Linear Algebra Appl 1987;88-89:31-48, doi:10.1016/0024-3795(87)90101-7).
/// </summary>
public sealed record LinearFit : FittedModel
{
    /// <summary>What was fitted.</summary>
    public override LinearModel Specification { get; }

    /// <summary>Σ w (y - ŷ)².</summary>
    public required double ResidualSumOfSquares { get; init; }

    /// <summary>Σ w (y - ȳ)², less offset; about 0 instead of the mean where there is no intercept.</summary>
    public required double TotalSumOfSquares { get; init; }

    /// <summary>Whether residuals are no larger than rounding makes them: then there is no error to estimate, and standard errors, intervals and likelihood are NaN.</summary>
    public bool IsPerfect => ResidualSumOfSquares <= LinearRegression.PerfectShare * TotalSumOfSquares;

    /// <summary>√(RSS/(n - p)), the standard deviation of residuals of weight 1.</summary>
    public double ResidualStandardError => Math.Sqrt(ResidualSumOfSquares / ResidualDegreesOfFreedom);

    /// <summary>The share of the total sum of squares that the terms explain, 1 - RSS/TSS.</summary>
    public double RSquared => 1 - ResidualSumOfSquares / TotalSumOfSquares;

    /// <summary>R² less what chance explains: 1 - (1 - R²)(n - 1)/(n - p), with n for n - 1 where there is no intercept.</summary>
    public double AdjustedRSquared => 1 - (1 - RSquared) * (Rows.Used - Constants) / ResidualDegreesOfFreedom;

    /// <summary>The test that no term matters. With standard errors of the model it is the F test of sums of squares, else the test of Wald. Null where there are no terms.</summary>
    public WaldTest? OverallTest() => Coefficients.Count == Constants ? null : Specification.StandardErrors != StandardErrors.Model ? Test()
        : new(IsPerfect ? double.NaN : ExplainedMeanSquare / (ResidualSumOfSquares / ResidualDegreesOfFreedom), Coefficients.Count - Constants, ResidualDegreesOfFreedom);

    internal LinearFit(LinearModel specification, DesignCoding coding) : base(coding) => Specification = specification;

    /// <summary>With clusters, G - 1: as many as there are independent pieces of information, less one.</summary>
    internal override double TestDegreesOfFreedom => Clusters - 1 ?? ResidualDegreesOfFreedom;

    internal override string Kind => "linear regression";

    internal override EffectScale Effect => EffectScale.Coefficient;

    internal override IEnumerable<string> FitWords =>
    [
        IsPerfect ? "fits perfectly, no residual error" : $"residual standard error {NumberText.Significant(ResidualStandardError)}", LikelihoodWords,
        double.IsFinite(RSquared) ? $"R² {NumberText.WithDecimals(RSquared, 3)}, adjusted {NumberText.WithDecimals(AdjustedRSquared, 3)}" : "",
    ];

    internal override double MeanAt(double predictor) => predictor;

    internal override double SlopeAt(double predictor) => 1;

    private double ExplainedMeanSquare => (TotalSumOfSquares - ResidualSumOfSquares) / (Coefficients.Count - Constants);

    private int Constants => Specification.HasIntercept ? 1 : 0;
}
