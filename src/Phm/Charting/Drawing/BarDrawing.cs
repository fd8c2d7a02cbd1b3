using Phm.Presentation;

namespace Phm.Charting.Drawing;

/// <summary>Lays out a <see cref="BarChart"/>: labels to the left, bars from zero, whiskers, and each value where its bar ends.</summary>
internal static class BarDrawing
{
    private const double ValueGap = 7;

    public static double Draw(BarChart chart, SvgCanvas canvas, double top)
    {
        top = Axes.DrawTopTitle(canvas, chart.YTitle, top);
        if (chart.Reference is not null) top += TextStyle.Tick.LineHeight + 4;
        var rows = new CategoryRows([.. chart.Bars.Select(bar => bar.Category)], top, CategoryRows.HeightFor(chart.Bars.Count), 230);
        var scale = ScaleOf(chart, 5);
        scale = ScaleOf(chart, Axes.Intervals(ChartStyle.Right - rows.Left, Axes.WidthOf(scale, chart.ValueFormat), 6));
        var plot = new Plot(rows.Left, top, RightOf(chart, scale, rows.Left), rows.Bottom);
        rows.DrawLabels(canvas);
        var bottom = Axes.DrawHorizontal(canvas, scale, chart.ValueFormat, plot, chart.XTitle);
        canvas.Begin("bars");
        for (var k = 0; k < chart.Bars.Count; k++)
        {
            var thickness = Math.Min(rows.Heights[k], CategoryRows.HeightFor(chart.Bars.Count)) * 0.62;
            DrawBar(chart, chart.Bars[k], canvas, scale, plot, rows.Middles[k], thickness);
        }
        canvas.End();
        if (chart.Reference is { } line) References.DrawUpright(canvas, line, scale, plot);
        DrawValues(chart, canvas, scale, plot, rows);
        return bottom;
    }

    /// <summary>From zero, over every value, bound and reference.</summary>
    private static AxisScale ScaleOf(BarChart chart, int intervals)
    {
        var values = chart.Bars.Where(bar => bar.Value.IsShown).Select(bar => bar.Value.Value).ToList();
        foreach (var bar in chart.Bars.Where(bar => bar.HasInterval)) values.AddRange([bar.Low.Value, bar.High.Value]);
        if (chart.Reference is { } line) values.Add(line.Intercept);
        return AxisScale.Snug(values, intervals, whole: chart.ValueFormat == ColumnFormat.Count);
    }

    /// <summary>The plot ends where the longest bar still leaves room for its value.</summary>
    private static double RightOf(BarChart chart, AxisScale scale, double left)
    {
        var right = ChartStyle.Right - (scale.Ticks.Count == 0 ? 0 : TextStyle.Tick.Width(scale.Print(scale.High, chart.ValueFormat)) / 2);
        foreach (var bar in chart.Bars)
        {
            var share = ((bar.Value.IsShown ? End(bar) : 0) - scale.Low) / (scale.High - scale.Low);
            var width = bar.Value.IsShown ? (TextStyle.Datum with { Bold = true }).Width(chart.Print(bar.Value)) : Badges.Width;
            if (share > 0) right = Math.Min(right, left + ((ChartStyle.Right - left - ValueGap - width) / share));
        }
        return right;
    }

    /// <summary>Where the value of a bar is written: beyond bar, whisker and zero.</summary>
    private static double End(Bar bar) => Math.Max(Math.Max(0, bar.Value.Value), bar.HasInterval ? bar.High.Value : 0);

    private static void DrawBar(BarChart chart, Bar bar, SvgCanvas canvas, AxisScale scale, Plot plot, double middle, double thickness)
    {
        var zero = scale.Place(0, plot.Left, plot.Right);
        if (!bar.Value.IsShown)
        {
            canvas.Badge(zero + 4, middle, bar.Value);
            return;
        }
        var emphasised = chart.Highlight is null || chart.Highlight == bar.Category;
        var end = scale.Place(bar.Value.Value, plot.Left, plot.Right);
        canvas.Rect(Math.Min(zero, end), middle - (thickness / 2), Math.Abs(end - zero), thickness, emphasised ? Palette.Series[0] : ChartStyle.Muted);
        if (bar.HasInterval)
            Whiskers.DrawLevel(canvas, scale.Place(bar.Low.Value, plot.Left, plot.Right), scale.Place(bar.High.Value, plot.Left, plot.Right), middle, thickness);
    }

    private static void DrawValues(BarChart chart, SvgCanvas canvas, AxisScale scale, Plot plot, CategoryRows rows)
    {
        canvas.Begin("values");
        for (var k = 0; k < chart.Bars.Count; k++)
        {
            var bar = chart.Bars[k];
            if (!bar.Value.IsShown) continue;
            var style = TextStyle.Datum with { Bold = chart.Highlight == bar.Category };
            canvas.Text(chart.Print(bar.Value), scale.Place(End(bar), plot.Left, plot.Right) + ValueGap, rows.Middles[k] + style.MiddleToBaseline, style);
        }
        canvas.End();
    }
}
