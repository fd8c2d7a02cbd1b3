using System.Text.Json.Nodes;
using Phm.Disclosure;
using Phm.Presentation;

namespace Phm.Charting.Plotly;

/// <summary>A <see cref="StackedBarChart"/> as Plotly draws it. As in the picture, a bar with a part that is not shown is not drawn.</summary>
internal static class StackedBarPlot
{
    public static void Add(StackedBarChart chart, PlotlyFigure figure)
    {
        var column = new TableColumn("", chart.DrawnFormat);
        var places = Enumerable.Range(0, chart.Categories.Count).ToList();
        for (var k = 0; k < chart.Parts.Count; k++)
        {
            var part = chart.Parts[k];
            figure.Add(new JsonObject
            {
                ["type"] = "bar",
                ["orientation"] = "h",
                ["name"] = PlotlyFigure.Words(part.Name),
                ["y"] = PlotlyFigure.Numbers(places.Select(c => (double)c)),
                ["x"] = PlotlyFigure.Numbers(places.Select(c => DisclosedValue.Combine(chart.Drawn(part, c), chart.Total(c), (value, _) => value))),
                ["text"] = PlotlyFigure.Texts(places.Select(c => column.Print(chart.Drawn(part, c)))),
                ["textposition"] = "inside",
                ["insidetextanchor"] = "middle",
                ["textangle"] = 0,
                ["hoverinfo"] = "text",
                ["hovertext"] = PlotlyFigure.Texts(places.Select(c => $"{chart.Categories[c]}, {part.Name}: {column.Print(chart.Drawn(part, c))}")),
                ["marker"] = new JsonObject { ["color"] = chart.Colours[k] },
            });
        }
        figure.BarMode = "stack";
        figure.ShowLegend = true;
        figure.Axis("xaxis", PlotlyFigure.Scale(chart.XTitle, chart.DrawnFormat, fromZero: true));
        figure.Axis("yaxis", PlotlyFigure.Names(chart.YTitle, chart.Categories, fromTop: true));
        figure.Height = Math.Max(160, places.Count * 34);
        foreach (var (c, value) in chart.DrawnValues.Index()) figure.Mark(value, chart.Categories[c], 0, c, "x domain", anchor: "left");
    }
}
