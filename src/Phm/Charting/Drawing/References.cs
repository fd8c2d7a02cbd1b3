namespace Phm.Charting.Drawing;

/// <summary>Lines that data are compared with.</summary>
internal static class References
{
    public const string Dash = "5 4";

    /// <summary>A line at one value of a horizontal scale, its name above the plot.</summary>
    public static void DrawUpright(SvgCanvas canvas, ReferenceLine line, AxisScale scale, Plot plot)
    {
        var x = scale.Place(line.Intercept, plot.Left, plot.Right);
        var text = TextWrap.Shorten(line.Label, ChartStyle.Right - ChartStyle.Margin, TextStyle.Tick);
        var half = TextStyle.Tick.Width(text) / 2;
        canvas.Begin("reference");
        canvas.Segment(x, plot.Top - 4, x, plot.Bottom, ChartStyle.Ink, 1.2, Dash);
        canvas.Text(text, Math.Clamp(x, ChartStyle.Margin + half, ChartStyle.Right - half), plot.Top - 9, TextStyle.Tick with { Fill = ChartStyle.Ink }, Anchor.Middle);
        canvas.End();
    }
}
