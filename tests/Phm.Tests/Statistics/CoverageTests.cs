using Phm.Statistics;

namespace Phm.Tests.Statistics;

/// <summary>
/// Recovery: data are drawn from a known truth, estimated, and drawn again, a thousand times. Estimates have to lie about the truth, their
/// standard errors have to be the spread that is seen, and 95% intervals have to hold the truth as often as they say.
/// </summary>
[Trait("Category", "Coverage")]
public sealed class CoverageTests(ITestOutputHelper output)
{
    private const int Replications = 1_000;

    [Fact]
    public void Linear_regression_with_equal_variances() => Recovers("linear", (random, mean) => mean + 2 * Normal(random), table => Model.Linear("y").On("x", "group").Fit(table));

    [Fact]
    public void Robust_linear_regression_with_variances_that_grow() =>
        Recovers("linear, HC3", (random, mean) => mean + Math.Exp(0.8 * mean) * Normal(random), table => Model.Linear("y").On("x", "group").Robust(StandardErrors.HC3).Fit(table));

    [Fact]
    public void Linear_regression_of_clusters() =>
        Recovers("linear, clustered", (random, mean) => mean + Normal(random), table => Model.Linear("y").On("x", "group").ClusteredBy("practice").Fit(table), practiceSpread: 0.7);

    [Fact]
    public void Logistic_regression() => Recovers("logistic", (random, mean) => random.NextDouble() < 1 / (1 + Math.Exp(-mean)) ? 1 : 0, table => Model.Binary("y").On("x", "group").Fit(table));

    [Fact]
    public void Poisson_regression_with_exposure() => Recovers("Poisson", (random, mean) => Poisson(random, Math.Exp(mean)), table => Counts.Exposure("years").Fit(table), exposed: true);

    [Fact]
    public void Quasi_Poisson_regression_of_counts_with_twice_the_variance() =>
        Recovers("quasi-Poisson", (random, mean) => Poisson(random, Math.Exp(mean) * Gamma(random, Math.Exp(mean)) / Math.Exp(mean)), table => Counts.Fit(table, Family.QuasiPoisson));

    [Fact]
    public void Negative_binomial_regression_with_exposure() =>
        Recovers("negative binomial", (random, mean) => Poisson(random, Math.Exp(mean) * 0.8 * Gamma(random, 1 / 0.8)), table => Counts.Exposure("years").Fit(table, Family.NegativeBinomial), exposed: true, logDispersion: Math.Log(0.8));

    [Fact]
    public void Negative_binomial_regression_with_variance_in_proportion_to_the_mean() =>
        Recovers("negative binomial, linear", (random, mean) => Poisson(random, 1.5 * Gamma(random, Math.Exp(mean) / 1.5)), table => Counts.Fit(table, Family.NegativeBinomialLinear), logDispersion: Math.Log(1.5));

    [Fact]
    public void Poisson_regression_of_negative_binomial_counts_with_robust_errors() =>
        Recovers("Poisson, HC1", (random, mean) => Poisson(random, Math.Exp(mean) * 0.8 * Gamma(random, 1 / 0.8)), table => Counts.Robust().Fit(table));

    [Fact]
    public void Gamma_regression() => Recovers("gamma", (random, mean) => Math.Exp(mean) / 2 * Gamma(random, 2), table => Model.Amount("y").On("x", "group").Fit(table));

    private static CountModel Counts => Model.Count("y").On("x", "group");

    private void Recovers(string name, Func<Random, double, double> draw, Func<AnalysisTable, FittedModel> fit, bool exposed = false, double practiceSpread = 0, double logDispersion = double.NaN)
    {
        double[] truth = [0.2, 0.5, -0.4, .. double.IsNaN(logDispersion) ? Array.Empty<double>() : [logDispersion]];
        var (sums, squares, errors, held) = (new double[truth.Length], new double[truth.Length], new double[truth.Length], new int[truth.Length]);
        for (var replication = 0; replication < Replications; replication++)
        {
            var random = new Random(1_000 * name.Length + 7_919 * replication);
            var fitted = fit(Draw(random, 800, truth, draw, exposed, practiceSpread));
            var found = fitted.Coefficients.Select(c => (c.Estimate, c.StandardError, Interval: c.Interval())).ToList();
            if (fitted is CountFit { Overdispersion: { } spread } && truth.Length > 3) found.Add((Math.Log(spread.Value), spread.StandardErrorOfLog, new(Math.Log(spread.Interval().Low), Math.Log(spread.Interval().High), 0.95)));
            for (var k = 0; k < truth.Length; k++)
            {
                sums[k] += found[k].Estimate - truth[k];
                squares[k] += Math.Pow(found[k].Estimate - truth[k], 2);
                errors[k] += found[k].StandardError;
                if (found[k].Interval.Low <= truth[k] && truth[k] <= found[k].Interval.High) held[k]++;
            }
        }
        for (var k = 0; k < truth.Length; k++)
        {
            var (bias, spread) = (sums[k] / Replications, Math.Sqrt(squares[k] / Replications));
            var (ratio, coverage) = (errors[k] / Replications / spread, held[k] / (double)Replications);
            output.Tell("coverage", FormattableString.Invariant($"{name}, {(k < 3 ? $"coefficient {k + 1}" : "ln dispersion")}: truth {truth[k]:F2}, bias {bias:F4}, spread {spread:F4}, standard error / spread {ratio:F3}, coverage {coverage:P1}"));
            // A dispersion is biased a little downwards by the degrees of freedom that coefficients take.
            Assert.True(Math.Abs(bias) < 4 * spread / Math.Sqrt(Replications) + (k < 3 ? 0.002 : 0.02), $"{name}: bias {bias} of {k}");
            Assert.InRange(ratio, 0.92, 1.08);
            Assert.InRange(coverage, 0.927, 0.973);
        }
    }

    private static AnalysisTable Draw(Random random, int rows, double[] truth, Func<Random, double, double> draw, bool exposed, double practiceSpread)
    {
        var (x, group, y, years, practice) = (new double[rows], new string[rows], new double[rows], new double[rows], new double[rows]);
        var effects = Enumerable.Range(0, 80).Select(_ => practiceSpread * Normal(random)).ToArray();
        for (var i = 0; i < rows; i++)
        {
            (x[i], group[i], years[i], practice[i]) = (2 * random.NextDouble() - 1, random.NextDouble() < 0.4 ? "B" : "A", exposed ? 0.3 + random.NextDouble() : 1, i % 80);
            y[i] = draw(random, truth[0] + truth[1] * x[i] + (group[i] == "B" ? truth[2] : 0) + Math.Log(years[i]) + effects[i % 80]);
        }
        return new AnalysisTable().Number("x", x).Factor("group", group).Number("y", y).Number("years", years).Number("practice", practice);
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>By inversion, of the means below 50 that occur here.</summary>
    private static double Poisson(Random random, double mean)
    {
        var (count, product, limit) = (0, 1 - random.NextDouble(), Math.Exp(-mean));
        for (; product > limit; count++) product *= 1 - random.NextDouble();
        return count;
    }

    /// <summary>Marsaglia G, Tsang WW. ACM Trans Math Softw 2000;26:363-372, doi:10.1145/358407.358414; a shape below 1 by the power of a uniform.</summary>
    private static double Gamma(Random random, double shape)
    {
        if (shape < 1) return Gamma(random, shape + 1) * Math.Pow(1 - random.NextDouble(), 1 / shape);
        var d = shape - 1 / 3.0;
        while (true)
        {
            var x = Normal(random);
            var v = Math.Pow(1 + x / Math.Sqrt(9 * d), 3);
            if (v > 0 && Math.Log(1 - random.NextDouble()) < x * x / 2 + d * (1 - v + Math.Log(v))) return d * v;
        }
    }
}
