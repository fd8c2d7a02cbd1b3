namespace Phm.Charting.Drawing;

/// <summary>Intervals as lines with caps, cased in white so that they are seen on bars and on paper.</summary>
internal static class Whiskers
{
    public static void DrawLevel(SvgCanvas canvas, double low, double high, double middle, double thickness)
    {
        var cap = Math.Min(4.5, thickness / 3);
        foreach (var (colour, width) in new[] { (ChartStyle.Paper, 3.6), (ChartStyle.Ink, 1.4) })
        {
            canvas.Segment(low, middle, high, middle, colour, width);
            canvas.Segment(low, middle - cap, low, middle + cap, colour, width);
            canvas.Segment(high, middle - cap, high, middle + cap, colour, width);
        }
    }

    public static void DrawUpright(SvgCanvas canvas, double x, double low, double high, string colour)
    {
        canvas.Segment(x, low, x, high, colour, 1.4);
        canvas.Segment(x - 3, low, x + 3, low, colour, 1.4);
        canvas.Segment(x - 3, high, x + 3, high, colour, 1.4);
    }
}
