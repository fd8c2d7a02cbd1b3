using Phm.Statistics;

namespace Phm.Tests.Statistics;

/// <summary>
/// The bootstrap against R 4.2.2, boot 1.3-28.1, on the admission scores of 15 law schools (Efron B, Tibshirani RJ. An Introduction to the Bootstrap, 1993,
/// table 3.1): of its correlation, three million replications in R give the standard error, the percentile and the BCa interval that are expected here.
/// </summary>
public sealed class BootstrapTests
{
    private static readonly double[] s_score = [576, 635, 558, 578, 666, 580, 555, 661, 651, 605, 653, 575, 545, 572, 594];
    private static readonly double[] s_grade = [3.39, 3.30, 2.81, 3.03, 3.44, 3.07, 3.00, 3.43, 3.36, 3.13, 3.12, 2.74, 2.76, 2.88, 2.96];

    [Fact]
    public void The_correlation_of_law_schools_agrees_with_R()
    {
        var found = Bootstrap.Rows(15, Correlation, seed: 1, replications: 400_000);
        Digits.AtLeast(12, [0.776374491289407, -0.0756715649378794], [found.Estimate, found.Acceleration]);
        // What is left is chance, most of it in the lower bound of BCa, which lies far out.
        Near([0.133488, 0.459759, 0.961744, 0.333062, 0.941749], [found.StandardError, found.Percentile().Low, found.Percentile().High, found.BiasCorrected().Low, found.BiasCorrected().High], 0.005);
    }

    [Fact]
    public void Results_depend_on_the_seed_and_not_on_the_number_of_threads()
    {
        var found = Bootstrap.Run(null, 15, "rows", Correlation, 7, 500, null);
        foreach (var threads in (int[])[1, 3])
        {
            var other = Bootstrap.Run(null, 15, "rows", Correlation, 7, 500, threads);
            Assert.Equal(found.Replications, other.Replications);
            Assert.Equal((found.Acceleration, found.BiasCorrected()), (other.Acceleration, other.BiasCorrected()));
        }
        Assert.NotEqual(found.Replications, Bootstrap.Rows(15, Correlation, seed: 8, replications: 500).Replications);
    }

    [Fact]
    public void Every_row_is_drawn_as_often_as_any_other()
    {
        var counts = new long[50];
        Bootstrap.Run(null, 50, "rows", rows =>
        {
            foreach (var row in rows) Interlocked.Increment(ref counts[row]);
            return 0;
        }, 3, 20_000, null);
        var expected = counts.Sum() / 50.0;
        // χ² of 49 degrees of freedom: 99.99% lie below 94.
        Assert.InRange(counts.Sum(count => (count - expected) * (count - expected) / expected), 15, 94);
    }

    [Fact]
    public void The_standard_error_of_a_mean_is_that_of_theory_by_row_and_by_cluster()
    {
        var random = new Random(2);
        var practice = Enumerable.Range(0, 3_000).Select(i => i % 60).ToArray();
        var effect = Enumerable.Range(0, 60).Select(_ => random.NextDouble()).ToArray();
        var y = practice.Select(p => effect[p] + random.NextDouble()).ToArray();
        double Mean(ReadOnlySpan<int> rows)
        {
            var sum = 0.0;
            foreach (var row in rows) sum += y[row];
            return sum / rows.Length;
        }
        var mean = y.Average();
        var byRow = Math.Sqrt(y.Sum(value => (value - mean) * (value - mean))) / y.Length;
        var means = practice.Zip(y).GroupBy(pair => pair.First, pair => pair.Second).Select(values => values.Average()).ToArray();
        var byCluster = Math.Sqrt(means.Sum(value => (value - mean) * (value - mean))) / means.Length;
        Assert.InRange(Bootstrap.Rows(3_000, Mean, seed: 4, replications: 4_000).StandardError / byRow, 0.95, 1.05);
        var clustered = Bootstrap.Clusters(practice, Mean, seed: 4, replications: 4_000);
        Assert.InRange(clustered.StandardError / byCluster, 0.95, 1.05);
        Assert.Equal((60, mean), (clustered.Units, clustered.Estimate));
    }

    [Fact]
    public void Parts_of_several_rows_have_the_acceleration_of_single_ones()
    {
        var random = new Random(6);
        var y = Enumerable.Range(0, 12_000).Select(_ => -Math.Log(1 - random.NextDouble())).Order().ToArray();
        var found = Bootstrap.Rows(y.Length, rows => Average(rows, y), seed: 1, replications: 100);
        // Of a mean it is the skewness, of an exponential distribution 2, over 6√n.
        Assert.InRange(found.Acceleration * 6 * Math.Sqrt(y.Length), 1.5, 2.5);
    }

    [Fact]
    public void What_cannot_be_drawn_again_is_refused()
    {
        Refused("1 of the rows", () => Bootstrap.Rows(1, _ => 0, seed: 1));
        Refused("statistic of all rows is not a finite number", () => Bootstrap.Rows(9, _ => double.NaN, seed: 1));
        Refused("replications the statistic is not a finite number", () => Bootstrap.Rows(9, rows => 1.0 / rows.Count(0), seed: 1));
        Refused("All replications lie below the estimate", () => Bootstrap.Rows(9, rows => rows.Length == 9 && rows.IndexOf(8) == 8 && rows.IndexOf(0) == 0 && rows.IndexOf(4) == 4 && rows.IndexOf(5) == 5 ? 99 : rows[0], seed: 1, replications: 100).BiasCorrected());
        Assert.Throws<ArgumentOutOfRangeException>(() => Bootstrap.Rows(9, _ => 0, seed: 1, replications: 10));
        Assert.Throws<InvalidOperationException>(() => Bootstrap.Rows(9, rows => rows.Length == 9 && rows[0] != 0 ? throw new InvalidOperationException() : 1, seed: 1));
        Assert.Equal(new(1, 1, 0.95), Bootstrap.Rows(9, _ => 1, seed: 1).BiasCorrected());
    }

    private static double Correlation(ReadOnlySpan<int> rows)
    {
        var (x, y) = (Average(rows, s_score), Average(rows, s_grade));
        var (xx, xy, yy) = (0.0, 0.0, 0.0);
        foreach (var row in rows)
        {
            xx += (s_score[row] - x) * (s_score[row] - x);
            xy += (s_score[row] - x) * (s_grade[row] - y);
            yy += (s_grade[row] - y) * (s_grade[row] - y);
        }
        return xy / Math.Sqrt(xx * yy);
    }

    private static double Average(ReadOnlySpan<int> rows, double[] values)
    {
        var sum = 0.0;
        foreach (var row in rows) sum += values[row];
        return sum / rows.Length;
    }

    private static void Near(double[] expected, double[] found, double within)
    {
        foreach (var (e, f) in expected.Zip(found)) Assert.InRange(f, e - within, e + within);
    }

    private static void Refused(string words, Func<object> act) => Assert.Contains(words, Assert.Throws<DataException>(act).Message, StringComparison.Ordinal);
}
