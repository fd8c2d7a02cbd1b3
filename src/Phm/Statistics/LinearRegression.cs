namespace Phm.Statistics;

/// <summary>Least squares, by the way that the size and the condition of the data ask for.</summary>
internal static class LinearRegression
{
    /// <summary>Up to so many rows an orthogonal factor costs little, and nothing is decided by the condition.</summary>
    private const int FewRows = 20_000;

    /// <summary>Corrections of few rows. Each leaves an error of about the condition times 10⁻¹⁶ of the one before.</summary>
    private const int Corrections = 3;

    /// <summary>The largest share of the sum of squares that rounding leaves of an outcome that terms fit exactly.</summary>
    public const double PerfectShare = 1e-20;

    public static LinearFit Fit(LinearModel model, AnalysisTable table)
    {
        var frame = Frame.Of(model, table);
        var normal = new NormalDistribution();
        var (coefficients, factor) = Solve(frame, normal);
        for (var step = 0; frame.Design.Rows <= FewRows && factor.Condition < 1e13 && step < Corrections; step++) Correct(coefficients, factor.Solve(ExactScore.Of(frame, coefficients)));
        var sums = RowSums.Of(frame, coefficients, normal, withInformation: false);
        var residual = sums.Pearson;
        if (frame.Design.Rows > FewRows && factor.IsWellConditioned)
        {
            var correction = factor.Solve(sums.Score);
            Correct(coefficients, correction);
            residual -= correction.Zip(sums.Score).Sum(pair => pair.First * pair.Second);
        }
        return Result(frame, coefficients, factor, residual, TotalSumOfSquares(frame, normal));
    }

    private static void Correct(double[] coefficients, double[] by)
    {
        for (var j = 0; j < coefficients.Length; j++) coefficients[j] += by[j];
    }

    private static (double[] Coefficients, InformationFactor Factor) Solve(Frame frame, NormalDistribution normal)
    {
        var zero = new double[frame.Design.Columns];
        if (frame.Design.Rows > FewRows)
        {
            var sums = RowSums.Of(frame, zero, normal);
            var fast = InformationFactor.OfSums(sums.Information, sums.Block.Stride, zero.Length);
            if (fast.IsWellConditioned) return (fast.Solve(sums.Score), fast);
        }
        var orthogonal = OrthogonalFactor.Of(frame, zero, normal);
        RankCheck.Require(orthogonal.Triangle, frame.Design.Names, frame.Model.RankTolerance);
        var factor = InformationFactor.OfTriangle(orthogonal.Triangle);
        return (factor.BackSolve(orthogonal.Target), factor);
    }

    private static double TotalSumOfSquares(Frame frame, NormalDistribution normal)
    {
        var constant = frame with { Design = DesignCoding.InterceptOnly.Bind(frame.Table, frame.Selection) };
        if (!frame.Model.HasIntercept) return RowSums.Of(constant, [0], normal, withInformation: false).Pearson;
        var sums = RowSums.Of(constant, [0], normal);
        var mean = sums.Score[0] / sums.Information[0];
        var about = RowSums.Of(constant, [mean], normal, withInformation: false);
        var total = about.Pearson - about.Score[0] * about.Score[0] / sums.Information[0];
        if (!(total > 0)) throw new DataException($"The outcome '{frame.Model.Outcome}' has the same value in every row that is used: there is nothing to explain.");
        return total;
    }

    private static LinearFit Result(Frame frame, double[] coefficients, InformationFactor factor, double residual, double total)
    {
        var (rows, columns) = (frame.Design.Rows, frame.Design.Columns);
        residual = Math.Max(residual, 0);
        var covariance = frame.Model.StandardErrors == StandardErrors.Model
            ? Sandwich.Scaled(factor.Inverse(), residual / (rows - columns))
            : Sandwich.Of(frame, coefficients, new NormalDistribution(), factor);
        if (frame.Clusters is not null) covariance = Sandwich.Scaled(covariance, (rows - 1.0) / (rows - columns));
        var isPerfect = residual <= PerfectShare * total;
        if (isPerfect) covariance = Sandwich.Scaled(covariance, double.NaN);
        var logWeights = frame.Prior?.Sum(Math.Log) ?? 0;
        var degrees = frame.Clusters is null ? rows - columns : frame.ClusterCount - 1;
        return new((LinearModel)frame.Model, frame.Coding)
        {
            Coefficients = [.. coefficients.Select((estimate, j) => new Coefficient(frame.Coding.Names[j], frame.Coding.TermOfColumn[j], estimate, Math.Sqrt(covariance[j, j]), degrees))],
            Covariance = new(frame.Coding.Names, covariance),
            Rows = frame.Use,
            Clusters = frame.Clusters is null ? null : frame.ClusterCount,
            ResidualSumOfSquares = residual,
            TotalSumOfSquares = total,
            Parameters = columns + 1,
            LogLikelihood = isPerfect ? double.NaN : (logWeights - rows * (Math.Log(2 * Math.PI * residual / rows) + 1)) / 2,
        };
    }
}
