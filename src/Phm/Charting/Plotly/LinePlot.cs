using System.Text.Json.Nodes;
using Phm.Disclosure;

namespace Phm.Charting.Plotly;

/// <summary>A <see cref="LineChart"/> as Plotly draws it.</summary>
internal static class LinePlot
{
    public static void Add(LineChart chart, PlotlyFigure figure)
    {
        for (var s = 0; s < chart.Series.Count; s++)
        {
            if (chart.Series[s].Low.Count > 0) AddRibbon(chart, s, figure);
        }
        for (var s = 0; s < chart.Series.Count; s++) AddLine(chart, s, figure);
        figure.ShowLegend = chart.Series.Count > 1;
        figure.Axis("xaxis", chart.Labels.Count > 0
            ? PlotlyFigure.Names(chart.XTitle, chart.Labels)
            : PlotlyFigure.Scale(chart.XTitle, chart.XFormat));
        var vertical = PlotlyFigure.Scale(chart.YTitle, chart.ValueFormat, chart.FromZero ?? false);
        if (chart.Floor is { } floor) vertical["range"] = PlotlyFigure.Numbers([floor, chart.Values.Where(chart.IsDrawn).Select(value => value.Value).DefaultIfEmpty(floor + 1).Max()]);
        figure.Axis("yaxis", vertical);
    }

    private static void AddLine(LineChart chart, int index, PlotlyFigure figure)
    {
        var line = chart.Series[index];
        var colour = chart.Colour(index);
        figure.Add(new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = chart.X.Count <= 16 ? "lines+markers" : "lines",
            ["name"] = PlotlyFigure.Words(line.Name),
            ["x"] = PlotlyFigure.Numbers(chart.X),
            ["y"] = PlotlyFigure.Numbers(line.Values),
            ["connectgaps"] = false,
            ["text"] = PlotlyFigure.Texts(line.Values.Select(chart.Print)),
            ["hoverinfo"] = "text",
            ["hovertext"] = PlotlyFigure.Texts(line.Values.Select((value, k) => Hover(chart, line, k))),
            ["line"] = Shaped(chart, new() { ["color"] = colour, ["width"] = 2.2 }),
        });
        for (var k = 0; k < chart.X.Count; k++) figure.Mark(line.Values[k], $"{line.Name}, {chart.NameOf(k)}", chart.X[k], 0, yReference: "y domain");
    }

    /// <summary>The edge above without a line, then the edge beneath filled up to it. A gap ends a ribbon.</summary>
    private static void AddRibbon(LineChart chart, int index, PlotlyFigure figure)
    {
        var line = chart.Series[index];
        foreach (var (edge, fill) in new[] { (line.High, "none"), (line.Low, "tonexty") })
        {
            figure.Add(new JsonObject
            {
                ["type"] = "scatter",
                ["mode"] = "lines",
                ["name"] = PlotlyFigure.Words($"{line.Name}, interval"),
                ["x"] = PlotlyFigure.Numbers(chart.X),
                ["y"] = PlotlyFigure.Numbers(edge.Select((bound, k) => line.HasInterval(k) ? bound : DisclosedValue.Missing)),
                ["connectgaps"] = false,
                ["line"] = Shaped(chart, new() { ["width"] = 0, ["color"] = chart.Colour(index) }),
                ["fill"] = fill,
                ["fillcolor"] = chart.Colour(index) + "2B",
                ["hoverinfo"] = "skip",
                ["showlegend"] = false,
            });
        }
    }

    /// <summary>How a line goes from one position to the next.</summary>
    private static JsonObject Shaped(LineChart chart, JsonObject line)
    {
        if (chart.IsStepped) line["shape"] = "hv";
        return line;
    }

    private static string Hover(LineChart chart, ChartSeries line, int k) =>
        $"{line.Name}, {chart.NameOf(k)}: {chart.Print(line.Values[k])}" + (line.HasInterval(k) ? $" ({chart.Print(line.Low[k])} to {chart.Print(line.High[k])})" : "");
}
