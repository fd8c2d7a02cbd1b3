using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Phm.Charting;
using Phm.Disclosure;

namespace Phm.Tests.Charting;

public sealed partial class ChartSafetyTests
{
    private const string Hostile = "<script>alert(\"x\")</script> & 'y' \u0000\u0008\u001b\ud800\uffff\u202e $x^2$ <b>bold</b>";

    public static TheoryData<string> Names => [.. SampleCharts.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public void A_picture_is_well_formed_and_named_for_readers_who_do_not_see_it(string name)
    {
        var chart = SampleCharts.All[name];
        var root = XDocument.Parse(chart.ToSvg()).Root!;
        var (title, description) = (root.Elements().First(), root.Elements().Skip(1).First());
        Assert.Equal("img", root.Attribute("role")?.Value);
        Assert.Equal(("title", chart.Title), (title.Name.LocalName, title.Value));
        Assert.Equal("desc", description.Name.LocalName);
        Assert.StartsWith(chart.Description, description.Value, StringComparison.Ordinal);
        Assert.Equal($"{title.Attribute("id")?.Value} {description.Attribute("id")?.Value}", root.Attribute("aria-labelledby")?.Value);
    }

    [Theory, MemberData(nameof(Names))]
    public void A_picture_holds_no_script_no_style_sheet_and_no_reference_outwards(string name)
    {
        var svg = XDocument.Parse(SampleCharts.All[name].ToSvg());
        string[] allowed = ["svg", "title", "desc", "defs", "pattern", "g", "rect", "line", "polyline", "polygon", "circle", "text"];
        Assert.All(svg.Descendants(), element => Assert.Contains(element.Name.LocalName, allowed));
        Assert.All(svg.Descendants().Attributes(), attribute => Assert.False(
            attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal) || attribute.Name.LocalName.Contains("href", StringComparison.Ordinal) || attribute.Name.LocalName == "class"));
        var ids = svg.Descendants().Attributes("id").Select(id => id.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(svg.Descendants().Attributes("fill").Where(fill => fill.Value.Contains("url", StringComparison.Ordinal)),
            fill => Assert.Contains(fill.Value[5..^1], ids));
    }

    [Fact]
    public void Two_charts_on_one_page_share_no_id()
    {
        var ids = SampleCharts.All.Values.SelectMany(chart => XDocument.Parse(chart.ToSvg()).Descendants().Attributes("id")).Select(id => id.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Hostile_words_are_shown_as_they_stand_and_run_nowhere()
    {
        foreach (var chart in HostileCharts())
        {
            var svg = XDocument.Parse(chart.ToSvg());
            Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName is "script" or "b");
            Assert.Contains("<script>", svg.Root!.Value, StringComparison.Ordinal);
            Assert.DoesNotContain(chart.ToSvg(), letter => char.IsControl(letter) && letter != '\n');
            Assert.DoesNotContain('\u202e', chart.ToSvg());
            var json = chart.ToPlotly();
            Assert.DoesNotContain("<", json, StringComparison.Ordinal);
            using var figure = JsonDocument.Parse(json);
            var title = figure.RootElement.GetProperty("layout").GetProperty("title").GetProperty("text").GetString()!;
            Assert.StartsWith("&lt;script&gt;alert(\"x\")&lt;/script&gt; &amp; 'y'", title, StringComparison.Ordinal);
            Assert.DoesNotContain('$', title);
        }
    }

    [Fact]
    public void Endless_words_are_cut()
    {
        var endless = new string('W', 100_000);
        var chart = Chart.Bar(endless, [endless], [1]) with { Note = endless, Source = endless };
        Assert.True(chart.ToSvg().Length < 10_000);
        Assert.EndsWith("…", ((BarChart)chart).Bars[0].Category, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_the_culture_of_the_machine_the_bytes_are_the_same()
    {
        foreach (var (name, chart) in SampleCharts.All)
        {
            var expected = (chart.ToSvg(), chart.ToPlotly(), chart.ToString(), chart.ToCsv());
            foreach (var culture in ForeignCultures())
            {
                var before = CultureInfo.CurrentCulture;
                try
                {
                    CultureInfo.CurrentCulture = culture;
                    Assert.Equal(expected, (chart.ToSvg(), chart.ToPlotly(), chart.ToString(), chart.ToCsv()));
                }
                finally
                {
                    CultureInfo.CurrentCulture = before;
                }
            }
            Assert.DoesNotMatch("\r", expected.Item1 + expected.Item2 + expected.Item3 + name);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Coordinates_have_at_most_two_decimals(string name)
    {
        var numbers = XDocument.Parse(SampleCharts.All[name].ToSvg()).Descendants().Attributes()
            .Where(attribute => attribute.Name.LocalName is not ("style" or "font-family")).SelectMany(attribute => Decimals().Matches(attribute.Value));
        Assert.All(numbers, number => Assert.True(number.Length <= 3, number.Value));
    }

    [GeneratedRegex(@"\.\d+")]
    private static partial Regex Decimals();

    private static IEnumerable<Chart> HostileCharts()
    {
        yield return Chart.Bar(Hostile, [Hostile, "b"], [1, 2], value: Hostile, category: Hostile) with { Reference = ReferenceLine.At(1, Hostile), Subtitle = "s", Source = Hostile };
        yield return Chart.StackedBar(Hostile, [Hostile], [new(Hostile, [1.0])]);
        yield return Chart.Line(Hostile, [Hostile, Hostile], [new(Hostile, [1.0, 2]), new(Hostile, [DisclosedValue.Suppressed, DisclosedValue.Missing])]);
        yield return Chart.Heatmap(Hostile, [Hostile], [Hostile], [[1.0]], value: Hostile);
        yield return Chart.Pyramid(Hostile, [Hostile], new(Hostile, [1.0]), new(Hostile, [2.0]), new(Hostile, [1.0], [2.0]));
        yield return Chart.Histogram(Hostile, [0, 1], [1], xTitle: Hostile) with { Note = Hostile };
        yield return Chart.Forest(Hostile, [new ForestRow(Hostile, new(1, 0.5, 2), new(1, 0, double.PositiveInfinity)) { Group = Hostile }, ForestRow.Reference(Hostile)], Hostile, [Hostile, "b"]) with { YTitle = Hostile, IntervalName = Hostile };
        yield return Chart.Scatter(Hostile, [new(1, 2, Hostile)], highlight: [Hostile], lines: [ReferenceLine.At(1, Hostile)]);
    }

    /// <summary>
    /// The German and Turkish ways with numbers. They are built by hand: with invariant globalization the machine knows no cultures.
    /// </summary>
    private static IEnumerable<CultureInfo> ForeignCultures()
    {
        foreach (var (point, group, minus, percent) in new[] { (",", ".", "-", "% "), (",", ".", "\u2212", "%"), ("\u066b", "\u066c", "\u200e-", "\u066a") })
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NumberDecimalSeparator = point;
            culture.NumberFormat.NumberGroupSeparator = group;
            culture.NumberFormat.NegativeSign = minus;
            culture.NumberFormat.PercentSymbol = percent;
            yield return culture;
        }
    }
}
