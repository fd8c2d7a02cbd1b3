using Phm.Statistics;

namespace Phm.Tests.Statistics;

public sealed class ProportionTests
{
    /// <summary>Newcombe RG. Two-sided confidence intervals for the single proportion. Stat Med 1998;17:857-872, table I, method 3.</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void The_examples_of_Newcombe_are_met_to_four_decimals(int numerator, int denominator, double low, double high)
    {
        var interval = Proportion.Of(numerator, denominator).Interval();
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
        var interval = Proportion.Of(numerator, denominator).Interval();
        foreach (var p in (double[])[interval.Low, interval.High])
            Assert.Equal(Math.Abs(numerator / (double)denominator - p), z * Math.Sqrt(p * (1 - p) / denominator), 8);
        Assert.True(interval.Low <= numerator / (double)denominator && numerator / (double)denominator <= interval.High);
    }

    [Fact]
    public void All_is_the_mirror_of_none_and_more_confidence_is_wider()
    {
        var (none, all) = (Proportion.Of(0, 30).Interval(), Proportion.Of(30, 30).Interval());
        Assert.Equal(0, none.Low);
        Assert.Equal(1, all.High);
        Assert.Equal(none.High, 1 - all.Low, 12);
        Assert.True(Proportion.Of(5, 30).Interval(0.99).High > Proportion.Of(5, 30).Interval().High);
    }

    [Theory]
    [InlineData(-1, 10, "below 0")]
    [InlineData(11, 10, "above its denominator")]
    [InlineData(0, 0, "denominator is 0")]
    [InlineData(0, -2, "denominator is below 0")]
    [InlineData(double.NaN, 10, "NaN")]
    [InlineData(1, double.PositiveInfinity, "infinite")]
    public void Numbers_outside_their_range_are_refused(double numerator, double denominator, string found) =>
        Assert.Contains(found, Assert.Throws<DataException>(() => Proportion.Of(numerator, denominator)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(95)]
    [InlineData(double.NaN)]
    public void A_level_outside_0_and_1_is_refused(double level) => Assert.Throws<ArgumentOutOfRangeException>(() => Proportion.Of(1, 10).Interval(level));
}
