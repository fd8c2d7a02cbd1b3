using System.Text.Json.Nodes;
using Phm.Charting.Drawing;

namespace Phm.Charting.Plotly;

/// <summary>A <see cref="HeatmapChart"/> as Plotly draws it.</summary>
internal static class HeatmapPlot
{
    private const int Stops = 10;

    public static void Add(HeatmapChart chart, PlotlyFigure figure)
    {
        figure.Add(new JsonObject
        {
            ["type"] = "heatmap",
            ["x"] = PlotlyFigure.Numbers(chart.Columns.Select((_, c) => (double)c)),
            ["y"] = PlotlyFigure.Numbers(chart.Rows.Select((_, r) => (double)r)),
            ["z"] = new JsonArray([.. chart.Cells.Select(row => PlotlyFigure.Numbers(row))]),
            ["text"] = new JsonArray([.. chart.Cells.Select(row => PlotlyFigure.Texts(row.Select(chart.Print)))]),
            ["texttemplate"] = "%{text}",
            ["hoverinfo"] = "text",
            ["hovertext"] = new JsonArray([.. chart.Rows.Select((name, r) => PlotlyFigure.Texts(chart.Columns.Select((column, c) => $"{name}, {column}: {chart.Print(chart.Cells[r][c])}")))]),
            ["hoverongaps"] = true,
            ["xgap"] = 1.5,
            ["ygap"] = 1.5,
            ["colorscale"] = new JsonArray([.. Enumerable.Range(0, Stops + 1).Select(k => new JsonArray(k / (double)Stops, Palette.Sequential(k / (double)Stops)))]),
            ["colorbar"] = new JsonObject { ["title"] = new JsonObject { ["text"] = PlotlyFigure.Words(chart.ValueTitle) } },
        });
        figure.Axis("xaxis", Top(PlotlyFigure.Names(chart.XTitle, chart.Columns)));
        figure.Axis("yaxis", PlotlyFigure.Names(chart.YTitle, chart.Rows, fromTop: true));
        figure.Height = Math.Max(200, chart.Rows.Count * 28);
        for (var r = 0; r < chart.Rows.Count; r++)
        {
            for (var c = 0; c < chart.Columns.Count; c++) figure.Mark(chart.Cells[r][c], $"{chart.Rows[r]}, {chart.Columns[c]}", c, r);
        }
    }

    private static JsonObject Top(JsonObject axis)
    {
        axis["side"] = "top";
        return axis;
    }
}
