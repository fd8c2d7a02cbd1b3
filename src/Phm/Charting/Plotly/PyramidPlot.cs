using System.Text.Json.Nodes;
using Phm.Charting.Drawing;
using Phm.Disclosure;

namespace Phm.Charting.Plotly;

/// <summary>A <see cref="PyramidChart"/> as Plotly draws it: two plots side by side, the left one from right to left.</summary>
internal static class PyramidPlot
{
    public static void Add(PyramidChart chart, PlotlyFigure figure)
    {
        AddSide(chart, figure, chart.Left, "x", Palette.Series[0]);
        AddSide(chart, figure, chart.Right, "x2", Palette.Series[1]);
        if (chart.Outline is { } outline)
        {
            AddOutline(chart, figure, $"{outline.Name}, {chart.Left.Name}", outline.Left, "x");
            AddOutline(chart, figure, $"{outline.Name}, {chart.Right.Name}", outline.Right, "x2");
        }
        figure.Axis("xaxis", Side(chart, 0, 0.48, fromRight: true));
        figure.Axis("xaxis2", Side(chart, 0.52, 1, fromRight: false));
        figure.Axis("yaxis", PlotlyFigure.Names(chart.YTitle, chart.Ages));
        figure.ShowLegend = true;
        figure.BarGap = 0.12;
        figure.Height = Math.Max(240, chart.Ages.Count * 20);
    }

    private static void AddSide(PyramidChart chart, PlotlyFigure figure, ChartSeries side, string axis, string colour)
    {
        figure.Add(new JsonObject
        {
            ["type"] = "bar",
            ["orientation"] = "h",
            ["name"] = PlotlyFigure.Words(side.Name),
            ["xaxis"] = axis,
            ["y"] = PlotlyFigure.Numbers(chart.Ages.Select((_, k) => (double)k)),
            ["x"] = PlotlyFigure.Numbers(side.Values),
            ["text"] = PlotlyFigure.Texts(side.Values.Select(chart.Print)),
            ["textposition"] = "none",
            ["hoverinfo"] = "text",
            ["hovertext"] = PlotlyFigure.Texts(side.Values.Select((value, k) => $"{side.Name} {chart.Ages[k]}: {chart.Print(value)}")),
            ["marker"] = new JsonObject { ["color"] = colour },
        });
        var isLeft = axis == "x";
        for (var k = 0; k < chart.Ages.Count; k++)
            figure.Mark(side.Values[k], $"{side.Name} {chart.Ages[k]}", isLeft ? 1 : 0, k, $"{axis} domain", anchor: isLeft ? "right" : "left");
    }

    private static void AddOutline(PyramidChart chart, PlotlyFigure figure, string name, IReadOnlyList<DisclosedValue> values, string axis) => figure.Add(new JsonObject
    {
        ["type"] = "scatter",
        ["mode"] = "lines",
        ["name"] = PlotlyFigure.Words(name),
        ["xaxis"] = axis,
        ["y"] = PlotlyFigure.Numbers(chart.Ages.SelectMany((_, k) => new[] { k - 0.5, k + 0.5 })),
        ["x"] = PlotlyFigure.Numbers(values.SelectMany(value => new[] { value, value })),
        ["connectgaps"] = false,
        ["hoverinfo"] = "skip",
        ["line"] = new JsonObject { ["color"] = ChartStyle.Ink, ["width"] = 1.6 },
    });

    /// <summary>Both sides share one scale, so that a longer bar is a larger number wherever it stands.</summary>
    private static JsonObject Side(PyramidChart chart, double from, double to, bool fromRight)
    {
        var axis = PlotlyFigure.Scale(chart.XTitle, chart.ValueFormat, fromZero: true);
        var values = chart.Values.Concat(chart.Outline?.Left ?? []).Concat(chart.Outline?.Right ?? []);
        var longest = values.Where(value => value.IsShown).Select(value => value.Value).DefaultIfEmpty(1).Max() * 1.04;
        if (longest == 0) longest = 1;
        axis["domain"] = PlotlyFigure.Numbers([from, to]);
        axis["range"] = PlotlyFigure.Numbers(fromRight ? [longest, 0] : [0, longest]);
        return axis;
    }
}
