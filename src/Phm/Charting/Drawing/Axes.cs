using Phm.Presentation;

namespace Phm.Charting.Drawing;

/// <summary>Gridlines, tick labels and titles of axes.</summary>
internal static class Axes
{
    private const double TickGap = 8;

    /// <summary>Every so many labels are kept: steps in which months and years are counted.</summary>
    private static readonly int[] Strides = [1, 2, 3, 4, 6, 12, 24, 48, 60, 120, 240, 480, 1200, 2400];

    /// <summary>The width that the tick labels of a vertical axis need, gap included.</summary>
    public static double WidthOf(AxisScale scale, ColumnFormat format) =>
        scale.Ticks.Count == 0 ? 0 : Math.Ceiling(scale.Ticks.Max(tick => TextStyle.Tick.Width(scale.Print(tick, format)))) + TickGap;

    /// <summary>The title of a vertical axis, level, above it. Gives where the plot may begin.</summary>
    public static double DrawTopTitle(SvgCanvas canvas, string? title, double top, double left = ChartStyle.Margin)
    {
        if (title is null) return top;
        var lines = TextWrap.Wrap(title, ChartStyle.Right - left, TextStyle.AxisTitle, 2);
        canvas.Begin("y-title");
        var next = canvas.Lines(lines, left, top + TextStyle.AxisTitle.Size, TextStyle.AxisTitle);
        canvas.End();
        return next - TextStyle.AxisTitle.Size + 8;
    }

    /// <summary>Level gridlines with their labels to the left.</summary>
    public static void DrawVertical(SvgCanvas canvas, AxisScale scale, ColumnFormat format, Plot plot)
    {
        canvas.Begin("y-axis");
        foreach (var tick in scale.Ticks)
        {
            var y = scale.Place(tick, plot.Bottom, plot.Top);
            canvas.Segment(plot.Left, y, plot.Right, y, tick == 0 ? ChartStyle.Axis : ChartStyle.Grid);
            canvas.Text(scale.Print(tick, format), plot.Left - TickGap, y + TextStyle.Tick.MiddleToBaseline, TextStyle.Tick, Anchor.End);
        }
        if (scale.Ticks.Count == 0) canvas.Segment(plot.Left, plot.Bottom, plot.Right, plot.Bottom, ChartStyle.Axis);
        canvas.End();
    }

    /// <summary>Upright gridlines with their labels and the title beneath. Gives the lower edge.</summary>
    public static double DrawHorizontal(SvgCanvas canvas, AxisScale scale, ColumnFormat format, Plot plot, string? title)
    {
        canvas.Begin("x-axis");
        foreach (var tick in scale.Ticks)
        {
            var x = scale.Place(tick, plot.Left, plot.Right);
            canvas.Segment(x, plot.Top, x, plot.Bottom, tick == 0 ? ChartStyle.Axis : ChartStyle.Grid);
        }
        if (scale.Ticks.Count == 0) canvas.Segment(plot.Left, plot.Top, plot.Left, plot.Bottom, ChartStyle.Axis);
        canvas.End();
        return DrawTickLabels(canvas, [.. scale.Ticks.Select(tick => (scale.Place(tick, plot.Left, plot.Right), scale.Print(tick, format)))], plot, title);
    }

    /// <summary>Labels beneath a plot, thinned until none touches the next, and the title. Gives the lower edge.</summary>
    public static double DrawTickLabels(SvgCanvas canvas, IReadOnlyList<(double X, string Text)> labels, Plot plot, string? title)
    {
        var bottom = plot.Bottom;
        canvas.Begin("x-labels");
        if (labels.Count > 0) bottom += TickGap + TextStyle.Tick.Size;
        var every = Thinning(labels);
        for (var k = 0; k < labels.Count; k += every)
        {
            var (x, text) = (labels[k].X, labels[k].Text);
            var half = TextStyle.Tick.Width(text) / 2;
            canvas.Text(text, Math.Clamp(x, ChartStyle.Margin + half, Math.Max(ChartStyle.Margin + half, ChartStyle.Right - half)), bottom - 2, TextStyle.Tick, Anchor.Middle);
        }
        canvas.End();
        return DrawBottomTitle(canvas, title, plot, bottom + 4);
    }

    /// <summary>The title of a horizontal axis beneath it. Gives the lower edge.</summary>
    public static double DrawBottomTitle(SvgCanvas canvas, string? title, Plot plot, double top)
    {
        if (title is null) return top;
        var lines = TextWrap.Wrap(title, ChartStyle.Right - ChartStyle.Margin, TextStyle.AxisTitle, 2);
        var half = lines.Max(TextStyle.AxisTitle.Width) / 2;
        var middle = Math.Clamp((plot.Left + plot.Right) / 2, ChartStyle.Margin + half, ChartStyle.Right - half);
        canvas.Begin("x-title");
        var next = canvas.Lines(lines, middle, top + TextStyle.AxisTitle.Size + 3, TextStyle.AxisTitle, Anchor.Middle);
        canvas.End();
        return next - TextStyle.AxisTitle.Size;
    }

    /// <summary>The largest number of intervals of which no two labels touch, at most the number wanted.</summary>
    public static int Intervals(double width, double widestLabel, int wanted) =>
        Math.Clamp((int)(width / (widestLabel + 14)), 1, wanted);

    private static int Thinning(IReadOnlyList<(double X, string Text)> labels)
    {
        var every = Array.Find(Strides, stride => IsClear(labels, stride));
        return every > 0 ? every : Math.Max(1, labels.Count);
    }

    private static bool IsClear(IReadOnlyList<(double X, string Text)> labels, int every)
    {
        for (var k = every; k < labels.Count; k += every)
        {
            var room = (TextStyle.Tick.Width(labels[k].Text) + TextStyle.Tick.Width(labels[k - every].Text)) / 2;
            if (Clamped(labels[k]) - Clamped(labels[k - every]) < room + 10) return false;
        }
        return true;
    }

    /// <summary>A label at the edge of the page is drawn a little inwards.</summary>
    private static double Clamped((double X, string Text) label)
    {
        var half = TextStyle.Tick.Width(label.Text) / 2;
        return Math.Clamp(label.X, ChartStyle.Margin + half, Math.Max(ChartStyle.Margin + half, ChartStyle.Right - half));
    }
}
