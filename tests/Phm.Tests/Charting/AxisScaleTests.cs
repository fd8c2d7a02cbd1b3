using Phm.Charting.Drawing;
using Phm.Presentation;

namespace Phm.Tests.Charting;

public sealed class AxisScaleTests
{
    [Theory]
    [InlineData(0, 97, 5, "0 20 40 60 80 100")]
    [InlineData(0, 0.3, 3, "0.0 0.1 0.2 0.3")]
    [InlineData(-3, 4, 4, "-4 -2 0 2 4")]
    [InlineData(1990, 2030, 4, "1,990 2,000 2,010 2,020 2,030")]
    public void Ticks_are_the_round_numbers_a_person_would_choose(double low, double high, int intervals, string expected)
    {
        var scale = AxisScale.Covering([low, high], intervals, fromZero: false, whole: false, atMost: true);
        Assert.Equal(expected, string.Join(' ', scale.Ticks.Select(tick => scale.Print(tick, ColumnFormat.Count))));
    }

    [Theory]
    [InlineData(0.25, 0.05, ColumnFormat.Percent, "25%")]
    [InlineData(0.125, 0.005, ColumnFormat.Percent, "12.5%")]
    [InlineData(-1500, 500, ColumnFormat.Pounds, "-£1,500")]
    [InlineData(0.5, 0.1, ColumnFormat.Pounds, "£0.50")]
    [InlineData(2025, 5, ColumnFormat.Text, "2025")]
    [InlineData(2.5, 0.5, ColumnFormat.Decimal3, "2.5")]
    public void A_tick_has_the_unit_of_the_values_and_no_more_decimals_than_its_step_needs(double tick, double step, ColumnFormat format, string expected) =>
        Assert.Equal(expected, AxisScale.Between(tick, tick + step, 1).Print(tick, format));

    [Fact]
    public void Every_scale_covers_its_values_with_evenly_spaced_round_ticks()
    {
        var random = new Random(20250331);
        for (var round = 0; round < 20_000; round++)
        {
            var size = Math.Pow(10, random.Next(-6, 15));
            double[] values = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => (random.NextDouble() - 0.4) * size)];
            var intervals = random.Next(1, 10);
            var scale = AxisScale.Covering(values, intervals, random.Next(2) == 0, whole: false, atMost: true);
            Assert.True(scale.Low <= values.Min() + (scale.Step * 1e-6) && scale.High >= values.Max() - (scale.Step * 1e-6), $"{scale.Low} to {scale.High} does not cover {values.Min()} to {values.Max()}");
            Assert.InRange(scale.Ticks.Count, 2, intervals + 3);
            Assert.Equal((scale.Low, scale.High), (scale.Ticks[0], scale.Ticks[^1]));
            var mantissa = scale.Step / Math.Pow(10, Math.Floor(Math.Log10(scale.Step) + 1e-9));
            Assert.Contains(Math.Round(mantissa, 6), new[] { 1.0, 2.0, 5.0 });
            Assert.All(scale.Ticks.Zip(scale.Ticks.Skip(1)), pair => Assert.Equal(1, (pair.Second - pair.First) / scale.Step, 6));
            Assert.Equal(scale.Ticks.Count, scale.Ticks.Select(tick => scale.Print(tick, ColumnFormat.Decimal1)).Distinct().Count());
        }
    }

    [Fact]
    public void A_scale_with_given_ends_has_ticks_at_both_where_a_round_step_allows_it()
    {
        Assert.Equal([2025, 2030, 2035, 2040], AxisScale.Between(2025, 2040, 8).Ticks);
        Assert.Equal([20, 40, 60, 80], AxisScale.Between(13, 97, 5).Ticks);
    }

    [Fact]
    public void A_scale_of_counts_has_no_fractions() =>
        Assert.Equal([0, 1, 2], AxisScale.Covering([2], 8, fromZero: true, whole: true).Ticks);

    [Fact]
    public void A_scale_of_bars_ends_with_the_longest_where_the_next_tick_would_waste_the_page()
    {
        var scale = AxisScale.Snug([30.1], 5, whole: false);
        Assert.Equal((0, 30.1), (scale.Low, scale.High));
        Assert.Equal([0, 10, 20, 30], scale.Ticks);
    }

    [Fact]
    public void Values_that_are_all_zero_are_drawn_from_zero()
    {
        var scale = AxisScale.Snug([0, 0], 5, whole: false);
        Assert.Equal(10, scale.Place(0, 10, 20));
        Assert.True(scale.High > 0);
    }
}
