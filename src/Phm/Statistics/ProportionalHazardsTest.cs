using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>The test that hazard ratios do not change with time. See <see cref="SurvivalFit.TestProportionalHazards"/>.</summary>
/// <param name="Term">The term; empty for the test of all terms together.</param>
/// <param name="Statistic">χ².</param>
/// <param name="DegreesOfFreedom">How many coefficients are tested.</param>
public sealed record ProportionalHazardsTest(string Term, double Statistic, int DegreesOfFreedom) : Statement
{
    /// <summary>The probability of a statistic at least as large, were hazards proportional.</summary>
    public double PValue => Tails.ChiSquared(Statistic, DegreesOfFreedom);

    internal static IReadOnlyList<ProportionalHazardsTest> Of(SurvivalFit fit, CoxRows rows, SurvivalCurve curve)
    {
        var columns = rows.Columns;
        var (score, plain, cross, square) = (new double[columns], new double[columns, columns], new double[columns, columns], new double[columns, columns]);
        RiskSet.Walk(rows, rows.Predictor(fit.Estimates), withSquares: true, set =>
        {
            var g = 1 - curve.JustBefore(set.Time);
            for (var i = set.Ending.From; i < set.Ending.To; i++)
            {
                for (var j = 0; rows.Died[i] && j < columns; j++) score[j] += g * rows.Weight[i] * rows.X[i * columns + j];
            }
            foreach (var step in TieStep.Of(set, fit.Ties)) Add(step, g, score, plain, cross, square);
        });
        var terms = fit.Coefficients.Select(coefficient => coefficient.Term).Distinct();
        return [.. terms.Select(term => Test(term, fit.IndicesOf([term]))), Test("", [.. Enumerable.Range(0, columns)])];

        ProportionalHazardsTest Test(string term, int[] tested) => new(term, ScoreTest(score, plain, cross, square, tested), tested.Length);
    }

    private static void Add(TieStep step, double g, double[] score, double[,] plain, double[,] cross, double[,] square)
    {
        var columns = score.Length;
        for (var i = 0; i < columns; i++)
        {
            score[i] -= g * step.Events * step.Mean(i);
            for (var j = 0; j < columns; j++)
            {
                var covariance = step.Events * step.Covariance(Math.Min(i, j), Math.Max(i, j), columns);
                plain[i, j] += covariance;
                cross[i, j] += g * covariance;
                square[i, j] += g * g * covariance;
            }
        }
    }

    /// <summary>The score test of some coefficients of g(t) x, with those of x estimated: uᵀ(C - BA⁻¹Bᵀ)⁻¹u.</summary>
    private static double ScoreTest(double[] score, double[,] plain, double[,] cross, double[,] square, int[] tested)
    {
        var (columns, count) = (score.Length, tested.Length);
        var factor = InformationFactor.OfSums([.. plain.Cast<double>()], columns, columns);
        var left = new double[count * count];
        for (var a = 0; a < count; a++)
        {
            var solved = factor.Solve([.. Enumerable.Range(0, columns).Select(j => cross[tested[a], j])]);
            for (var b = 0; b < count; b++)
            {
                left[a * count + b] = square[tested[a], tested[b]];
                for (var j = 0; j < columns; j++) left[a * count + b] -= solved[j] * cross[tested[b], j];
            }
        }
        var u = tested.Select(j => score[j]).ToArray();
        var rest = InformationFactor.OfSums(left, count, count);
        if (!(rest.SmallestShare > 1e-13))
            throw new DataException("Events happen at too few times to tell whether hazard ratios change with time: there have to be events at two times or more in which the columns vary.");
        return rest.Solve(u).Zip(u, (x, y) => x * y).Sum();
    }

    private protected override string Words => $"Proportional hazards, {(Term.Length == 0 ? "all terms" : Term)}: {StatementWords.ChiSquared(Statistic, DegreesOfFreedom)}, {NumberText.WithP(PValue)}";
}
