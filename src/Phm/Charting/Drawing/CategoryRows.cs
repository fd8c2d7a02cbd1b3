namespace Phm.Charting.Drawing;

/// <summary>Named rows of a chart from top to bottom: their wrapped labels, places and heights.</summary>
internal sealed class CategoryRows
{
    private const double LabelGap = 9;
    private const double RowPadding = 8;

    private readonly IReadOnlyList<IReadOnlyList<string>> _labels;

    /// <summary>Measures the rows. A row grows where its label needs several lines.</summary>
    public CategoryRows(IReadOnlyList<string> labels, double top, double rowHeight, double widest, double left = 0)
    {
        _labels = [.. labels.Select(label => TextWrap.Wrap(label, widest, TextStyle.Label, 3))];
        var heights = _labels.Select(lines => Math.Max(rowHeight, (lines.Count * TextStyle.Label.LineHeight) + RowPadding)).ToArray();
        Heights = heights;
        Left = Math.Max(left, ChartStyle.Margin + Math.Ceiling(_labels.SelectMany(lines => lines).Max(TextStyle.Label.Width)) + LabelGap);
        var middles = new double[labels.Count];
        for (var k = 0; k < middles.Length; k++)
        {
            middles[k] = top + (heights[k] / 2);
            top += heights[k];
        }
        Middles = middles;
        Bottom = top;
    }

    /// <summary>Where the labels end and the plot begins.</summary>
    public double Left { get; }

    /// <summary>The lower edge of the last row.</summary>
    public double Bottom { get; }

    /// <summary>The middle of each row.</summary>
    public IReadOnlyList<double> Middles { get; }

    /// <summary>The height of each row.</summary>
    public IReadOnlyList<double> Heights { get; }

    /// <summary>A height that gives few rows room and keeps many on a page.</summary>
    public static double HeightFor(int count) => count switch
    {
        <= 8 => 34,
        <= 15 => 28,
        _ => 23,
    };

    /// <summary>Writes the labels, ending where the plot begins.</summary>
    public void DrawLabels(SvgCanvas canvas)
    {
        canvas.Begin("category-labels");
        for (var k = 0; k < _labels.Count; k++)
        {
            var lines = _labels[k];
            var baseline = Middles[k] - ((lines.Count - 1) * TextStyle.Label.LineHeight / 2) + TextStyle.Label.MiddleToBaseline;
            canvas.Lines(lines, Left - LabelGap, baseline, TextStyle.Label, Anchor.End);
        }
        canvas.End();
    }
}
