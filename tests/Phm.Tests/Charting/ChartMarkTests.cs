using System.Text.Json;
using System.Xml.Linq;
using Phm.Charting;
using Phm.Disclosure;

namespace Phm.Tests.Charting;

/// <summary>Suppressed, missing and zero are three things, wherever a chart shows them.</summary>
public sealed class ChartMarkTests
{
    private static readonly DisclosedValue[] Trio = [DisclosedValue.Suppressed, DisclosedValue.Missing, DisclosedValue.Of(0)];

    public static TheoryData<string> Kinds => ["bar", "stacked", "line", "heatmap", "pyramid", "histogram", "scatter", "forest"];

    [Theory, MemberData(nameof(Kinds))]
    public void The_picture_marks_what_is_not_shown_and_explains_the_marks(string kind)
    {
        var texts = DrawnText.Of(Marked(kind).ToSvg()).Select(text => text.Text).ToList();
        Assert.Equal(2, texts.Count(text => text == "[c]"));
        Assert.Equal(2, texts.Count(text => text == "[x]"));
        Assert.Contains("suppressed to protect people", texts);
        Assert.Contains("not available", texts);
        Assert.Contains("0", texts);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void A_picture_without_marks_does_not_explain_them(string kind)
    {
        var svg = Build(kind, [.. Trio.Select((_, k) => DisclosedValue.Of(k))]).ToSvg();
        Assert.DoesNotContain("suppressed", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("[x]", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("hatch", svg, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Hatching_stands_for_suppressed_alone(string kind)
    {
        var hatched = XDocument.Parse(Marked(kind).ToSvg()).Descendants().Count(element => element.Attribute("fill")?.Value.StartsWith("url(#", StringComparison.Ordinal) == true);
        Assert.Equal(2, hatched);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void In_Plotly_what_is_not_shown_is_null_and_annotated_and_a_zero_is_a_zero(string kind)
    {
        using var figure = JsonDocument.Parse(Marked(kind).ToPlotly());
        var key = kind switch { "heatmap" => "z", "bar" or "stacked" or "pyramid" or "forest" => "x", _ => "y" };
        var numbers = figure.RootElement.GetProperty("data")[0].GetProperty(key);
        if (kind == "heatmap") numbers = numbers[0];
        Assert.Equal([JsonValueKind.Null, JsonValueKind.Null, JsonValueKind.Number], numbers.EnumerateArray().Take(3).Select(number => number.ValueKind));
        Assert.Equal(0, numbers[2].GetDouble());
        var annotations = figure.RootElement.GetProperty("layout").GetProperty("annotations").EnumerateArray().Select(note => note.GetProperty("text").GetString()!).ToList();
        Assert.Equal(["[c]", "[x]"], annotations.Where(text => text.Length == 3));
        Assert.Contains(annotations, text => text.Contains("[c] suppressed to protect people.", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void The_table_and_the_CSV_keep_the_three_apart(string kind)
    {
        var chart = Marked(kind);
        foreach (var text in new[] { chart.ToString(), chart.ToCsv() })
        {
            Assert.Contains("[c]", text, StringComparison.Ordinal);
            Assert.Contains("[x]", text, StringComparison.Ordinal);
        }
        var cells = chart.ToCsv().Split('\n').Skip(1).SelectMany(line => line.Split(',').Skip(1)).ToList();
        Assert.Equal((1, 1), (cells.Count(cell => cell == "[c]"), cells.Count(cell => cell == "[x]")));
        Assert.Contains("0", cells);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void The_description_counts_what_is_not_shown(string kind)
    {
        var description = Marked(kind).Description;
        Assert.Contains("1 value is suppressed to protect people.", description, StringComparison.Ordinal);
        Assert.Contains("1 value is not available.", description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stacked_bar_with_a_part_withheld_shows_neither_a_total_nor_shares()
    {
        ChartSeries[] parts = [new("A", [DisclosedValue.Of(10), DisclosedValue.Of(1)]), new("B", [DisclosedValue.Suppressed, DisclosedValue.Of(1)])];
        var chart = Chart.StackedBar("People", ["first", "second"], parts, asShare: true);
        Assert.Equal("Category,A,B,\"A, share\",\"B, share\"\nfirst,10,[c],[c],[c]\nsecond,1,1,0.5,0.5\n", chart.ToCsv());
        Assert.DoesNotContain("100.0%", chart.ToSvg(), StringComparison.Ordinal);
        using var figure = JsonDocument.Parse(chart.ToPlotly());
        Assert.Equal(JsonValueKind.Null, figure.RootElement.GetProperty("data")[0].GetProperty("x")[0].ValueKind);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void A_chart_of_which_nothing_may_be_shown_is_still_a_picture(string kind)
    {
        var chart = Build(kind, [.. Enumerable.Repeat(DisclosedValue.Suppressed, 3)]);
        Assert.Contains("[c]", chart.ToSvg(), StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", chart.ToSvg() + chart.ToPlotly(), StringComparison.Ordinal);
    }

    private static Chart Marked(string kind) => Build(kind, [.. Trio, DisclosedValue.Of(8)]);

    private static Chart Build(string kind, DisclosedValue[] values)
    {
        string[] names = [.. values.Select((_, k) => $"n{k}")];
        var nines = values.Select(_ => 9.0);
        return kind switch
        {
            "bar" => Chart.Bar("Title", names, values),
            "stacked" => Chart.StackedBar("Title", names, [new("A", values)]),
            "line" => Chart.Line("Title", names, [new("A", values)]),
            "heatmap" => Chart.Heatmap("Title", ["row"], names, [values]),
            "pyramid" => Chart.Pyramid("Title", names, new("Women", values), new("Men", nines)),
            "histogram" => Chart.Histogram("Title", Enumerable.Range(0, values.Length + 1).Select(k => (double)k), values),
            "forest" => Chart.Forest("Title", values.Select((value, k) => new ForestRow(names[k], new ForestEstimate(value))), logarithmic: false),
            _ => Chart.Scatter("Title", values.Select((value, k) => new ScatterPoint(DisclosedValue.Of(k), value))),
        };
    }
}
