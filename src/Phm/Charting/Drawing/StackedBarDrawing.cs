using Phm.Presentation;

namespace Phm.Charting.Drawing;

/// <summary>
/// Lays out a <see cref="StackedBarChart"/>: the names of the parts above in the order of the stack, values within segments that have
/// room for them, the total where a bar ends.
/// </summary>
internal static class StackedBarDrawing
{
    private const double ValueGap = 7;

    public static double Draw(StackedBarChart chart, SvgCanvas canvas, double top)
    {
        top = Legend.Draw(canvas, [.. chart.Parts.Select((part, k) => (part.Name, chart.Colours[k]))], top);
        top = Axes.DrawTopTitle(canvas, chart.YTitle, top);
        var rows = new CategoryRows(chart.Categories, top, CategoryRows.HeightFor(chart.Categories.Count), 230);
        var scale = ScaleOf(chart, 5);
        scale = ScaleOf(chart, Axes.Intervals(ChartStyle.Right - rows.Left, Axes.WidthOf(scale, chart.DrawnFormat), 6));
        var plot = new Plot(rows.Left, top, RightOf(chart, scale, rows.Left), rows.Bottom);
        rows.DrawLabels(canvas);
        var bottom = Axes.DrawHorizontal(canvas, scale, chart.DrawnFormat, plot, chart.XTitle);
        canvas.Begin("bars");
        for (var c = 0; c < chart.Categories.Count; c++)
        {
            var thickness = Math.Min(rows.Heights[c], CategoryRows.HeightFor(chart.Categories.Count)) * 0.72;
            DrawBar(chart, c, canvas, scale, plot, rows.Middles[c], thickness);
        }
        canvas.End();
        return bottom;
    }

    private static AxisScale ScaleOf(StackedBarChart chart, int intervals)
    {
        var totals = Enumerable.Range(0, chart.Categories.Count).Select(chart.Total).Where(total => total.IsShown).Select(total => total.Value).ToList();
        if (totals.Count > 0 && chart.AsShare) totals = [1];
        return AxisScale.Snug(totals, intervals, whole: chart.DrawnFormat == ColumnFormat.Count);
    }

    private static double RightOf(StackedBarChart chart, AxisScale scale, double left)
    {
        var right = ChartStyle.Right - (scale.Ticks.Count == 0 ? 0 : TextStyle.Tick.Width(scale.Print(scale.High, chart.DrawnFormat)) / 2);
        if (chart.AsShare) return right;
        foreach (var total in Enumerable.Range(0, chart.Categories.Count).Select(chart.Total).Where(total => total.IsShown && total.Value > 0))
            right = Math.Min(right, left + ((ChartStyle.Right - left - ValueGap - TextStyle.Value.Width(chart.Print(total))) / (total.Value / scale.High)));
        return right;
    }

    private static void DrawBar(StackedBarChart chart, int category, SvgCanvas canvas, AxisScale scale, Plot plot, double middle, double thickness)
    {
        var total = chart.Total(category);
        if (!total.IsShown || (chart.AsShare && total.Value == 0))
        {
            canvas.Badge(plot.Left + 4, middle, total.IsShown ? Disclosure.DisclosedValue.Missing : total);
            return;
        }
        var sum = 0.0;
        for (var k = 0; k < chart.Parts.Count; k++)
        {
            var value = chart.Drawn(chart.Parts[k], category);
            var (from, to) = (scale.Place(sum, plot.Left, plot.Right), scale.Place(sum + value.Value, plot.Left, plot.Right));
            DrawSegment(canvas, from, to, middle, thickness, chart.Colours[k], new TableColumn("", chart.DrawnFormat).Print(value));
            sum += value.Value;
        }
        if (!chart.AsShare)
            canvas.Text(chart.Print(total), scale.Place(total.Value, plot.Left, plot.Right) + ValueGap, middle + TextStyle.Value.MiddleToBaseline, TextStyle.Value);
    }

    private static void DrawSegment(SvgCanvas canvas, double from, double to, double middle, double thickness, string colour, string text)
    {
        canvas.Rect(from, middle - (thickness / 2), to - from, thickness, colour);
        if (to - from > 2) canvas.Segment(to, middle - (thickness / 2), to, middle + (thickness / 2), ChartStyle.Paper, 1.2);
        var style = TextStyle.Tick with { Fill = Palette.TextOn(colour) };
        if (to - from >= style.Width(text) + 8) canvas.Text(text, (from + to) / 2, middle + style.MiddleToBaseline, style, Anchor.Middle);
    }
}
