namespace Phm.Charting.Drawing;

/// <summary>The marks of a forest plot. Series differ by shape as well as by colour, so that they keep apart on a grey printer.</summary>
internal static class ForestMarks
{
    private const double Half = 4.6;

    /// <summary>The estimate of a series: a square, an open circle, a diamond.</summary>
    public static void DrawEstimate(SvgCanvas canvas, int series, double x, double y)
    {
        var colour = ForestChart.Colour(series);
        if (series == 0) canvas.Rect(x - Half, y - Half, 2 * Half, 2 * Half, colour, ChartStyle.Paper);
        else if (series == 1) canvas.Circle(x, y, Half + 0.2, ChartStyle.Paper, stroke: colour, width: 2);
        else canvas.Polygon(Diamond(x, y, Half + 1.4), colour, 1);
    }

    /// <summary>The reference: a small open diamond on the line of no association.</summary>
    public static void DrawReference(SvgCanvas canvas, double x, double y)
    {
        canvas.Polygon(Diamond(x, y, 6), ChartStyle.MutedInk, 1);
        canvas.Polygon(Diamond(x, y, 3.8), ChartStyle.Paper, 1);
    }

    /// <summary>An interval, with an arrow where it goes on beyond the axis.</summary>
    public static void DrawInterval(SvgCanvas canvas, ForestScale scale, ForestEstimate estimate, int series, Plot plot, double y)
    {
        var (low, high) = ForestScale.Bounds(estimate);
        var (left, right, colour) = (scale.Place(low, plot.Left, plot.Right), scale.Place(high, plot.Left, plot.Right), ForestChart.Colour(series));
        canvas.Segment(left, y, right, y, colour, 1.8);
        DrawEnd(canvas, left, y, -1, scale.Holds(low), colour);
        DrawEnd(canvas, right, y, 1, scale.Holds(high), colour);
    }

    private static void DrawEnd(SvgCanvas canvas, double x, double y, int side, bool isEnd, string colour)
    {
        if (isEnd) canvas.Segment(x, y - 3.4, x, y + 3.4, colour, 1.8);
        else canvas.Polygon([(x + side * 6, y), (x - side, y - 4.2), (x - side, y + 4.2)], colour, 1);
    }

    private static IEnumerable<(double X, double Y)> Diamond(double x, double y, double half) => [(x - half, y), (x, y - half), (x + half, y), (x, y + half)];
}
