namespace Phm.Charting.Drawing;

/// <summary>Names of colours in one or more lines, for charts whose marks are too small to be named in place.</summary>
internal static class Legend
{
    private const double Swatch = 12;

    /// <summary>Draws the names from left to right. Gives the lower edge.</summary>
    public static double Draw(SvgCanvas canvas, IReadOnlyList<(string Name, string Colour)> entries, double top)
    {
        canvas.Begin("legend");
        var (x, y) = (ChartStyle.Margin, top);
        foreach (var (name, colour) in entries)
        {
            var text = TextWrap.Shorten(name, 330, TextStyle.Value);
            var width = Swatch + 6 + TextStyle.Value.Width(text);
            if (x > ChartStyle.Margin && x + width > ChartStyle.Right) (x, y) = (ChartStyle.Margin, y + 20);
            canvas.Rect(x, y, Swatch, Swatch, colour);
            canvas.Text(text, x + Swatch + 6, y + (Swatch / 2) + TextStyle.Value.MiddleToBaseline, TextStyle.Value);
            x += width + 18;
        }
        canvas.End();
        return y + Swatch + 12;
    }
}
