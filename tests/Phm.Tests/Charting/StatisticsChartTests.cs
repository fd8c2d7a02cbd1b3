using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Phm.Charting;
using Phm.Statistics;
using Phm.Tests.Statistics;
using static Phm.Statistics.Term;

namespace Phm.Tests.Charting;

/// <summary>Charts from results of statistics say what they rest on, and draw no more than there is.</summary>
public sealed class StatisticsChartTests
{
    [Fact]
    public void A_forest_plot_of_a_factor_has_its_reference_first_and_says_what_it_is_adjusted_for()
    {
        var plot = StatisticsSamples.Absences.RateRatios("Age").ForestPlot();
        Assert.Equal(("Rate ratios of Days by Age", "Adjusted for Sex, Lrn, Sex × Lrn", "Rate ratio"), (plot.Title, plot.Subtitle, plot.Measure));
        Assert.Equal([true, false, false, false], plot.Rows.Select(row => row.IsReference));
        Assert.Equal(["F0", "F1", "F2", "F3"], plot.Rows.Select(row => row.Label));
        Assert.Equal(StatisticsSamples.Absences.RateRatios("Age")["Age: F1"].Value, plot.Rows[1].Estimates[0].Value.Value, 8);
        Assert.Equal("Crude, not adjusted for anything", StatisticsSamples.Crude.RateRatios().ForestPlot().Subtitle);
    }

    [Fact]
    public void A_linear_regression_is_drawn_about_0_and_its_intercept_left_out()
    {
        var plot = StatisticsSamples.Weights.ForestPlot();
        Assert.False(plot.IsLogarithmic);
        Assert.Equal(["age", "lwt", "1", "2", "3"], plot.Rows.Select(row => row.Label));
        Assert.Equal([null, null, "race", "race", "race"], plot.Rows.Select(row => row.Group));
    }

    [Fact]
    public void Columns_of_a_spline_are_left_out_and_one_alone_is_nothing_to_draw()
    {
        var plot = StatisticsSamples.Births.ForestPlot();
        Assert.DoesNotContain(plot.Rows, row => row.Label.Contains("spline", StringComparison.Ordinal));
        Assert.Contains("Splines are left out", plot.Note, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => StatisticsSamples.Births.OddsRatios("age").ForestPlot());
    }

    [Fact]
    public void A_level_that_is_called_like_a_spline_is_drawn_and_the_product_with_a_spline_is_not()
    {
        var random = new Random(8);
        var table = new AnalysisTable().Number("Y", [.. Enumerable.Range(0, 90).Select(_ => random.NextDouble())]).Number("Age", [.. Enumerable.Range(0, 90).Select(i => (double)i)])
            .Factor("Cause", [.. Enumerable.Range(0, 90).Select(i => i % 2 == 0 ? "none" : "spline injury")]);
        var plot = Model.Linear("Y").On("Cause", Spline("Age", 2), Interaction("Cause", Spline("Age", 2))).Fit(table).ForestPlot();
        Assert.Equal(["none", "spline injury"], plot.Rows.Select(row => row.Label));
        Assert.DoesNotContain("Splines", Model.Linear("Y").On("Cause").Fit(table).ForestPlot().Note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_narrow_ratio_keeps_the_digits_that_tell_it_from_1_and_a_wide_one_beside_it_does_not()
    {
        var random = new Random(9);
        double[] income = [.. Enumerable.Range(0, 400).Select(_ => random.Next(10_000, 60_000))];
        var table = new AnalysisTable().Number("Cost", [.. income.Select(x => Math.Exp(-9 + x * 1e-4 + 0.05 * random.NextDouble()))]).Number("Income", income)
            .Factor("Sex", [.. income.Select((_, i) => i % 2 == 0 ? "F" : "M")]);
        var fit = Model.Amount("Cost").On("Income", "Sex").Fit(table);
        var text = fit.ToTable();
        Assert.StartsWith("1.000100", text.Rows[1][2].Print(text.Columns[2]), StringComparison.Ordinal);
        Assert.NotEqual(text.Rows[1][3].Print(text.Columns[3]), text.Rows[1][4].Print(text.Columns[4]));
        Assert.StartsWith("1.27E-4", text.Rows[0][2].Print(text.Columns[2]), StringComparison.Ordinal);
        Assert.Matches(@"^1\.0000\d+ \(|^1\.00010\d* \(", fit.ForestPlot().Print(fit.ForestPlot().Rows[0].Estimates[0]));
        Assert.Equal("0.004 (0.000 to 12.000)", new ForestEstimate(0.004, 0.0001, 12) { Decimals = Phm.Presentation.NumberText.DecimalsOfRatio(0.004, 0.0001, 12) }.Print(_ => "", "0"));
    }

    [Fact]
    public void Strata_and_an_offset_are_adjustments_too()
    {
        var random = new Random(10);
        var table = new AnalysisTable().Number("T", [.. Enumerable.Range(0, 120).Select(_ => 1 + 99 * random.NextDouble())]).Number("D", [.. Enumerable.Range(0, 120).Select(i => i % 3 > 0 ? 1.0 : 0)])
            .Number("Off", [.. Enumerable.Range(0, 120).Select(_ => random.NextDouble())]).Factor("G", [.. Enumerable.Range(0, 120).Select(i => i % 2 == 0 ? "A" : "B")]).Factor("Place", [.. Enumerable.Range(0, 120).Select(i => $"P{i % 5}")]);
        Assert.Equal("Adjusted for Place (strata)", Model.Survival("T", "D").On("G").StratifiedBy("Place").Fit(table).HazardRatios().ForestPlot().Subtitle);
        Assert.Equal("Adjusted for Off (offset)", Model.Count("D").On("G").Offset("Off").Fit(table).RateRatios().ForestPlot().Subtitle);
    }

    [Fact]
    public void Several_outcomes_stand_in_one_plot_if_their_ratios_are_of_one_kind()
    {
        var plot = new[] { ("Days", StatisticsSamples.Crude.RateRatios("Age")), ("Days, adjusted", StatisticsSamples.Absences.RateRatios("Age")) }.ForestPlot("Two outcomes");
        Assert.Equal(["Days", "Days, adjusted"], plot.Rows.Select(row => row.Group).Distinct());
        Assert.Equal(8, plot.Rows.Count);
        Assert.Throws<ArgumentException>(() => new[] { ("a", StatisticsSamples.Crude.RateRatios()), ("b", StatisticsSamples.Births.OddsRatios("race")) }.ForestPlot("t"));
        Assert.Throws<ArgumentException>(() => Array.Empty<(string, RatioSet)>().ForestPlot("t"));
        Assert.Throws<ArgumentException>(() => StatisticsSamples.Crude.RateRatios().ForestPlot(StatisticsSamples.Births.OddsRatios("race"), "a", "b"));
    }

    [Fact]
    public void A_level_that_the_other_model_has_not_is_not_available_there()
    {
        var few = Model.Count("Days").On(Factor("Lrn")).Fit(ReferenceData.Absences);
        var plot = StatisticsSamples.Crude.RateRatios("Age").ForestPlot(few.RateRatios("Lrn"), "By age", "By learner");
        Assert.All(plot.Rows.Where(row => !row.IsReference), row => Assert.True(row.Estimates[0].Value.IsShown && row.Estimates[1].Value.IsMissing));
    }

    [Fact]
    public void Ratios_to_different_references_are_not_set_beside_one_another()
    {
        var other = Model.Count("Days").On(Factor("Age", "F2")).Fit(ReferenceData.Absences, Phm.Statistics.Family.NegativeBinomial);
        var error = Assert.Throws<ArgumentException>(() => StatisticsSamples.Absences.RateRatios("Age").ForestPlot(other.RateRatios("Age"), "Adjusted", "Crude"));
        Assert.Contains("'F0'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'F2'", error.Message, StringComparison.Ordinal);
        var crossed = Model.Count("Days").On("Sex", Factor("Lrn", "SL"), Interaction("Sex", Factor("Lrn", "SL"))).Fit(ReferenceData.Absences);
        Assert.Throws<ArgumentException>(() => StatisticsSamples.Absences.RateRatios("Sex × Lrn").ForestPlot(crossed.RateRatios("Sex × Lrn"), "a", "b"));
    }

    [Fact]
    public void On_a_logarithmic_axis_a_half_lies_as_far_from_1_as_twice()
    {
        var svg = XDocument.Parse(Chart.Forest("t", [new("a", 0.5, 0.4, 0.6), ForestRow.Reference("r"), new("b", 2, 1.5, 2.5)]).ToSvg());
        var marks = svg.Descendants().Single(element => element.Attribute("data-part")?.Value == "estimates").Elements().ToList();
        var squares = marks.Where(mark => mark.Name.LocalName == "rect").Select(mark => Number(mark, "x") + Number(mark, "width") / 2).ToList();
        var line = svg.Descendants().Single(element => element.Attribute("data-part")?.Value == "x-axis").Elements().Last();
        Assert.Equal(squares[1] - Number(line, "x1"), Number(line, "x1") - squares[0], 1);
    }

    [Theory]
    [InlineData(0.9, 1.1)]
    [InlineData(0.002, 900)]
    [InlineData(1, 1)]
    [InlineData(1e-9, 1e9)]
    [InlineData(0.31, 0.33)]
    public void Whatever_the_ratios_there_are_two_to_ten_ticks_and_nothing_is_no_number(double low, double high)
    {
        var plot = Chart.Forest("t", [new("a", low, low, high), new("b", high, double.NegativeInfinity, double.PositiveInfinity)]);
        Assert.DoesNotContain("NaN", plot.ToSvg() + plot.ToPlotly(), StringComparison.Ordinal);
        using var figure = JsonDocument.Parse(plot.ToPlotly());
        Assert.InRange(figure.RootElement.GetProperty("layout").GetProperty("xaxis").GetProperty("tickvals").GetArrayLength(), 2, 10);
    }

    [Fact]
    public void Points_of_few_people_are_left_out_and_a_curve_of_few_people_is_not_drawn()
    {
        double[] score = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
        var table = new AnalysisTable().Number("s", score).Number("y", Array.ConvertAll(score, value => value is 3 or > 6 ? 1.0 : 0));
        var roc = RocCurve.Of(table, "s", "y");
        Assert.Throws<ArgumentException>(() => roc.Chart());
        Assert.Empty(roc.ToTable().Rows);
    }

    [Fact]
    public void A_funnel_names_places_beyond_three_standard_deviations_by_the_names_given()
    {
        var plot = StatisticsSamples.Funnel.Chart(Enumerable.Range(1, 24).Select(k => $"Practice {k}"));
        Assert.Equal(["Practice 21", "Practice 22"], plot.Highlight);
        Assert.Equal(5, plot.Lines.Count);
        Assert.Throws<ArgumentException>(() => StatisticsSamples.Funnel.Chart(["one"]));
        Assert.NotEmpty(FunnelPlot.OfRatios([3], [2.5]).Chart().ToSvg());
    }

    [Fact]
    public void A_place_of_few_events_shows_no_value_and_takes_another_with_it()
    {
        var funnel = FunnelPlot.OfProportions([3, 20, 40, 60, 0], [300, 400, 400, 300, 350]);
        Assert.Equal([true, true, false, false, false], funnel.ToTable().Rows.Select(row => row[2].Number.IsSuppressed));
        Assert.Equal("[c]", funnel.ToTable().Rows[0][5].Text);
        Assert.Equal([true, true, false, false, false], funnel.Chart().Points.Select(point => point.Y.IsSuppressed));
        Assert.DoesNotContain("1.0%", funnel.ToString() + funnel.Chart().Description, StringComparison.Ordinal);
        Assert.Equal("[c] (few people) of size 300.0", funnel.Points[0].ToString());
        Assert.Equal([true, true, false], FunnelPlot.OfRates([5, 6, 80], [1_000, 1_200, 9_000]).Points.Select(point => point.IsWithheld));
        Assert.Equal([false, true, true], FunnelPlot.OfRatios([50, 7, 8], [45, 9, 9]).Points.Select(point => point.IsWithheld));
        Assert.Equal([false, true, true], FunnelPlot.OfProportions([50, 297, 290], [300, 300, 300]).Points.Select(point => point.IsWithheld));
        Assert.DoesNotContain(FunnelPlot.OfRatios([50, 0, 8], [45, 9, 9]).Points, point => point.IsWithheld);
    }

    [Fact]
    public void A_place_without_a_name_is_numbered_even_beyond_the_limits() =>
        Assert.Equal(["Place 21", "Place 22"], StatisticsSamples.Funnel.Chart(Enumerable.Repeat(" ", 24)).Highlight);

    [Fact]
    public void A_limit_of_a_ratio_below_0_is_refused_and_one_at_0_has_an_arrow()
    {
        Assert.Throws<ArgumentException>(() => Chart.Forest("t", [new("a", 0.5, -0.1, 1.2)]));
        Assert.Throws<ArgumentException>(() => Chart.Forest("t", [new("a", 0.5, double.NegativeInfinity, 0)]));
        Assert.NotEmpty(Chart.Forest("t", [new("a", 0.5, -0.1, 1.2)], logarithmic: false).ToSvg());
        var plot = Chart.Forest("t", [new("a", 0.5, 0, 1.2) { Group = "g" }]);
        Assert.Equal((true, "g"), (plot.Rows[0].Estimates[0].IsOpenLow, plot.Rows[0].Group));
        Assert.Equal(Chart.Forest("t", [new("a", 0.5, double.NegativeInfinity, 1.2) { Group = "g" }]).ToSvg(), plot.ToSvg());
    }

    [Fact]
    public void The_profile_of_a_dispersion_is_0_at_the_estimate_and_at_the_bound_where_the_interval_ends()
    {
        var profile = StatisticsSamples.Absences.OverdispersionProfile(ReferenceData.Absences);
        var (inside, outside) = (profile.Points.Where(point => point.Value > profile.Interval.Low && point.Value < profile.Interval.High), profile.Points.Where(point => point.Value < profile.Interval.Low || point.Value > profile.Interval.High));
        Assert.All(inside, point => Assert.InRange(point.Lost, 0, 3.8415));
        Assert.All(outside, point => Assert.InRange(point.Lost, 3.8414, 20));
        Assert.InRange(profile.Points.Min(point => point.Lost), 0, 0.1);
        var plain = Model.Count("Days").On("Age").Fit(ReferenceData.Absences);
        Assert.Throws<InvalidOperationException>(() => plain.OverdispersionProfile(ReferenceData.Absences));
    }

    [Fact]
    public void A_survival_curve_falls_in_steps_and_ends_where_few_are_at_risk()
    {
        var plot = StatisticsSamples.Curves.Chart();
        Assert.True(plot.IsStepped);
        Assert.InRange(plot.X.Count, 20, 42);
        Assert.NotEmpty(Model.Survival("Weeks", "Relapsed").Curve(SurvivalData.Leukaemia).Chart().ToSvg());
        var few = Model.Survival("t", "d").Curve(new AnalysisTable().Number("t", [1, 2, 3]).Number("d", [1, 0, 1])).Chart();
        Assert.All(few.Series[0].Values, value => Assert.True(value.IsSuppressed));
    }

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
