using Phm.Statistics;

namespace Phm.Tests.Statistics;

public sealed class ProportionComparisonTests
{
    /// <summary>Newcombe RG. Interval estimation for the difference between independent proportions. Stat Med 1998;17:873-890, table II, method 10; four decimals.</summary>
    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(6, 7, 2, 7, 0.0582, 0.8062)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 20, -0.1611, 0.2775)]
    [InlineData(10, 10, 0, 20, 0.6791, 1.0000)]
    [InlineData(10, 10, 0, 10, 0.6075, 1.0000)]
    public void The_differences_of_Newcombe_are_met_to_four_decimals(int x1, int n1, int x2, int n2, double low, double high)
    {
        var interval = Proportion.Of(x1, n1).DifferenceFrom(Proportion.Of(x2, n2)).Interval();
        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }

    /// <summary>Wilson's interval by R's prop.test without correction; the other two from it, and from the equation of Katz, in R.</summary>
    [Fact]
    public void Intervals_agree_with_R_in_12_digits()
    {
        var (first, second) = (Proportion.Of(56, 70), Proportion.Of(48, 80));
        var (wilson, high, difference, ratio) = (Proportion.Of(81, 263).Interval(), Proportion.Of(3, 10).Interval(0.998), first.DifferenceFrom(second).Interval(), first.RatioTo(second).Interval());
        Digits.AtLeast(12, [0.2552885198782743, 0.3662095769828002], [wilson.Low, wilson.High]);
        Digits.AtLeast(12, [0.06284501550629426, 0.7325465446750906], [high.Low, high.High]);
        Digits.AtLeast(12, [0.05243147240236493, 0.3338726540369059], [difference.Low, difference.High]);
        Digits.AtLeast(12, [1.076626422763193, 1.651248511266387], [ratio.Low, ratio.High]);
    }

    [Fact]
    public void A_ratio_that_has_no_interval_says_what_to_take()
    {
        var (none, all, some) = (Proportion.Of(0, 9), Proportion.Of(9, 9), Proportion.Of(4, 9));
        Assert.Contains("difference", Assert.Throws<DataException>(() => some.RatioTo(none)).Message, StringComparison.Ordinal);
        Assert.Contains("difference", Assert.Throws<DataException>(() => none.RatioTo(some).Interval()).Message, StringComparison.Ordinal);
        Assert.Contains("difference", Assert.Throws<DataException>(() => all.RatioTo(all).Interval()).Message, StringComparison.Ordinal);
    }
}
