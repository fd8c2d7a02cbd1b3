using System.Text.Json.Nodes;
using Phm.Charting.Drawing;

namespace Phm.Charting.Plotly;

/// <summary>A <see cref="ForestChart"/> as Plotly draws it: a trace for each series, the numbers as names of a second axis to the right.</summary>
internal static class ForestPlot
{
    private static readonly string[] s_symbols = ["square", "circle-open", "diamond"];

    public static void Add(ForestChart chart, PlotlyFigure figure)
    {
        var scale = ForestScale.Of(chart);
        for (var s = 0; s < chart.SeriesCount; s++) AddSeries(chart, figure, scale, s);
        AddLine(chart, figure);
        figure.Add(new JsonObject { ["type"] = "scatter", ["x"] = new JsonArray(null, null), ["y"] = new JsonArray(null, null), ["yaxis"] = "y2", ["hoverinfo"] = "skip", ["showlegend"] = false });
        figure.ShowLegend = chart.Series.Count > 1;
        figure.Height = Math.Max(180, chart.Rows.Count * (16 + chart.SeriesCount * 18));
        figure.Axis("xaxis", Horizontal(chart, scale));
        figure.Axis("yaxis", PlotlyFigure.Names(chart.YTitle, [.. chart.Rows.Select(row => row.Group is null ? row.Label : $"{row.Group}: {row.Label}")], fromTop: true));
        var numbers = PlotlyFigure.Names(null, [.. chart.Rows.Select(row => row.IsReference ? chart.ReferenceText : string.Join(" | ", row.Estimates.Select(estimate => chart.Print(estimate))))], fromTop: true, widest: 260);
        (numbers["overlaying"], numbers["side"]) = ("y", "right");
        figure.Axis("yaxis2", numbers);
        for (var k = 0; k < chart.Rows.Count; k++)
        {
            for (var s = 0; s < chart.Rows[k].Estimates.Count; s++) figure.Mark(chart.Rows[k].Estimates[s].Value, chart.Rows[k].Label, 0, Y(chart, k, s), "x domain", anchor: "left");
        }
    }

    private static double Y(ForestChart chart, int row, int series) => row + (series - (chart.SeriesCount - 1) / 2.0) * 0.28;

    private static void AddSeries(ForestChart chart, PlotlyFigure figure, ForestScale scale, int series)
    {
        var rows = chart.Rows.Index().Where(pair => !pair.Item.IsReference).Select(pair => (pair.Index, pair.Item.Label, Estimate: pair.Item.Estimates[series])).ToList();
        figure.Add(new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "markers",
            ["name"] = PlotlyFigure.Words(chart.NameOf(series)),
            ["x"] = PlotlyFigure.Numbers(rows.Select(row => row.Estimate.Value)),
            ["y"] = PlotlyFigure.Numbers(rows.Select(row => Y(chart, row.Index, series))),
            ["hoverinfo"] = "text",
            ["hovertext"] = PlotlyFigure.Texts(rows.Select(row => $"{row.Label}: {chart.Print(row.Estimate)}")),
            ["marker"] = new JsonObject { ["color"] = ForestChart.Colour(series), ["size"] = 10, ["symbol"] = s_symbols[series] },
            ["error_x"] = new JsonObject
            {
                ["type"] = "data",
                ["symmetric"] = false,
                ["array"] = new JsonArray([.. rows.Select(row => Reach(row.Estimate, estimate => Math.Min(ForestScale.Bounds(estimate).High, scale.High) - estimate.Value.Value))]),
                ["arrayminus"] = new JsonArray([.. rows.Select(row => Reach(row.Estimate, estimate => estimate.Value.Value - Math.Max(ForestScale.Bounds(estimate).Low, scale.Low)))]),
                ["color"] = ForestChart.Colour(series),
                ["thickness"] = 1.8,
                ["width"] = 4,
            },
        });
    }

    /// <summary>How far an interval goes from its estimate, to the end of the axis at most.</summary>
    private static JsonValue? Reach(ForestEstimate estimate, Func<ForestEstimate, double> reach) => estimate.HasInterval ? JsonValue.Create(Math.Max(0, reach(estimate))) : null;

    private static void AddLine(ForestChart chart, PlotlyFigure figure) => figure.Add(new JsonObject
    {
        ["type"] = "scatter",
        ["mode"] = "lines",
        ["x"] = PlotlyFigure.Numbers([chart.NoEffect, chart.NoEffect]),
        ["y"] = PlotlyFigure.Numbers([-0.5, chart.Rows.Count - 0.5]),
        ["hoverinfo"] = "skip",
        ["line"] = new JsonObject { ["color"] = ChartStyle.MutedInk, ["width"] = 1.4 },
        ["showlegend"] = false,
    });

    private static JsonObject Horizontal(ForestChart chart, ForestScale scale)
    {
        var axis = PlotlyFigure.Scale(chart.AxisTitle, chart.ValueFormat);
        axis["zeroline"] = false;
        if (!chart.IsLogarithmic) return axis;
        (axis["type"], axis["tickmode"]) = ("log", "array");
        axis["tickvals"] = PlotlyFigure.Numbers(scale.Ticks);
        axis["ticktext"] = PlotlyFigure.Texts(scale.Ticks.Select(scale.Print));
        axis["range"] = PlotlyFigure.Numbers([Math.Round(Math.Log10(scale.Low), 6), Math.Round(Math.Log10(scale.High), 6)]);
        return axis;
    }
}
