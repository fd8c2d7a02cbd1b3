using MathNet.Numerics;
using Phm.Statistics;
using static Phm.Statistics.Term;

namespace Phm.Tests.Statistics;

/// <summary>
/// Random data with missing values, weights, exposure, a factor and an interaction: the likelihood is that of its textbook formula row by row, and no
/// coefficient moved by a hundredth of its standard error makes it larger.
/// </summary>
public sealed class LikelihoodOracleTests
{
    private sealed record Row(double? X, string? Group, double Weight, double Years, double Outcome);

    [Theory]
    [InlineData(Family.Binomial)]
    [InlineData(Family.Poisson)]
    [InlineData(Family.NegativeBinomial)]
    [InlineData(Family.NegativeBinomialLinear)]
    [InlineData(Family.Gamma)]
    public void The_likelihood_is_that_of_the_formula_and_the_estimate_its_maximum(Family family)
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var random = new Random(100 * (int)family + seed);
            var rows = Enumerable.Range(0, 150 + 97 * seed).Select(_ => Draw(random, family)).ToArray();
            var table = AnalysisTable.FromRows(rows, c => c.Number("x", r => r.X).Factor("group", r => r.Group, "B").Number("weight", r => r.Weight).Number("years", r => r.Years)
                .Number("log years", r => Math.Log(r.Years)).Number("y", r => r.Outcome));
            var fit = Fit(table, family);
            var whole = rows.Where(row => row.X is not null && row.Group is not null).ToArray();
            Assert.Equal((rows.Length, whole.Length), (fit.Rows.Given, fit.Rows.Used));

            var estimates = fit.Coefficients.Select(c => c.Estimate).ToArray();
            var dispersion = family == Family.Gamma ? fit.Deviance / whole.Sum(row => row.Weight) : (fit as CountFit)?.Overdispersion?.Value ?? 0;
            var best = LogLikelihood(whole, family, estimates, dispersion);
            Digits.AtLeast(11, [best], [fit.LogLikelihood]);
            foreach (var (j, coefficient) in fit.Coefficients.Index())
            {
                foreach (var step in (double[])[-0.01, 0.01])
                {
                    var moved = estimates.ToArray();
                    moved[j] += step * coefficient.StandardError;
                    Assert.True(LogLikelihood(whole, family, moved, dispersion) < best, $"{family}, seed {seed}, {coefficient.Name}");
                }
            }
            if (fit is not CountFit { Overdispersion: { } spread }) continue;
            foreach (var step in (double[])[-0.01, 0.01]) Assert.True(LogLikelihood(whole, family, estimates, dispersion * Math.Exp(step * spread.StandardErrorOfLog)) < best);
        }
    }

    private static GeneralisedLinearFit Fit(AnalysisTable table, Family family) => family switch
    {
        Family.Binomial => Model.Binary("y").On("x", "group", Interaction("x", "group")).Weights("weight").Offset("log years").Fit(table),
        Family.Gamma => Model.Amount("y").On("x", "group", Interaction("x", "group")).Weights("weight").Offset("log years").Fit(table),
        _ => Model.Count("y").On("x", "group", Interaction("x", "group")).Weights("weight").Exposure("years").Fit(table, family),
    };

    private static Row Draw(Random random, Family family)
    {
        var rate = -Math.Log(1 - random.NextDouble());
        var outcome = family switch
        {
            Family.Binomial => random.Next(2),
            Family.Gamma => 0.1 + 3 * rate,
            Family.Poisson => random.Next(5),
            _ => Math.Floor(6 * rate * random.NextDouble()),
        };
        return new(random.Next(20) == 0 ? null : random.NextDouble() * 4, random.Next(25) == 0 ? null : "ABC".Substring(random.Next(3), 1), 0.5 + random.NextDouble(), 0.5 + random.NextDouble(), outcome);
    }

    private static double LogLikelihood(Row[] rows, Family family, double[] b, double dispersion)
    {
        var sum = 0.0;
        foreach (var row in rows)
        {
            var (x, a, c) = (row.X!.Value, row.Group == "A" ? 1 : 0, row.Group == "C" ? 1 : 0);
            var predictor = Math.Log(row.Years) + b[0] + b[1] * x + b[2] * a + b[3] * c + b[4] * x * a + b[5] * x * c;
            sum += row.Weight * LogDensity(family, row.Outcome, predictor, dispersion);
        }
        return sum;
    }

    private static double LogDensity(Family family, double y, double predictor, double dispersion)
    {
        var mean = Math.Exp(predictor);
        var size = family == Family.NegativeBinomial ? 1 / dispersion : mean / dispersion;
        return family switch
        {
            Family.Binomial => y * predictor - Math.Log(1 + mean),
            Family.Poisson => y * predictor - mean - SpecialFunctions.GammaLn(y + 1),
            Family.Gamma => (Math.Log(y / (dispersion * mean)) - y / mean) / dispersion - Math.Log(y) - SpecialFunctions.GammaLn(1 / dispersion),
            _ => SpecialFunctions.GammaLn(y + size) - SpecialFunctions.GammaLn(size) - SpecialFunctions.GammaLn(y + 1) + size * Math.Log(size / (size + mean)) + y * Math.Log(mean / (size + mean)),
        };
    }
}
