namespace Phm.Charting.Drawing;

/// <summary>Names written beside the ends of lines, moved apart where they would touch.</summary>
internal sealed class EndLabels
{
    private const double Gap = 10;
    private const double Widest = 150;
    private const double Spacing = 4;

    private readonly List<(IReadOnlyList<string> Lines, double X, double Y, string Colour)> _labels = [];

    private static TextStyle Style(string colour) => TextStyle.Value with { Fill = Palette.AsText(colour) };

    /// <summary>The room that the labels need to the right of the plot.</summary>
    public static double WidthOf(IEnumerable<string> names)
    {
        var widths = names.SelectMany(name => Wrap(name)).Select(TextStyle.Value.Width).ToList();
        return widths.Count == 0 ? 0 : Math.Ceiling(widths.Max()) + Gap;
    }

    /// <summary>The height that the labels need.</summary>
    public static double HeightOf(IEnumerable<string> names) => names.Sum(name => (Wrap(name).Count * TextStyle.Value.LineHeight) + Spacing);

    /// <summary>Asks for a name at the height where its line ends.</summary>
    public void Add(string name, double x, double y, string colour) => _labels.Add((Wrap(name), x, y, colour));

    /// <summary>Writes the names beside a plot, in the order in which the lines end.</summary>
    public void Draw(SvgCanvas canvas, Plot plot)
    {
        canvas.Begin("line-labels");
        var sorted = _labels.OrderBy(label => label.Y).ToList();
        var middles = Spread(sorted, plot);
        for (var k = 0; k < sorted.Count; k++)
        {
            var (lines, x, y, colour) = sorted[k];
            if (Math.Abs(middles[k] - y) > 5) canvas.Segment(x + 5, y, plot.Right + Gap - 3, middles[k], colour, 0.8);
            var baseline = middles[k] - ((lines.Count - 1) * TextStyle.Value.LineHeight / 2) + TextStyle.Value.MiddleToBaseline;
            canvas.Lines(lines, plot.Right + Gap, baseline, Style(colour));
        }
        canvas.End();
    }

    private static IReadOnlyList<string> Wrap(string name) => TextWrap.Wrap(name, Widest, TextStyle.Value, 2);

    private static double[] Spread(List<(IReadOnlyList<string> Lines, double X, double Y, string Colour)> labels, Plot plot)
    {
        var half = labels.Select(label => ((label.Lines.Count * TextStyle.Value.LineHeight) + Spacing) / 2).ToArray();
        var middles = new double[labels.Count];
        var upper = plot.Top;
        for (var k = 0; k < middles.Length; k++)
        {
            middles[k] = Math.Max(labels[k].Y, upper + half[k]);
            upper = middles[k] + half[k];
        }
        var lower = plot.Bottom;
        for (var k = middles.Length - 1; k >= 0; k--)
        {
            middles[k] = Math.Min(middles[k], lower - half[k]);
            lower = middles[k] - half[k];
        }
        return middles;
    }
}
