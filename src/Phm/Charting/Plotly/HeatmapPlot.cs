using System.Text.Json.Nodes;
using Phm.Charting.Drawing;

namespace Phm.Charting.Plotly;

/// <summary>A <see cref="HeatmapChart"/> as Plotly draws it.</summary>
internal static class HeatmapPlot
{
    private const int Stops = 10;
    private const int MostLevelNames = 8;
    private const double LongestSlanted = 170;

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
            ["colorbar"] = new JsonObject
            {
                ["title"] = new JsonObject { ["text"] = PlotlyFigure.Words(chart.ValueTitle) },
                ["tickprefix"] = PlotlyFigure.TickPrefix(chart.ValueFormat),
                ["tickformat"] = PlotlyFigure.TickFormat(chart.ValueFormat),
            },
        });
        var isLevel = chart.Columns.Count <= MostLevelNames;
        figure.Axis("xaxis", isLevel
            ? Top(PlotlyFigure.Names(chart.XTitle, chart.Columns, widest: 560.0 / chart.Columns.Count), 0)
            : Top(PlotlyFigure.Names(chart.XTitle, [.. chart.Columns.Select(name => TextWrap.Shorten(name, LongestSlanted, TextStyle.Label))]), -45));
        figure.Above = (isLevel ? 44 : 120) + (chart.XTitle is null ? 0 : 26);
        figure.Axis("yaxis", PlotlyFigure.Names(chart.YTitle, chart.Rows, fromTop: true));
        figure.Height = Math.Max(160, chart.Rows.Count * 28);
        for (var r = 0; r < chart.Rows.Count; r++)
        {
            for (var c = 0; c < chart.Columns.Count; c++) figure.Mark(chart.Cells[r][c], $"{chart.Rows[r]}, {chart.Columns[c]}", c, r);
        }
    }

    private static JsonObject Top(JsonObject axis, double angle)
    {
        axis["side"] = "top";
        axis["tickangle"] = angle;
        return axis;
    }
}
