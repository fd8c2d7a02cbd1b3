using System.Text.Json.Nodes;
using Phm.Charting.Drawing;

namespace Phm.Charting.Plotly;

/// <summary>A <see cref="BarChart"/> as Plotly draws it.</summary>
internal static class BarPlot
{
    public static void Add(BarChart chart, PlotlyFigure figure)
    {
        var trace = new JsonObject
        {
            ["type"] = "bar",
            ["orientation"] = "h",
            ["y"] = PlotlyFigure.Numbers(chart.Bars.Select((_, k) => (double)k)),
            ["x"] = PlotlyFigure.Numbers(chart.Values),
            ["text"] = PlotlyFigure.Texts(chart.Bars.Select(bar => bar.HasInterval ? "" : chart.Print(bar.Value))),
            ["textposition"] = "outside",
            ["cliponaxis"] = false,
            ["hoverinfo"] = "text",
            ["hovertext"] = PlotlyFigure.Texts(chart.Bars.Select(bar => Hover(chart, bar))),
            ["marker"] = new JsonObject { ["color"] = Colours(chart) },
        };
        if (chart.HasIntervals) trace["error_x"] = Intervals(chart);
        figure.Add(trace);
        figure.Axis("xaxis", PlotlyFigure.Scale(chart.XTitle, chart.ValueFormat, fromZero: true));
        figure.Axis("yaxis", PlotlyFigure.Names(chart.YTitle, [.. chart.Bars.Select(bar => bar.Category)], fromTop: true));
        figure.Height = Math.Max(160, chart.Bars.Count * 32);
        for (var k = 0; k < chart.Bars.Count; k++) figure.Mark(chart.Bars[k].Value, chart.Bars[k].Category, 0, k, "x domain", anchor: "left");
        if (chart.Reference is { } line) Upright(figure, line);
    }

    /// <summary>A dashed line at one value of the horizontal axis.</summary>
    public static void Upright(PlotlyFigure figure, ReferenceLine line)
    {
        figure.Shape(new JsonObject
        {
            ["type"] = "line",
            ["x0"] = line.Intercept,
            ["x1"] = line.Intercept,
            ["y0"] = 0,
            ["y1"] = 1,
            ["yref"] = "paper",
            ["line"] = new JsonObject { ["color"] = ChartStyle.Ink, ["width"] = 1.2, ["dash"] = "dash" },
        });
        figure.Label(line.Label, line.Intercept, 1, "x", "paper", "center", "bottom");
        figure.Above = 16;
    }

    private static string Hover(BarChart chart, Bar bar) =>
        $"{bar.Category}: {chart.Print(bar.Value)}" + (bar.HasInterval ? $" ({chart.Print(bar.Low)} to {chart.Print(bar.High)})" : "");

    private static JsonArray Colours(BarChart chart) =>
        [.. chart.Bars.Select(bar => JsonValue.Create(chart.Highlight is null || chart.Highlight == bar.Category ? Palette.Series[0] : ChartStyle.Muted))];

    private static JsonObject Intervals(BarChart chart) => new()
    {
        ["type"] = "data",
        ["symmetric"] = false,
        ["array"] = new JsonArray([.. chart.Bars.Select(bar => bar.HasInterval ? JsonValue.Create(bar.High.Value - bar.Value.Value) : null)]),
        ["arrayminus"] = new JsonArray([.. chart.Bars.Select(bar => bar.HasInterval ? JsonValue.Create(bar.Value.Value - bar.Low.Value) : null)]),
        ["color"] = ChartStyle.Ink,
        ["thickness"] = 1.4,
        ["width"] = 4,
    };
}
