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
        var scale = AxisScale.Covering([.. heights.Where(height => height.IsShown).Select(height => height.Value)], 4, fromZero: true, whole: format == ColumnFormat.Count);
        var lift = LiftFor(chart, scale, heights);
        top += lift;
        var plot = new Plot(ChartStyle.Margin + Math.Max(Axes.WidthOf(scale, format), 4), top, ChartStyle.Right - 14, top + PlotHeight);
        var across = Across(chart, plot);
        Axes.DrawVertical(canvas, scale, format, plot);
        var bins = chart.Counts.Select((_, k) => (Left: across.Place(chart.Edges[k], plot.Left, plot.Right), Right: across.Place(chart.Edges[k + 1], plot.Left, plot.Right))).ToList();
        canvas.Begin("bars");
        for (var k = 0; k < bins.Count; k++) DrawBin(heights[k], canvas, scale, plot, bins[k]);
        canvas.End();
        canvas.Segment(plot.Left, plot.Bottom, plot.Right, plot.Bottom, ChartStyle.Axis);
        if (chart.Reference is { } line) References.DrawUpright(canvas, line, across, plot with { Top = plot.Top - lift });
        canvas.Begin("values");
        for (var k = 0; k < bins.Count; k++) DrawCount(chart, k, canvas, scale, plot, bins[k]);
        DrawUnshown(chart.Counts, canvas, bins, plot.Bottom - 4);
        canvas.End();
        return Axes.DrawTickLabels(canvas, TickLabels(chart, across, plot), plot, chart.XTitle);
    }

    /// <summary>Room above the plot for the count of a bin that reaches its top.</summary>
    private static double LiftFor(HistogramChart chart, AxisScale scale, List<DisclosedValue> heights)
    {
        if (chart.Counts.Count > MostLabelledEdges) return 0;
        var highest = heights.Where(height => height.IsShown).Select(height => height.Value).DefaultIfEmpty(0).Max();
        return Math.Max(0, 17 - (scale.High - highest) / (scale.High - scale.Low) * PlotHeight);
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

    private static void DrawBin(DisclosedValue height, SvgCanvas canvas, AxisScale scale, Plot plot, (double Left, double Right) bin)
    {
        if (!height.IsShown) return;
        var y = scale.Place(height.Value, plot.Bottom, plot.Top);
        var width = bin.Right - bin.Left;
        canvas.Rect(bin.Left, y, width - (width > 4 ? 1 : 0), plot.Bottom - y, Palette.Series[0]);
    }

    /// <summary>Counts are written where bins are few; a zero always, because nothing else shows it.</summary>
    private static void DrawCount(HistogramChart chart, int bin, SvgCanvas canvas, AxisScale scale, Plot plot, (double Left, double Right) at)
    {
        var height = chart.Height(bin);
        if (!height.IsShown || (height.Value != 0 && chart.Counts.Count > MostLabelledEdges)) return;
        var text = chart.Print(chart.Counts[bin]);
        var style = TextStyle.Datum with { Size = 12 };
        if (style.Width(text) <= at.Right - at.Left - 2)
            canvas.Text(text, (at.Left + at.Right) / 2, scale.Place(height.Value, plot.Bottom, plot.Top) - 5, style, Anchor.Middle);
    }

    /// <summary>Each bin has its mark where it is wide enough; narrow neighbours share one.</summary>
    private static void DrawUnshown(IReadOnlyList<DisclosedValue> counts, SvgCanvas canvas, List<(double Left, double Right)> bins, double bottom)
    {
        for (var first = 0; first < counts.Count; first++)
        {
            if (counts[first].IsShown) continue;
            var last = first;
            while (bins[first].Right - bins[first].Left < Badges.Width && last + 1 < counts.Count && counts[last + 1].State == counts[first].State) last++;
            var (left, right, middle) = (bins[first].Left, bins[last].Right, bottom - (Badges.Height / 2));
            if (first == last && right - left >= Badges.Width)
            {
                canvas.Badge(((left + right) / 2) - (Badges.Width / 2), middle, counts[first]);
                continue;
            }
            canvas.Unshown(left, bottom - Badges.Height, right - left, Badges.Height, counts[first]);
            if (right - left >= Badges.Width)
                canvas.Text(counts[first].ToString(), (left + right) / 2, middle + TextStyle.Mark.MiddleToBaseline, TextStyle.Mark, Anchor.Middle);
            first = last;
        }
    }
}
