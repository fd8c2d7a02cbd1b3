using Phm.Statistics;

namespace Phm.Tests.Statistics;

public sealed class SampleMeanTests
{
    /// <summary>Hours of sleep gained with the second drug. Student. Biometrika 1908;6:1-25. Digits by t.test of R 4.2.2.</summary>
    private static readonly double[] s_sleep = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

    [Fact]
    public void The_sleep_of_Student_agrees_with_R_in_12_digits()
    {
        var mean = SampleMean.Of(s_sleep);
        Digits.AtLeast(14, [2.33, 0.6331666447310692], [mean.Value, mean.StandardError]);
        Digits.AtLeast(12, [0.8976775393767055, 3.762322460623294], [mean.Interval().Low, mean.Interval().High]);
        Digits.AtLeast(12, [0.2723125342023369, 4.387687465797663], [mean.Interval(0.99).Low, mean.Interval(0.99).High]);
        Assert.Equal(mean.Interval(), SampleMean.Of(mean.Value, mean.StandardDeviation, 10).Interval());
    }

    [Fact]
    public void A_large_offset_costs_no_digits() =>
        Digits.AtLeast(9, [SampleMean.Of([1, 2, 4]).StandardDeviation], [SampleMean.Of([1e9 + 1, 1e9 + 2, 1e9 + 4]).StandardDeviation]);

    [Fact]
    public void Values_that_have_no_interval_are_refused()
    {
        Assert.Throws<DataException>(() => SampleMean.Of([]));
        Assert.Throws<DataException>(() => SampleMean.Of([3.0]));
        Assert.Contains("group 2", Assert.Throws<DataException>(() => SampleMean.Of([3, double.NaN])).Message, StringComparison.Ordinal);
        Assert.Throws<DataException>(() => SampleMean.Of(1, -1, 5));
        Assert.Throws<DataException>(() => SampleMean.Of(double.NaN, 1, 5));
    }
}
