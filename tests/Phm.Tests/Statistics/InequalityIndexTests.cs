using Phm.Statistics;

namespace Phm.Tests.Statistics;

/// <summary>
/// Slope and relative index of inequality. Values and delta intervals are worked out in R 4.2.2 (lm with weights, and its hat matrix); intervals by
/// simulation from a million draws there.
/// </summary>
public sealed class InequalityIndexTests
{
    private static readonly double[] s_people = [7291, 7997, 6105, 7666, 5790, 6934, 5918, 5974, 7147, 7534];

    private static readonly double[] s_cases = [1410, 1320, 905, 1010, 700, 760, 560, 520, 540, 480];

    /// <summary>Life expectancies and standard errors of the first area in the help page of PHEindicatormethods::phe_sii.</summary>
    private static InequalityIndex Life { get; } = InequalityIndex.Of(IndicatorKind.Mean, s_people, [75.9, 78.3, 83.8, 83.6, 80.5, 81.1, 81.7, 84.2, 80.6, 86.3], [1.64, 1.58, 1.51, 1.78, 1.7, 1.56, 1.37, 1.4, 2.43, 1.57]);

    [Fact]
    public void The_inequality_of_life_expectancy_agrees_with_R_in_12_digits()
    {
        Digits.AtLeast(12, [7.000234760079896, 1.089709704911941, 0.05333109017496635, 0.9448914506407631], [Life.Slope, Life.Relative!.Value, Life.Ranks[0], Life.Ranks[9]]);
        Agrees([3.15342889545195, 10.84704062470784, 1.0394810524219, 1.142365450733878], Life.SlopeInterval(), Life.RelativeInterval());
    }

    [Theory]
    [InlineData(false, -0.1388241017671564, 0.2672078730342699, -0.1473079376918451, -0.1303402658424676, 0.2413301865326861, 0.2958604078393152)]
    [InlineData(true, -0.1412298720767162, 0.3028216848345381, -0.1503468282019874, -0.132112915951445, 0.2805056139474452, 0.3269131462845132)]
    public void The_inequality_of_proportions_agrees_with_R_in_11_digits(bool transformed, double slope, double relative, double low, double high, double relativeLow, double relativeHigh)
    {
        var index = InequalityIndex.OfProportions(s_cases, s_people, transformed);
        Digits.AtLeast(12, [slope, relative], [index.Slope, index.Relative!.Value]);
        Agrees([low, high, relativeLow, relativeHigh], index.SlopeInterval(), index.RelativeInterval());
    }

    [Fact]
    public void The_inequality_of_rates_on_the_logarithm_agrees_with_R_in_11_digits()
    {
        var index = InequalityIndex.OfRates(s_cases, s_people, transformed: true);
        Digits.AtLeast(12, [-14407.48003171527, 0.3015147012533708], [index.Slope, index.Relative!.Value]);
        Agrees([-15460.88596810184, -13354.07409532869, 0.2774421522521179, 0.3276759293205614], index.SlopeInterval(), index.RelativeInterval());
    }

    [Fact]
    public void Simulation_agrees_with_a_million_draws_in_R_and_with_itself()
    {
        Near([3.160281209508784, 10.85516742586209, 1.039568340146025, 1.142477586187077], Life.Simulate(seed: 7));
        Near([-0.1473257240525018, -0.1303157352272692, 0.2408610789111086, 0.2954380305162447], InequalityIndex.OfProportions(s_cases, s_people).Simulate(seed: 7));
        Near([-0.1503986438651576, -0.1321312068658159, 0.2804729713449098, 0.3269088127335951], InequalityIndex.OfProportions(s_cases, s_people, transformed: true).Simulate(seed: 7));
        Assert.Equal(Life.Simulate(3, 1_000).SlopeInterval(), Life.Simulate(3, 1_000).SlopeInterval());
        Assert.NotEqual(Life.Simulate(3, 1_000).SlopeInterval(), Life.Simulate(4, 1_000).SlopeInterval());
    }

    [Fact]
    public void Values_on_a_line_give_back_the_line()
    {
        var ranks = Life.Ranks;
        var line = InequalityIndex.Of(IndicatorKind.Mean, s_people, [.. ranks.Select(rank => 4 + 6 * rank)], new double[10]);
        Digits.AtLeast(12, [6, 2.5, 4, 10], [line.Slope, line.Relative!.Value, line.AtFirst, line.AtLast]);
        Assert.Equal(line.Slope, line.SlopeInterval().Low, 12);
        var curve = InequalityIndex.Of(IndicatorKind.Rate, s_people, [.. ranks.Select(rank => 5 * Math.Exp(-rank))], new double[10], transformed: true);
        Digits.AtLeast(12, [Math.Exp(-1), 5 * Math.Exp(-1) - 5], [curve.Relative!.Value, curve.Slope]);
    }

    [Fact]
    public void A_line_that_falls_below_0_has_no_relative_index()
    {
        var index = InequalityIndex.Of(IndicatorKind.Mean, [1, 1, 1], [9, 2, 0.1], [1, 1, 1]);
        Assert.Null(index.Relative);
        Assert.True(index.SlopeInterval().Low < index.Slope);
        Assert.Contains("slope index", Assert.Throws<DataException>(() => index.RelativeInterval()).Message, StringComparison.Ordinal);
        Assert.Throws<DataException>(() => index.Simulate(1, 1_000).RelativeInterval());
    }

    [Fact]
    public void What_has_no_line_is_refused_by_its_group()
    {
        Refused("at least three", () => InequalityIndex.OfRates([5, 6], [10, 10]));
        Refused("value of group 2 is not above 0", () => InequalityIndex.OfRates([5, 0, 6], [10, 10, 10]));
        Refused("value of group 3 is not between 0 and 1", () => InequalityIndex.OfProportions([5, 4, 10], [10, 10, 10]));
        Refused("numerator of group 3", () => InequalityIndex.OfProportions([5, 4, 11], [10, 10, 10]));
        Refused("intervals", () => InequalityIndex.Of(IndicatorKind.Mean, [1, 1, 1], [1, 2, 3], [new ConfidenceInterval(0, 3, 0.95)]));
        Refused("exposures", () => InequalityIndex.OfRates([5, 6, 7], [10, 10]));
        Refused("group 1", () => InequalityIndex.OfRates([5, 6, 7], [0, 10, 10]));
        Refused("standard errors of group 2", () => InequalityIndex.Of(IndicatorKind.Mean, [1, 1, 1], [1, 2, 3], [1, -1, 1]));
        Refused("value of group 2", () => InequalityIndex.Of(IndicatorKind.Mean, [1, 1, 1], [1, double.NaN, 3], [1, 1, 1]));
        Refused("lower bound", () => InequalityIndex.Of(IndicatorKind.Mean, [1], [1], [new ConfidenceInterval(3, 2, 0.95)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Life.Simulate(1, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => InequalityIndex.Of((IndicatorKind)9, [1, 1, 1], [1, 2, 3], [1.0, 1, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Life.RelativeInterval(1));
    }

    private static void Refused(string found, Func<object> make) => Assert.Contains(found, Assert.Throws<DataException>(make).Message, StringComparison.Ordinal);

    private static void Agrees(double[] expected, ConfidenceInterval slope, ConfidenceInterval relative) =>
        Digits.AtLeast(11, expected, [slope.Low, slope.High, relative.Low, relative.High]);

    /// <summary>A quantile of 100,000 draws is known to about a hundredth of the width of the interval.</summary>
    private static void Near(double[] expected, SimulatedInequality found)
    {
        var (slope, relative) = (found.SlopeInterval(), found.RelativeInterval());
        var (slopeWidth, relativeWidth) = (expected[1] - expected[0], expected[3] - expected[2]);
        Assert.InRange(slope.Low, expected[0] - 0.01 * slopeWidth, expected[0] + 0.01 * slopeWidth);
        Assert.InRange(slope.High, expected[1] - 0.01 * slopeWidth, expected[1] + 0.01 * slopeWidth);
        Assert.InRange(relative.Low, expected[2] - 0.01 * relativeWidth, expected[2] + 0.01 * relativeWidth);
        Assert.InRange(relative.High, expected[3] - 0.01 * relativeWidth, expected[3] + 0.01 * relativeWidth);
    }
}
