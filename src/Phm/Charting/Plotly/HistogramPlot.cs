using System.Text.Json.Nodes;
using Phm.Charting.Drawing;

namespace Phm.Charting.Plotly;

/// <summary>A <see cref="HistogramChart"/> as Plotly draws it.</summary>
internal static class HistogramPlot
{
    public static void Add(HistogramChart chart, PlotlyFigure figure)
    {
        var bins = Enumerable.Range(0, chart.Counts.Count).ToList();
        figure.Add(new JsonObject
        {
            ["type"] = "bar",
            ["x"] = PlotlyFigure.Numbers(bins.Select(k => (chart.Edges[k] + chart.Edges[k + 1]) / 2)),
            ["width"] = PlotlyFigure.Numbers(bins.Select(k => chart.Edges[k + 1] - chart.Edges[k])),
            ["y"] = PlotlyFigure.Numbers(bins.Select(chart.Height)),
            ["text"] = PlotlyFigure.Texts(chart.Counts.Select(chart.Print)),
            ["textposition"] = "none",
            ["hoverinfo"] = "text",
            ["hovertext"] = PlotlyFigure.Texts(bins.Select(k => $"{chart.NameOf(k)}: {chart.Print(chart.Counts[k])}")),
            ["marker"] = new JsonObject { ["color"] = Palette.Series[0], ["line"] = new JsonObject { ["color"] = ChartStyle.Paper, ["width"] = 1 } },
        });
        figure.BarGap = 0;
        figure.Axis("xaxis", PlotlyFigure.Scale(chart.XTitle, chart.XFormat));
        figure.Axis("yaxis", PlotlyFigure.Scale(chart.HeightTitle, chart.HeightFormat, fromZero: true));
        foreach (var k in bins) figure.Mark(chart.Counts[k], chart.NameOf(k), (chart.Edges[k] + chart.Edges[k + 1]) / 2, 0, yReference: "y domain");
        if (chart.Reference is { } line) BarPlot.Upright(figure, line);
    }
}
