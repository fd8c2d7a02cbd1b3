using System.Text.Json.Nodes;
using Phm.Charting.Drawing;

namespace Phm.Charting.Plotly;

/// <summary>A <see cref="ScatterChart"/> as Plotly draws it.</summary>
internal static class ScatterPlot
{
    public static void Add(ScatterChart chart, PlotlyFigure figure)
    {
        var isQuiet = chart.Highlight.Count > 0;
        AddPoints(chart, figure, [.. chart.Points.Where(point => !chart.IsHighlighted(point))], isQuiet ? ChartStyle.Muted : Palette.Series[0], isNamed: false);
        if (isQuiet) AddPoints(chart, figure, [.. chart.Points.Where(chart.IsHighlighted)], Palette.Series[0], isNamed: true);
        foreach (var line in chart.Lines) AddLine(chart, figure, line);
        figure.ShowLegend = chart.Lines.Count > 0;
        figure.Height = 360;
        figure.Axis("xaxis", PlotlyFigure.Scale(chart.XTitle, chart.HorizontalFormat));
        figure.Axis("yaxis", PlotlyFigure.Scale(chart.YTitle, chart.ValueFormat));
        foreach (var point in chart.Points)
        {
            var name = point.Name ?? "Point";
            if (point.X.IsShown) figure.Mark(point.Y, name, point.X.Value, 0, yReference: "y domain");
            else if (point.Y.IsShown) figure.Mark(point.X, name, 0, point.Y.Value, "x domain", anchor: "left");
        }
    }

    private static void AddPoints(ScatterChart chart, PlotlyFigure figure, IReadOnlyList<ScatterPoint> points, string colour, bool isNamed) => figure.Add(new JsonObject
    {
        ["type"] = "scatter",
        ["mode"] = isNamed ? "markers+text" : "markers",
        ["x"] = PlotlyFigure.Numbers(points.Select(point => point.X)),
        ["y"] = PlotlyFigure.Numbers(points.Select(point => point.Y)),
        ["text"] = PlotlyFigure.Texts(points.Select(point => point.Name)),
        ["textposition"] = "top center",
        ["hoverinfo"] = "text",
        ["hovertext"] = PlotlyFigure.Texts(points.Select(point => $"{point.Name ?? "Point"}: {chart.PrintX(point.X)}, {chart.Print(point.Y)}")),
        ["marker"] = new JsonObject { ["color"] = colour, ["size"] = 9, ["opacity"] = isNamed ? 1 : 0.75 },
        ["showlegend"] = false,
    });

    private static void AddLine(ScatterChart chart, PlotlyFigure figure, ReferenceLine line)
    {
        var xs = chart.Points.Where(point => point.X.IsShown).Select(point => point.X.Value).DefaultIfEmpty(0).ToList();
        var points = line.Points.Count > 0 ? line.Points : [.. new[] { xs.Min(), xs.Max() }.Select(x => (X: x, Y: line.Intercept + (line.Slope * x)))];
        figure.Add(new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "lines",
            ["name"] = PlotlyFigure.Words(line.Label),
            ["x"] = PlotlyFigure.Numbers(points.Select(point => point.X)),
            ["y"] = PlotlyFigure.Numbers(points.Select(point => point.Y)),
            ["hoverinfo"] = "name",
            ["line"] = new JsonObject { ["color"] = ChartStyle.MutedInk, ["width"] = 1.2, ["dash"] = "dash" },
        });
    }
}
