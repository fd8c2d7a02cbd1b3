using Phm.Statistics;
using static Phm.Statistics.Term;

namespace Phm.Tests.Statistics;

/// <summary>Numbers of R 4.2.2 (lm, splines::ns) and sandwich 3.0-2 on the births of Hosmer and Lemeshow.</summary>
public sealed class LinearRegressionTests
{
    private static readonly LinearModel s_model = Model.Linear("bwt").On(Spline("age", 4), "lwt", "race", "smoke", Interaction("smoke", "lwt"));

    [Fact]
    public void Splines_factors_and_interactions_are_fitted_as_by_R()
    {
        var fit = s_model.Fit(ReferenceData.Births);
        Assert.Equal(["Intercept", "age (spline 1)", "age (spline 2)", "age (spline 3)", "age (spline 4)", "lwt", "race: 2", "race: 3", "smoke", "smoke × lwt"], fit.Coefficients.Select(c => c.Name));
        Digits.AtLeast(11, [2871.199716858307056, -132.165518804830469, -504.461772026307301, 360.811969911012397, 1270.496802798440058, 4.280469004657654, -527.101332043425487, -369.363378093999700, -332.789279697517941, -0.393447223384575], fit.Coefficients.Select(c => c.Estimate));
        Digits.AtLeast(12, [398.16295167782147, 267.33364104867547, 292.41763129845896, 668.06241314662191, 609.35607052353146, 2.44786391174927, 156.02550740813734, 121.53978156096075, 454.21421947467633, 3.32920528608999], fit.Coefficients.Select(c => c.StandardError));
        Digits.AtLeast(13, [675.955494560678062, 0.181872408983524, 0.140737502172640, 4.421364312788490, -1494.590296378191624, 3011.180592756383248, 3046.839809922039422],
            [fit.ResidualStandardError, fit.RSquared, fit.AdjustedRSquared, fit.OverallTest()!.Statistic, fit.LogLikelihood, fit.Aic, fit.Bic]);
        Digits.AtLeast(10, [fit.OverallTest()!.Statistic, fit.OverallTest()!.PValue], [fit.Test().Statistic, fit.Test().PValue]);
    }

    [Theory]
    [InlineData(StandardErrors.HC0, 380.45786269240415, 445.74486130198346, 3.12970196285664)]
    [InlineData(StandardErrors.HC1, 390.94075776578131, 458.02663300059135, 3.21593578926619)]
    [InlineData(StandardErrors.HC2, 397.76556841937327, 658.15775521549551, 3.28211823963035)]
    [InlineData(StandardErrors.HC3, 419.72964669888694, 1164.51652089403979, 3.46125567043079)]
    public void Robust_standard_errors_are_those_of_vcovHC(StandardErrors kind, double intercept, double spline, double interaction)
    {
        var fit = s_model.Robust(kind).Fit(ReferenceData.Births);
        Digits.AtLeast(11, [intercept, spline, interaction], [fit["Intercept"].StandardError, fit["age (spline 4)"].StandardError, fit["smoke × lwt"].StandardError]);
    }

    [Fact]
    public void Standard_errors_by_cluster_are_those_of_vcovCL()
    {
        var fit = s_model.ClusteredBy("age").Fit(ReferenceData.Births);
        Digits.AtLeast(11, [423.87880347531330, 464.33893017141241, 2.65493848465651, 3.59469797063522], [fit["Intercept"].StandardError, fit["age (spline 4)"].StandardError, fit["lwt"].StandardError, fit["smoke × lwt"].StandardError]);
        Assert.Equal(24, fit.Clusters);
        Assert.Equal(23, fit["lwt"].DegreesOfFreedom);
    }

    [Fact]
    public void Weights_divide_the_variance_of_rows()
    {
        var model = Model.Linear("bwt").On("age", "race").Weights("lwt");
        var fit = model.Fit(ReferenceData.Births);
        Digits.AtLeast(12, [3021.04744509754482, 4.63334656568507, -377.31545674073550, -289.04471053193288], fit.Coefficients.Select(c => c.Estimate));
        Digits.AtLeast(12, [253.17356430804207, 9.91320073945001, 152.84068646238910, 117.59313193504764], fit.Coefficients.Select(c => c.StandardError));
        Digits.AtLeast(12, [8.15189021375106e+03, 5.33120247521255e-02, 3.47271217726581, -1.51074443206576e+03, 3.03148886413153e+03], [fit.ResidualStandardError, fit.RSquared, fit.OverallTest()!.Statistic, fit.LogLikelihood, fit.Aic]);
        Digits.AtLeast(11, [316.8151573002816, 12.9385974239226, 184.0656250310629, 119.2744658245625], model.Robust(StandardErrors.HC3).Fit(ReferenceData.Births).Coefficients.Select(c => c.StandardError));
    }

    [Fact]
    public void A_design_of_many_levels_and_their_interactions_gives_the_means_of_its_cells()
    {
        // 40 levels in two groups with all products: 80 coefficients that say the mean of each of 80 cells.
        var random = new Random(21);
        var rows = Enumerable.Range(0, 23_000).Select(i => (Practice: i % 40, Group: i / 40 % 2, Y: random.NextDouble())).ToArray();
        var table = AnalysisTable.FromRows(rows, c => c.Factor("practice", r => $"{r.Practice}").Factor("group", r => $"{r.Group}").Number("y", r => r.Y));
        foreach (var chosen in (AnalysisTable[])[table, AnalysisTable.FromRows(rows.Take(9_000), c => c.Factor("practice", r => $"{r.Practice}").Factor("group", r => $"{r.Group}").Number("y", r => r.Y))])
        {
            var fit = Model.Linear("y").On("practice", "group", Interaction("practice", "group")).Fit(chosen);
            Assert.Equal(80, fit.Coefficients.Count);
            var cell = rows.Take(chosen.Rows).Where(r => r is { Practice: 37, Group: 1 }).Select(r => r.Y).ToArray();
            var (mean, deviation) = (cell.Average(), fit.ResidualStandardError / Math.Sqrt(cell.Length));
            var predicted = fit.Predict(new AnalysisTable().Factor("practice", ["37"]).Factor("group", ["1"])).Single();
            Digits.AtLeast(11, [mean, deviation], [predicted.Mean, predicted.StandardError]);
        }
    }

    [Fact]
    public void The_test_of_one_coefficient_is_the_square_of_its_t()
    {
        var fit = s_model.ClusteredBy("age").Fit(ReferenceData.Births);
        var (test, coefficient) = (fit.Test("lwt"), fit["lwt"]);
        Digits.AtLeast(12, [coefficient.Statistic * coefficient.Statistic, coefficient.PValue, 1, 23], [test.Statistic, test.PValue, test.DegreesOfFreedom, test.DenominatorDegreesOfFreedom]);
        Assert.Equal(2, fit.Test("race").DegreesOfFreedom);
        Assert.Throws<ArgumentException>(() => fit.Test("height"));
    }

    [Fact]
    public void Predictions_have_intervals_and_go_on_straight_beyond_the_boundary_knots()
    {
        var people = new AnalysisTable().Number("age", [14, 30, 50, 60]).Number("lwt", [100, 120, 150, 130]).Factor("race", ["1", "2", "3", "1"]).Number("smoke", [0, 1, 1, 0]);
        var predictions = s_model.Fit(ReferenceData.Births).Predict(people);
        Digits.AtLeast(11, [3299.24661732407, 2246.33162541636, 4639.30219664991, 6610.50787513977], predictions.Select(p => p.Mean));
        Digits.AtLeast(11, [2749.91717568023, 1867.08539586179, 2873.03303701681, 3808.92267767092], predictions.Select(p => p.Interval.Low));
        Digits.AtLeast(11, [3848.57605896792, 2625.57785497094, 6405.57135628301, 9412.09307260863], predictions.Select(p => p.Interval.High));
    }

    [Fact]
    public void Tall_data_are_solved_to_the_digits_of_an_orthogonal_factor_with_the_same_bits_on_any_number_of_threads()
    {
        var random = new Random(7);
        const int rows = 60_000;
        var (a, b) = (Columns(random, rows, () => 2010 + random.NextDouble() * 5), Columns(random, rows, () => random.NextDouble()));
        var y = a.Zip(b, (u, v) => 3 + 0.25 * u - 7 * v).Select(mean => mean + random.NextDouble()).ToArray();
        var table = new AnalysisTable().Number("a", a).Number("b", b).Number("y", y).Factor("f", [.. a.Select(value => value > 2013 ? "late" : "early")]);
        var model = Model.Linear("y").On("a", "b", "f", Interaction("b", "f")).Robust(StandardErrors.HC3);

        var fit = model.Fit(table);
        foreach (var threads in (int[])[1, 3])
        {
            var other = (model with { Threads = threads }).Fit(table);
            Assert.Equal(fit.Coefficients, other.Coefficients);
            Assert.Equal(fit.ResidualSumOfSquares, other.ResidualSumOfSquares);
        }

        // The normal equations about the middle, in decimals of 28 digits.
        var exact = ExactSlope(a, b, y, a.Select(value => value > 2013 ? 1 : 0).ToArray());
        Digits.AtLeast(11, exact, fit.Coefficients.Skip(1).Select(c => c.Estimate));
    }

    private static double[] Columns(Random random, int rows, Func<double> draw) => [.. Enumerable.Range(0, rows).Select(_ => draw())];

    /// <summary>Coefficients of a, b, f and bf beside an intercept, by elimination in decimals.</summary>
    private static double[] ExactSlope(double[] a, double[] b, double[] y, int[] f)
    {
        var m = new decimal[5, 6];
        for (var row = 0; row < a.Length; row++)
        {
            decimal[] x = [1, (decimal)a[row], (decimal)b[row], f[row], f[row] * (decimal)b[row], (decimal)y[row]];
            for (var i = 0; i < 5; i++)
            {
                for (var j = 0; j < 6; j++) m[i, j] += x[i] * x[j];
            }
        }
        for (var i = 0; i < 5; i++)
        {
            for (var r = 0; r < 5; r++)
            {
                if (r == i) continue;
                var share = m[r, i] / m[i, i];
                for (var c = 0; c < 6; c++) m[r, c] -= share * m[i, c];
            }
        }
        return [.. Enumerable.Range(1, 4).Select(i => (double)(m[i, 5] / m[i, i]))];
    }
}
