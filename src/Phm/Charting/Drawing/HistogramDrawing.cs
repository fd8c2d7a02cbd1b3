using Phm.Disclosure;
using Phm.Presentation;

namespace Phm.Charting.Drawing;

/// <summary>Lays out a <see cref="HistogramChart"/>: adjoining columns over a numeric scale.</summary>
internal static class HistogramDrawing
{
    private const double PlotHeight = 290;
    private const int MostLabelledEdges = 14;

    public static double Draw(HistogramChart chart, SvgCanvas canvas, double top)
    {
        top = Axes.DrawTopTitle(canvas, chart.HeightTitle, top) + 4;
        if (chart.Reference is not null) top += TextStyle.Tick.LineHeight + 4;
        var heights = chart.Counts.Select((_, k) => chart.Height(k)).ToList();
        var format = chart.HeightFormat;
        var scale = AxisScale.Covering([.. heights.Where(height => height.IsShown).Select(height => height.Value)], 5, fromZero: true, whole: format == ColumnFormat.Count);
        var plot = new Plot(ChartStyle.Margin + Math.Max(Axes.WidthOf(scale, format), 4), top, ChartStyle.Right - 14, top + PlotHeight);
        var across = Across(chart, plot);
        Axes.DrawVertical(canvas, scale, format, plot);
        canvas.Begin("bars");
        for (var k = 0; k < heights.Count; k++)
            DrawBin(chart, k, canvas, scale, plot, across.Place(chart.Edges[k], plot.Left, plot.Right), across.Place(chart.Edges[k + 1], plot.Left, plot.Right));
        canvas.End();
        canvas.Segment(plot.Left, plot.Bottom, plot.Right, plot.Bottom, ChartStyle.Axis);
        if (chart.Reference is { } line) References.DrawUpright(canvas, line, across, plot);
        return Axes.DrawTickLabels(canvas, TickLabels(chart, across, plot), plot, chart.XTitle);
    }

    private static AxisScale Across(HistogramChart chart, Plot plot)
    {
        var (low, high) = (chart.Edges[0], chart.Edges[^1]);
        if (chart.Reference is { } line) (low, high) = (Math.Min(low, line.Intercept), Math.Max(high, line.Intercept));
        var rough = AxisScale.Between(low, high, 8);
        var widest = rough.Ticks.Count == 0 ? 40 : rough.Ticks.Max(tick => TextStyle.Tick.Width(rough.Print(tick, chart.XFormat)));
        return AxisScale.Between(low, high, Axes.Intervals(plot.Width, widest, 10));
    }

    /// <summary>Few bins are labelled at their edges, many at round numbers.</summary>
    private static (double X, string Text)[] TickLabels(HistogramChart chart, AxisScale across, Plot plot) =>
        chart.Edges.Count <= MostLabelledEdges
            ? [.. chart.Edges.Select(edge => (across.Place(edge, plot.Left, plot.Right), new TableColumn("", chart.XFormat).Print(DisclosedValue.Of(edge))))]
            : [.. across.Ticks.Select(tick => (across.Place(tick, plot.Left, plot.Right), across.Print(tick, chart.XFormat)))];

    private static void DrawBin(HistogramChart chart, int bin, SvgCanvas canvas, AxisScale scale, Plot plot, double left, double right)
    {
        var (height, width) = (chart.Height(bin), right - left);
        if (!height.IsShown)
        {
            DrawUnshown(canvas, height, left, right, plot.Bottom - 4);
            return;
        }
        var y = scale.Place(height.Value, plot.Bottom, plot.Top);
        var gap = width > 4 ? 1 : 0;
        canvas.Rect(left, y, width - gap, plot.Bottom - y, Palette.Series[0]);
        var text = chart.Print(chart.Counts[bin]);
        var isLabelled = height.Value == 0 || chart.Counts.Count <= MostLabelledEdges;
        if (isLabelled && TextStyle.Tick.Width(text) <= width - 2)
            canvas.Text(text, (left + right) / 2, y - 5, TextStyle.Tick with { Fill = ChartStyle.Ink }, Anchor.Middle);
    }

    /// <summary>The mark stands in the bin; upright where the bin is narrow, and in the narrowest the ground alone.</summary>
    private static void DrawUnshown(SvgCanvas canvas, DisclosedValue value, double left, double right, double bottom)
    {
        var middle = (left + right) / 2;
        if (right - left >= Badges.Width)
        {
            canvas.Badge(middle - (Badges.Width / 2), bottom - (Badges.Height / 2), value);
            return;
        }
        var width = Math.Min(Badges.Height, right - left);
        canvas.Unshown(middle - (width / 2), bottom - Badges.Width, width, Badges.Width, value);
        if (width >= 14) canvas.Text(value.ToString(), middle + TextStyle.Mark.MiddleToBaseline, bottom - (Badges.Width / 2), TextStyle.Mark, Anchor.Middle, -90);
    }
}
