using Phm.Measures;

namespace Phm.Tests.Measures;

public sealed class WilsonIntervalTests
{
    /// <summary>Newcombe RG. Two-sided confidence intervals for the single proportion. Stat Med 1998;17:857-872, table I, method 3.</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void The_examples_of_Newcombe_are_met_to_four_decimals(int numerator, int denominator, double low, double high)
    {
        var interval = WilsonInterval.Of(numerator, denominator);
        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(7, 9)]
    [InlineData(50, 100)]
    [InlineData(100, 100)]
    public void The_bounds_are_where_the_score_test_just_rejects(int numerator, int denominator)
    {
        // |x/n - p| = z √(p (1 - p) / n), the equation that Wilson solved.
        const double z = 1.959963984540054;
        var (low, high) = WilsonInterval.Of(numerator, denominator);
        foreach (var p in (double[])[low, high])
            Assert.Equal(Math.Abs(numerator / (double)denominator - p), z * Math.Sqrt(p * (1 - p) / denominator), 8);
        Assert.True(low <= numerator / (double)denominator && numerator / (double)denominator <= high);
    }

    [Fact]
    public void All_is_the_mirror_of_none_and_more_confidence_is_wider()
    {
        var (none, all) = (WilsonInterval.Of(0, 30), WilsonInterval.Of(30, 30));
        Assert.Equal(0, none.Low);
        Assert.Equal(1, all.High);
        Assert.Equal(none.High, 1 - all.Low, 12);
        Assert.True(WilsonInterval.Of(5, 30, 0.99).High > WilsonInterval.Of(5, 30).High);
    }

    [Theory]
    [InlineData(-1, 10, 0.95)]
    [InlineData(11, 10, 0.95)]
    [InlineData(0, 0, 0.95)]
    [InlineData(1, 10, 0)]
    [InlineData(1, 10, 1)]
    [InlineData(1, 10, double.NaN)]
    public void Numbers_outside_their_range_are_refused(double numerator, double denominator, double confidence) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WilsonInterval.Of(numerator, denominator, confidence));
}
