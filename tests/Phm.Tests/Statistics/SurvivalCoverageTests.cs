using Phm.Statistics;

namespace Phm.Tests.Statistics;

/// <summary>Recovery of known truth by survival methods, bootstrap intervals and the area under a ROC curve, over a thousand seeded data sets each.</summary>
[Trait("Category", "Coverage")]
public sealed class SurvivalCoverageTests(ITestOutputHelper output)
{
    private const int Replications = 1_000;

    [Theory]
    [InlineData(Ties.Efron, false)]
    [InlineData(Ties.Efron, true)]
    [InlineData(Ties.Breslow, false)]
    public void Cox_regression_of_exponential_times_with_censoring_and_entry(Ties ties, bool entering)
    {
        var (bias, held, errors, squares) = (0.0, 0, 0.0, 0.0);
        for (var k = 0; k < Replications; k++)
        {
            var table = Draw(new Random(17 + 7_919 * k), 400, entering);
            var fit = (entering ? Hazard.Entering("entry") : Hazard).Fit(table, ties)["x"];
            (bias, squares, errors) = (bias + (fit.Estimate - 0.5) / Replications, squares + Math.Pow(fit.Estimate - 0.5, 2) / Replications, errors + fit.StandardError / Replications);
            if (fit.Interval() is var interval && interval.Low <= 0.5 && 0.5 <= interval.High) held++;
        }
        Report($"Cox, {ties}, entry {entering}", bias, Math.Sqrt(squares), held);
        Assert.InRange(errors / Math.Sqrt(squares), 0.93, 1.07);
    }

    [Fact]
    public void Robust_Cox_regression_of_clusters_that_share_a_hazard()
    {
        var (bias, held, squares) = (0.0, 0, 0.0);
        for (var k = 0; k < Replications; k++)
        {
            // Each person is in the data four times, so errors that take rows for independent are half as large as they are.
            var table = Draw(new Random(99 + 7_919 * k), 200, false, copies: 4);
            var fit = Hazard.ClusteredBy("person").Fit(table, Ties.Breslow)["x"];
            (bias, squares) = (bias + (fit.Estimate - 0.5) / Replications, squares + Math.Pow(fit.Estimate - 0.5, 2) / Replications);
            if (fit.Interval() is var interval && interval.Low <= 0.5 && 0.5 <= interval.High) held++;
        }
        Report("Cox, clustered", bias, Math.Sqrt(squares), held);
    }

    [Fact]
    public void Kaplan_Meier_intervals_hold_the_survival_and_the_median()
    {
        var (bias, held, heldMedian, squares) = (0.0, 0, 0, 0.0);
        for (var k = 0; k < Replications; k++)
        {
            var random = new Random(41 + 7_919 * k);
            var (time, died) = (new double[150], new double[150]);
            for (var i = 0; i < 150; i++)
            {
                var (event_, censored) = (-Math.Log(1 - random.NextDouble()), -3 * Math.Log(1 - random.NextDouble()));
                (time[i], died[i]) = (Math.Min(event_, censored), event_ <= censored ? 1 : 0);
            }
            var curve = Model.Survival("time", "died").Curve(new AnalysisTable().Number("time", time).Number("died", died));
            var (point, median) = (curve.At(1), curve.Median());
            (bias, squares) = (bias + (point.Survival - Math.Exp(-1)) / Replications, squares + Math.Pow(point.Survival - Math.Exp(-1), 2) / Replications);
            if (point.Interval() is var interval && interval.Low <= Math.Exp(-1) && Math.Exp(-1) <= interval.High) held++;
            if (median.Low <= Math.Log(2) && (median.High is null || Math.Log(2) <= median.High)) heldMedian++;
        }
        Report("Kaplan-Meier at 1", bias, Math.Sqrt(squares), held);
        output.Tell("coverage", $"median: coverage {heldMedian / 10.0:F1}%");
        Assert.InRange(heldMedian, 927, 975);
    }

    [Fact]
    public void Log_rank_tests_of_the_same_hazards_reject_one_in_twenty()
    {
        var rejected = 0;
        for (var k = 0; k < Replications; k++)
        {
            var random = new Random(7 + 7_919 * k);
            var group = Enumerable.Range(0, 240).Select(i => (double)(i % 3)).ToArray();
            var time = group.Select(_ => -Math.Log(1 - random.NextDouble())).ToArray();
            var table = new AnalysisTable().Number("group", group).Number("time", time).Number("died", [.. group.Select(_ => random.NextDouble() < 0.8 ? 1.0 : 0)]);
            if (Model.Survival("time", "died").LogRank(table, "group").PValue < 0.05) rejected++;
        }
        output.Tell("coverage", $"log-rank: rejects {rejected / 10.0:F1}%");
        Assert.InRange(rejected, 30, 71);
    }

    [Fact]
    public void Bias_corrected_bootstrap_intervals_hold_the_ratio_of_rates()
    {
        var (held, bias, squares) = (0, 0.0, 0.0);
        for (var k = 0; k < Replications; k++)
        {
            var random = new Random(300 + 7_919 * k);
            var y = Enumerable.Range(0, 300).Select(i => random.NextDouble() < (i % 2 == 0 ? 0.4 : 0.2) ? -2 * Math.Log(1 - random.NextDouble()) : 0).ToArray();
            var found = Bootstrap.Rows(300, rows => Math.Log(RatioOf(rows, y)), seed: k, replications: 500);
            (bias, squares) = (bias + (found.Estimate - Math.Log(2)) / Replications, squares + Math.Pow(found.Estimate - Math.Log(2), 2) / Replications);
            if (found.BiasCorrected() is var interval && interval.Low <= Math.Log(2) && Math.Log(2) <= interval.High) held++;
        }
        Report("bootstrap BCa", bias, Math.Sqrt(squares), held);
    }

    [Fact]
    public void DeLong_intervals_hold_the_area()
    {
        // Scores of cases are half a standard deviation times two higher: the area is Φ(1/√2).
        const double truth = 0.76024993890652;
        var (held, bias, squares) = (0, 0.0, 0.0);
        for (var k = 0; k < Replications; k++)
        {
            var random = new Random(500 + 7_919 * k);
            var happened = Enumerable.Range(0, 240).Select(i => i % 3 == 0 ? 1.0 : 0).ToArray();
            var table = new AnalysisTable().Number("y", happened).Number("score", [.. happened.Select(y => y + Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))]);
            var curve = RocCurve.Of(table, "score", "y");
            (bias, squares) = (bias + (curve.Auc - truth) / Replications, squares + Math.Pow(curve.Auc - truth, 2) / Replications);
            if (curve.Interval() is var interval && interval.Low <= truth && truth <= interval.High) held++;
        }
        Report("DeLong", bias, Math.Sqrt(squares), held);
    }

    private static SurvivalModel Hazard => Model.Survival("time", "died").On("x", "group");

    private void Report(string name, double bias, double spread, int held)
    {
        output.Tell("coverage", FormattableString.Invariant($"{name}: bias {bias:F4}, spread {spread:F4}, coverage {held / (double)Replications:P1}"));
        Assert.True(Math.Abs(bias) < 4 * spread / Math.Sqrt(Replications) + 0.01, $"{name}: bias {bias}");
        Assert.InRange(held, 927, 973);
    }

    private static double RatioOf(ReadOnlySpan<int> rows, double[] y)
    {
        Span<double> sums = stackalloc double[4];
        foreach (var row in rows) (sums[row % 2], sums[2 + row % 2]) = (sums[row % 2] + y[row], sums[2 + row % 2] + 1);
        return sums[0] / sums[2] / (sums[1] / sums[3]);
    }

    private static AnalysisTable Draw(Random random, int people, bool entering, int copies = 1)
    {
        var rows = new List<(double Time, double Died, double Entry, double X, string Group, double Person)>();
        while (rows.Count < people * copies)
        {
            var (x, group) = (2 * random.NextDouble() - 1, random.NextDouble() < 0.4 ? "B" : "A");
            var (time, censored) = (-Math.Log(1 - random.NextDouble()) / Math.Exp(0.5 * x - (group == "B" ? 0.4 : 0)), 2.5 * random.NextDouble());
            var entry = entering ? 0.5 * random.NextDouble() : 0;
            if (entering && Math.Min(time, censored) <= entry) continue;
            for (var copy = 0; copy < copies; copy++) rows.Add((Math.Min(time, censored), time <= censored ? 1 : 0, entry, x, group, rows.Count / copies));
        }
        return AnalysisTable.FromRows(rows, c => c.Number("time", r => r.Time).Number("died", r => r.Died).Number("entry", r => r.Entry).Number("x", r => r.X).Factor("group", r => r.Group).Number("person", r => r.Person));
    }
}
