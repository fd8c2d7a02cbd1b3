using System.Text.Json;
using System.Text.Json.Nodes;

namespace Phm.Tests.Charting;

public sealed class GoldenChartTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    public static TheoryData<string> Names => [.. SampleCharts.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public void A_chart_is_drawn_as_expected(string name) =>
        Expectation.Matches(SampleCharts.All[name].ToSvg(), $"Charting/{name}.svg");

    [Theory, MemberData(nameof(Names))]
    public void A_chart_is_a_Plotly_figure_as_expected(string name) =>
        Expectation.Matches(JsonNode.Parse(SampleCharts.All[name].ToPlotly())!.ToJsonString(Indented) + "\n", $"Charting/{name}.plotly.json");

    [Theory, MemberData(nameof(Names))]
    public void A_chart_is_a_table_as_expected(string name) =>
        Expectation.Matches(SampleCharts.All[name].ToString(), $"Charting/{name}.txt");
}
