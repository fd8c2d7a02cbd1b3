using Phm.Charting;
using Phm.Disclosure;

namespace Phm.Tests.Charting;

public sealed class ChartInputTests
{
    [Fact]
    public void Lists_that_belong_together_must_be_of_one_length()
    {
        Refused("values", "Expected 3 values for the categories, one for each, but found 2.", () => Chart.Bar("t", ["a", "b", "c"], [1, 2]));
        Refused("parts", "Expected 2", () => Chart.StackedBar("t", ["a", "b"], [new("p", [1.0])]));
        Refused("series", "Expected 2", () => Chart.Line("t", [1, 2], [new("s", [1.0])]));
        Refused("values", "Expected 2", () => Chart.Heatmap("t", ["a", "b"], ["c"], [[1.0]]));
        Refused("values", "Expected 2", () => Chart.Heatmap("t", ["a"], ["c", "d"], new double[1, 1]));
        Refused("right", "Expected 1", () => Chart.Pyramid("t", ["0"], new("w", [1.0]), new("m", [1.0, 2])));
        Refused("outline", "Expected 1", () => Chart.Pyramid("t", ["0"], new("w", [1.0]), new("m", [1.0]), new("o", [1.0], [1.0, 2])));
        Refused("edges", "Expected 3", () => Chart.Histogram("t", [0, 1], [1, 2]));
        Refused("low", "Expected 2", () => Chart.Bar("t", ["a", "b"], [1, 2], low: [1], high: [2, 3]));
        Refused("high", "An interval needs both bounds", () => Chart.Bar("t", ["a"], [1], low: [1]));
    }

    [Fact]
    public void A_chart_of_nothing_is_refused()
    {
        Refused("bars", "There are no bars to draw.", () => Chart.Bar("t", [], Array.Empty<double>()));
        Refused("parts", "There are no parts", () => Chart.StackedBar("t", ["a"], []));
        Refused("points", "There are no points", () => Chart.Scatter("t", []));
        Refused("title", "A chart needs a title", () => Chart.Bar(" \u0007 ", ["a"], [1]));
    }

    [Fact]
    public void More_than_a_reader_can_take_in_is_refused()
    {
        var many = Enumerable.Range(0, 300).ToList();
        Refused("bars", "300 bars are more than a reader can take in; the chart holds at most 100.", () => Chart.Bar("t", many.Select(k => $"{k}"), many));
        Refused("columns", "300 columns", () => Chart.Heatmap("t", ["a"], many.Select(k => $"{k}"), [many]));
        Refused("series", "8 series", () => Chart.Line("t", ["a"], Enumerable.Range(0, 8).Select(k => new ChartSeries($"{k}", [1.0]))));
        Assert.NotEmpty(Chart.Line("t", ["a"], Enumerable.Range(0, 8).Select(k => new ChartSeries($"{k}", [1.0])), highlight: "3").ToSvg());
    }

    [Fact]
    public void A_forest_plot_takes_ratios_above_0_and_an_estimate_for_each_series()
    {
        Refused("rows", "A ratio is above 0", () => Chart.Forest("t", [new("a", new ForestEstimate(-1, -2, 3))]));
        Refused("rows", "There are no rows", () => Chart.Forest("t", []));
        Refused("rows", "61 rows", () => Chart.Forest("t", Enumerable.Range(0, 61).Select(_ => ForestRow.Reference("a"))));
        Refused("rows", "Expected 2 estimates", () => Chart.Forest("t", [new("a", new ForestEstimate(1, 0.5, 2))], series: ["x", "y"]));
        Refused("series", "4 series", () => Chart.Forest("t", [ForestRow.Reference("a")], series: ["w", "x", "y", "z"]));
        Refused("estimates", "lower bound above", () => Chart.Forest("t", [new("a", new ForestEstimate(1, 2, 0.5))]));
        Refused("estimates", "ForestRow.Reference", () => Chart.Forest("t", [new("a")]));
        Assert.NotEmpty(Chart.Forest("t", [ForestRow.Reference("a")]).ToSvg());
    }

    [Fact]
    public void Quantities_are_not_negative()
    {
        Refused("parts", "A negative value", () => Chart.StackedBar("t", ["a"], [new("p", [-1.0])]));
        Refused("counts", "A negative value", () => Chart.Histogram("t", [0, 1], [-1]));
        Refused("left", "A negative value", () => Chart.Pyramid("t", ["0"], new("w", [-1.0]), new("m", [1.0])));
    }

    [Fact]
    public void Numbers_that_are_not_finite_are_missing_and_positions_must_be_finite()
    {
        var chart = Chart.Bar("t", ["a", "b", "c"], [double.NaN, double.PositiveInfinity, 1]);
        Assert.Equal([true, true, false], chart.Bars.Select(bar => bar.Value.IsMissing));
        Refused("x", "finite", () => Chart.Line("t", [double.NaN], [new("s", [1.0])]));
        Refused("edges", "finite", () => Chart.Histogram("t", [0, double.PositiveInfinity], [1]));
        Refused("values", "1e15", () => Chart.Bar("t", ["a"], [1e300]));
    }

    [Fact]
    public void Positions_rise_and_intervals_are_the_right_way_round()
    {
        Refused("x", "number 2 does not lie beyond number 1", () => Chart.Line("t", [2, 2], [new("s", [1.0, 2])]));
        Refused("edges", "rise", () => Chart.Histogram("t", [1, 0], [1]));
        Refused("low", "lower bound above its upper bound", () => Chart.Bar("t", ["a"], [2], low: [3], high: [1]));
        Refused("reference", "one value", () => Chart.Bar("t", ["a"], [2]) with { Reference = ReferenceLine.Straight(0, 1, "slope") });
    }

    [Fact]
    public void What_is_highlighted_must_be_there() =>
        Refused("highlight", "Nothing in the chart is called \"b\".", () => Chart.Bar("t", ["a"], [2], highlight: "b"));

    [Fact]
    public void Whole_numbers_decimals_and_disclosed_values_are_accepted_alike()
    {
        var expected = Chart.Bar("t", ["a", "b"], [1.0, 2.0]).ToSvg();
        Assert.Equal(expected, Chart.Bar("t", ["a", "b"], new List<int> { 1, 2 }).ToSvg());
        Assert.Equal(expected, Chart.Bar("t", ["a", "b"], [1m, 2m]).ToSvg());
        Assert.Equal(expected, Chart.Bar("t", ["a", "b"], [DisclosedValue.Of(1), DisclosedValue.Of(2)]).ToSvg());
        Assert.Equal(expected, Chart.Bar("t", [new Bar("a", DisclosedValue.Of(1)), new Bar("b", DisclosedValue.Of(2))]).ToSvg());
    }

    [Fact]
    public void A_chart_does_not_change_when_the_list_that_it_came_from_does()
    {
        double[] values = [1, 2];
        var chart = Chart.Bar("t", ["a", "b"], values);
        var before = chart.ToSvg();
        values[0] = 99;
        Assert.Equal(before, chart.ToSvg());
    }

    [Fact]
    public void A_changed_copy_leaves_the_original_and_renews_the_description()
    {
        var chart = Chart.Bar("t", ["a"], [1]);
        var other = chart with { XTitle = "people", Subtitle = "2024/25" };
        Assert.Null(chart.Subtitle);
        Assert.Contains("Values: people.", other.Description, StringComparison.Ordinal);
        Assert.Equal("In words.", (other with { Description = "In words." }).Description);
    }

    private static void Refused(string parameter, string words, Func<Chart> build)
    {
        var error = Assert.ThrowsAny<ArgumentException>(build);
        Assert.Equal(parameter, error.ParamName);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }
}
