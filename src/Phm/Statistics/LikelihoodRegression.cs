namespace Phm.Statistics;

/// <summary>Fits generalised linear models: the search, what its maximum says, and the null model beside it.</summary>
internal static class LikelihoodRegression
{
    public static T Fit<T>(Frame frame, LinkedDistribution distribution, Func<FitCore, Overdispersion?, T> result)
    {
        var search = Search(frame, distribution);
        var (found, factor) = (search.Distribution, search.Factor());
        var (rows, columns) = (frame.Design.Rows, frame.Design.Columns);
        var scale = found.HasScale ? search.Sums.Pearson / (rows - columns) : 1;
        var nuisance = Nuisance.Of(search, factor);
        var covariance = frame.Model.StandardErrors == StandardErrors.Model
            ? Sandwich.Scaled(nuisance.Widen(factor.Inverse()), scale)
            : Sandwich.Of(frame, search.Coefficients, found, factor, nuisance);
        var (nullDeviance, nullLikelihood) = Null(frame, found);
        var degrees = frame.Clusters is not null ? frame.ClusterCount - 1 : found.HasScale ? rows - columns : double.PositiveInfinity;
        var core = new FitCore(
            frame.Coding,
            [.. search.Coefficients.Select((estimate, j) => new Coefficient(frame.Coding.Names[j], frame.Coding.TermOfColumn[j], estimate, Math.Sqrt(covariance[j, j]), degrees))],
            new(frame.Coding.Names, covariance), frame.Use, frame.Clusters is null ? null : frame.ClusterCount,
            found.LogLikelihood(search.Sums), nullLikelihood,
            columns + (found.HasScale || !double.IsNaN(found.LogDispersion) ? 1 : 0), scale,
            2 * (found.Saturated - search.Sums.LogLikelihood), nullDeviance, search.Sums.Pearson, search.Steps, degrees);
        return result(core, double.IsNaN(found.LogDispersion) ? null : new(Math.Exp(found.LogDispersion), Math.Sqrt(1 / nuisance.Curvature)));
    }

    /// <summary>A search that begins, where there is a dispersion to find, at the Poisson fit and the moments of its residuals.</summary>
    private static LikelihoodSearch Search(Frame frame, LinkedDistribution distribution)
    {
        if (double.IsNaN(distribution.LogDispersion)) return LikelihoodSearch.Run(frame, distribution);
        var counts = CountTable.Of(frame, Family.Poisson);
        var poisson = LikelihoodSearch.Run(frame, new PoissonDistribution(counts), roughly: true);
        var excess = Math.Max(poisson.Sums.Pearson / (frame.Design.Rows - frame.Design.Columns) - 1, 0.05);
        var perCount = distribution is NegativeBinomialDistribution ? counts.Weight / counts.Total : 1;
        return LikelihoodSearch.Run(frame, distribution.WithLogDispersion(Math.Log(Math.Clamp(excess * perCount, 1e-3, 1e3))), poisson.Coefficients, largest: poisson.Largest);
    }

    /// <summary>Deviance and log-likelihood of an intercept alone, or of nothing but the offset where the model has no intercept.</summary>
    private static (double Deviance, double LogLikelihood) Null(Frame frame, LinkedDistribution distribution)
    {
        var flat = frame with { Design = DesignCoding.InterceptOnly.Bind(frame.Table, frame.Selection) };
        var hasDispersion = !double.IsNaN(distribution.LogDispersion);
        if (!frame.Model.HasIntercept)
        {
            var sums = RowSums.Of(flat, [0], distribution, withInformation: false);
            return (2 * (distribution.Saturated - sums.LogLikelihood), distribution.LogLikelihood(sums));
        }
        var kept = LikelihoodSearch.Run(flat, distribution, [distribution.Center], fixDispersion: true);
        var free = hasDispersion ? LikelihoodSearch.Run(flat, distribution, kept.Coefficients) : kept;
        return (2 * (distribution.Saturated - kept.Sums.LogLikelihood), free.Distribution.LogLikelihood(free.Sums));
    }
}
