using Phm.Statistics;

namespace Phm.Tests.Statistics;

/// <summary>Limits by the equations of Spiegelhalter (Stat Med 2005;24:1185-1202; Qual Saf Health Care 2005;14:347-351), worked out in R 4.2.2 with qbinom, qpois and quantile.</summary>
public sealed class FunnelPlotTests
{
    private static readonly double[] s_observed = [60, 41, 88, 120, 33, 75, 52, 140, 97, 20, 66, 110];

    private static readonly double[] s_expected = [50, 52, 70, 101, 41, 80, 38, 118, 120, 22, 49, 130];

    [Theory]
    [InlineData(50, 0, 0.02623656210407809, 0.2079035454591255, 0.2726449902114248)]
    [InlineData(500, 0.07634007797819992, 0.09121024786105032, 0.148187315473658, 0.1659532645531148)]
    [InlineData(20_000, 0.1129284887554978, 0.1154893166030275, 0.1244965665570549, 0.1271298034580192)]
    public void Limits_of_proportions_are_those_of_the_binomial_distribution_in_11_digits(double size, double low3, double low2, double high2, double high3)
    {
        var funnel = FunnelPlot.OfProportions([12, 24], [100, 200]);
        Assert.Equal(0.12, funnel.Target, 15);
        Agrees(11, [low3, low2, high2, high3], funnel, size);
    }

    [Theory]
    [InlineData(5, 0, 0.1084131591025766, 1.875311717532554, 2.554270756327976)]
    [InlineData(40, 0.5350007080989474, 0.6890953254705898, 1.309479631572669, 1.511290571698111)]
    [InlineData(3_000, 0.9438895985270614, 0.9642068709383133, 1.035775410271125, 1.056726344043819)]
    public void Limits_of_ratios_and_rates_are_those_of_the_Poisson_distribution_in_11_digits(double size, double low3, double low2, double high2, double high3)
    {
        Agrees(11, [low3, low2, high2, high3], FunnelPlot.OfRatios(s_observed, s_expected), size);
        Agrees(11, [500 * low3, 500 * low2, 500 * high2, 500 * high3], FunnelPlot.OfRates(s_observed, s_expected, target: 500, per: 100_000), size * 200);
    }

    [Fact]
    public void A_million_people_are_no_trouble()
    {
        var funnel = FunnelPlot.OfProportions([1, 1], [10, 10], target: 0.3);
        Digits.AtLeast(9, [0.2985839486419907, 0.3008978577553971], [funnel.Limits(1e6, FunnelPlot.ThreeSigma).Low, funnel.Limits(1e6).High]);
    }

    [Fact]
    public void Overdispersion_of_ratios_rates_and_proportions_agrees_with_R_in_12_digits()
    {
        var ratios = FunnelPlot.OfRatios(s_observed, s_expected).WithOverdispersion();
        Digits.AtLeast(12, [2.755221687884742, 0.007057632077535885], [ratios.Overdispersion!.Phi, ratios.Overdispersion.TauSquared]);
        Agrees(12, [0.4870493047221139, 0.6534907724948587, 1.41993972760354, 1.695492592857957], ratios, 100);
        var rates = FunnelPlot.OfRates(s_observed, [.. s_expected.Select(e => 100 * e)]).WithOverdispersion();
        Digits.AtLeast(12, [1035.591274397245, 2.694046494418426, 6.822799830050957e-05], [rates.Target, rates.Overdispersion!.Phi, rates.Overdispersion.TauSquared]);
        Agrees(12, [517.3403599827483, 686.2406305026589, 1456.56822157326, 1731.899008527218], rates, 10_000);
        var shares = FunnelPlot.OfProportions([30, 52, 15, 90, 101, 40, 77, 20, 120, 35, 29, 60], [250, 310, 180, 900, 640, 420, 530, 220, 700, 380, 150, 610]).WithOverdispersion();
        Digits.AtLeast(12, [0.1264650283553875, 3.853372426627276, 0.00186133202911381], [shares.Target, shares.Overdispersion!.Phi, shares.Overdispersion.TauSquared]);
        Agrees(12, [0.04324693341469266, 0.06902505024917449, 0.1981303726994212, 0.244879075519818], shares, 400);
    }

    [Fact]
    public void Places_are_told_by_where_they_lie_and_fewer_stand_out_once_overdispersion_is_allowed_for()
    {
        var funnel = FunnelPlot.OfRatios([100, 130, 75, 150, 60, 101], [100, 100, 100, 100, 100, 100]);
        Assert.Equal([FunnelPosition.Within, FunnelPosition.AboveTwoSigma, FunnelPosition.BelowTwoSigma, FunnelPosition.AboveThreeSigma, FunnelPosition.BelowThreeSigma, FunnelPosition.Within], funnel.Points.Select(point => point.Position));
        Assert.Equal(2 * 10 * (Math.Sqrt(1.3) - 1), funnel.Points[1].Score, 12);
        Assert.All(funnel.WithOverdispersion(0).Points, point => Assert.Equal(FunnelPosition.Within, point.Position));
    }

    [Fact]
    public void Where_chance_explains_all_the_limits_remain_exact()
    {
        var (funnel, allowed) = (FunnelPlot.OfRatios([100, 98, 103, 101], [100, 100, 100, 100]), FunnelPlot.OfRatios([100, 98, 103, 101], [100, 100, 100, 100]).WithOverdispersion());
        Assert.Equal(0, allowed.Overdispersion!.TauSquared);
        Assert.True(allowed.Overdispersion.Phi < 0.5);
        Assert.Equal(funnel.Limits(100), allowed.Limits(100));
    }

    [Fact]
    public void Limits_close_in_on_the_target_as_size_grows_and_open_with_the_level()
    {
        foreach (var funnel in (FunnelPlot[])[FunnelPlot.OfRatios(s_observed, s_expected), FunnelPlot.OfRatios(s_observed, s_expected).WithOverdispersion(), FunnelPlot.OfProportions([12, 24], [100, 200]), FunnelPlot.OfRates([5, 6], [1_000, 1_500])])
        {
            var before = funnel.Limits(1 / funnel.Target * funnel.Per);
            for (var size = 40 / funnel.Target * funnel.Per; size < 1e5 / funnel.Target * funnel.Per; size *= 1.7)
            {
                var (limits, wide) = (funnel.Limits(size), funnel.Limits(size, FunnelPlot.ThreeSigma));
                Assert.True(before.Low < limits.Low && limits.Low < funnel.Target && funnel.Target < limits.High && limits.High < before.High);
                Assert.True(wide.Low < limits.Low && limits.High < wide.High);
                before = limits;
            }
        }
    }

    [Fact]
    public void What_is_no_funnel_is_refused()
    {
        Refused("target", () => FunnelPlot.OfProportions([0, 0], [10, 10]));
        Refused("target", () => FunnelPlot.OfProportions([1, 2], [10, 10], target: 1));
        Refused("target", () => FunnelPlot.OfRates([0, 0], [10, 10]));
        Refused("group 2", () => FunnelPlot.OfProportions([1, 11], [10, 10]));
        Refused("group 1", () => FunnelPlot.OfRatios([1, 2], [0, 10]));
        Refused("group 2", () => FunnelPlot.OfRatios([1, double.NaN], [1, 10]));
        Refused("exposures", () => FunnelPlot.OfRates([1, 2], [10]));
        Refused("no group", () => FunnelPlot.OfRatios([], []));
        Refused("three", () => FunnelPlot.OfRatios([1, 2], [1, 2]).WithOverdispersion());
        Refused("size", () => FunnelPlot.OfRatios([1, 2], [1, 2]).Limits(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => FunnelPlot.OfRatios(s_observed, s_expected).WithOverdispersion(0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => FunnelPlot.OfRatios(s_observed, s_expected).Limits(10, 1));
    }

    private static void Refused(string found, Func<object> make) => Assert.Contains(found, Assert.Throws<DataException>(make).Message, StringComparison.Ordinal);

    private static void Agrees(double digits, double[] expected, FunnelPlot funnel, double size)
    {
        var (two, three) = (funnel.Limits(size), funnel.Limits(size, FunnelPlot.ThreeSigma));
        Digits.AtLeast(digits, expected, [three.Low, two.Low, two.High, three.High]);
    }
}
