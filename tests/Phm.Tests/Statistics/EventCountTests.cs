using Phm.Statistics;

namespace Phm.Tests.Statistics;

/// <summary>Counts, rates and their comparison against tables and R 4.2.2 (poisson.test, qgamma).</summary>
public sealed class EventCountTests
{
    /// <summary>The tables of exact limits of a Poisson mean give 3.689; 0.0253 to 5.572; 4.795 to 18.390. Digits beyond theirs are from R's poisson.test.</summary>
    [Theory]
    [InlineData(0, 0.95, 0, 3.688879454113935)]
    [InlineData(1, 0.95, 0.0253178079842899, 5.571643390938899)]
    [InlineData(3, 0.95, 0.6186721228956016, 8.767273069742323)]
    [InlineData(9, 0.95, 4.115373097378333, 17.08480345141917)]
    [InlineData(10, 0.95, 4.795388696132434, 18.39035604201778)]
    [InlineData(65, 0.95, 50.16562772923428, 82.84783581587158)]
    [InlineData(1045, 0.95, 982.593709411132, 1110.330776611882)]
    [InlineData(1_000_000, 0.95, 998040.9833402939, 1001961.911945432)]
    [InlineData(9, 0.998, 2.452424404363775, 22.65737330906293)]
    [InlineData(2.5, 0.95, 0.4156058067433313, 8.006382137314661)]
    public void Exact_limits_agree_with_R_in_12_digits(double events, double level, double low, double high)
    {
        var interval = EventCount.Of(events).ExactInterval(level);
        Digits.AtLeast(12, [low, high], [interval.Low, interval.High]);
    }

    /// <summary>The equation, worked out in R.</summary>
    [Theory]
    [InlineData(10, 0.95, 4.787449913967564, 18.39145860575647)]
    [InlineData(65, 0.95, 50.16318771045945, 82.84913854593984)]
    [InlineData(1045, 0.95, 982.5932018073325, 1110.33121298565)]
    [InlineData(10, 0.998, 2.916318374695686, 24.19372492788055)]
    public void Byars_limits_agree_with_R_in_13_digits(double events, double level, double low, double high)
    {
        var interval = EventCount.Of(events).ByarInterval(level);
        Digits.AtLeast(13, [low, high], [interval.Low, interval.High]);
    }

    [Fact]
    public void Limits_are_exact_below_10_events_and_Byars_from_10()
    {
        Assert.Equal(EventCount.Of(9).ExactInterval(), EventCount.Of(9).Interval());
        Assert.Equal(EventCount.Of(10).ByarInterval(), EventCount.Of(10).Interval());
        Assert.NotEqual(EventCount.Of(9).ByarInterval(), EventCount.Of(9).Interval());
    }

    [Fact]
    public void Byars_are_within_a_fifth_of_a_per_cent_of_the_exact_from_10_events_and_closer_for_more()
    {
        foreach (var (events, share) in ((double, double)[])[(10, 0.002), (100, 1e-4), (10_000, 1e-7)])
        {
            var (byar, exact) = (EventCount.Of(events).ByarInterval(), EventCount.Of(events).ExactInterval());
            Assert.InRange(byar.Low / exact.Low, 1 - share, 1 + share);
            Assert.InRange(byar.High / exact.High, 1 - share, 1 + share);
        }
    }

    [Fact]
    public void A_rate_carries_the_interval_of_its_count()
    {
        var rate = Rate.Of(65, 12_500, per: 1_000);
        Assert.Equal(5.2, rate.Value, 14);
        Digits.AtLeast(13, [50.16318771045945 / 12.5, 82.84913854593984 / 12.5], [rate.Interval().Low, rate.Interval().High]);
    }

    /// <summary>Breast cancer after fluoroscopy: 41 in 28,010 and 15 in 19,017 woman-years. Boice JD, Monson RR. J Natl Cancer Inst 1977;59:823-832. Limits by R's poisson.test.</summary>
    [Fact]
    public void A_ratio_of_rates_agrees_with_R_in_12_digits()
    {
        var ratio = Rate.Of(41, 28_010).RatioTo(Rate.Of(15, 19_017));
        Digits.AtLeast(13, [1.855758657622278, 1.027225997647637, 3.352563314427869], [ratio.Value, ratio.Interval().Low, ratio.Interval().High]);
        Digits.AtLeast(12, [1.005684062689258, 3.609300311077905], [ratio.ExactInterval().Low, ratio.ExactInterval().High]);
        var few = Rate.Of(7, 100).RatioTo(Rate.Of(3, 120)).Interval(0.99);
        Digits.AtLeast(12, [0.4323999053443225, 31.22610399952937], [few.Low, few.High]);
        var none = Rate.Of(0, 100).RatioTo(Rate.Of(5, 120)).Interval();
        Digits.AtLeast(12, [0, 1.309534926219055], [none.Low, none.High]);
    }

    [Fact]
    public void A_difference_of_rates_is_made_of_both_intervals_and_holds_without_events()
    {
        var (first, second) = (Rate.Of(65, 1_000, 1_000), Rate.Of(40, 1_000, 1_000));
        var (difference, a, b) = (first.DifferenceFrom(second), first.Interval(), second.Interval());
        Assert.Equal(25, difference.Value, 12);
        Digits.AtLeast(12, [25 - Math.Sqrt(Math.Pow(65 - a.Low, 2) + Math.Pow(b.High - 40, 2)), 25 + Math.Sqrt(Math.Pow(a.High - 65, 2) + Math.Pow(40 - b.Low, 2))], [difference.Interval().Low, difference.Interval().High]);
        var none = Rate.Of(0, 1, 1).DifferenceFrom(Rate.Of(0, 1, 1)).Interval();
        Digits.AtLeast(12, [-3.688879454113935, 3.688879454113935], [none.Low, none.High]);
    }

    [Fact]
    public void What_has_no_ratio_and_no_interval_says_so()
    {
        Assert.Contains("no events", Assert.Throws<DataException>(() => Rate.Of(3, 10).RatioTo(Rate.Of(0, 10))).Message, StringComparison.Ordinal);
        Assert.Contains("exact", Assert.Throws<DataException>(() => Rate.Of(0, 10).RatioTo(Rate.Of(3, 10)).LogInterval()).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Rate.Of(3, 10, 1).DifferenceFrom(Rate.Of(3, 10, 1_000)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rate.Of(3, 10, 0));
    }

    [Theory]
    [InlineData(-1, 10)]
    [InlineData(double.NaN, 10)]
    [InlineData(double.PositiveInfinity, 10)]
    [InlineData(1, 0)]
    [InlineData(1, -1)]
    [InlineData(1, double.NaN)]
    public void Numbers_that_are_no_rate_are_refused(double events, double exposure)
    {
        Assert.Throws<DataException>(() => Rate.Of(events, exposure));
        Assert.Throws<DataException>(() => StandardisedRatio.Of(events, exposure));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_level_outside_0_and_1_is_refused(double level)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => EventCount.Of(3).Interval(level));
        Assert.Throws<ArgumentOutOfRangeException>(() => EventCount.Of(30).Interval(level));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rate.Of(3, 1).RatioTo(Rate.Of(3, 1)).Interval(level));
    }
}
