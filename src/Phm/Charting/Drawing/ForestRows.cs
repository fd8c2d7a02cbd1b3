namespace Phm.Charting.Drawing;

/// <summary>The rows of a forest plot from top to bottom, with the names of groups above theirs: their wrapped labels, places and heights.</summary>
internal sealed class ForestRows
{
    private const double WidestLabel = 230;
    private const double Indent = 14;
    private const double Gap = 12;

    private static readonly TextStyle s_group = TextStyle.Label with { Bold = true };

    private readonly List<(IReadOnlyList<string> Lines, double X, double Baseline, TextStyle Style)> _labels = [];
    private readonly double[] _middles;

    public ForestRows(ForestChart chart, double top)
    {
        _middles = new double[chart.Rows.Count];
        var (isGrouped, group, widest) = (chart.Rows.Any(row => row.Group is not null), (string?)null, chart.YTitle is { } title ? Math.Min(TextStyle.AxisTitle.Width(title), WidestLabel) : 0);
        var least = chart.SeriesCount == 1 ? CategoryRows.HeightFor(chart.Rows.Count) - 3 : chart.SeriesCount * Spacing + 10;
        for (var k = 0; k < _middles.Length; k++)
        {
            var row = chart.Rows[k];
            if (row.Group is not null && row.Group != group) top = AddGroup(row.Group, k == 0 ? top : top + 8, ref widest);
            group = row.Group;
            var indent = isGrouped && row.Group is not null ? Indent : 0;
            var lines = TextWrap.Wrap(row.Label, WidestLabel - indent, TextStyle.Label, 3);
            widest = Math.Max(widest, indent + lines.Max(TextStyle.Label.Width));
            var height = Math.Max(least, lines.Count * TextStyle.Label.LineHeight + 6);
            _middles[k] = top + height / 2;
            _labels.Add((lines, ChartStyle.Margin + indent, _middles[k] - (lines.Count - 1) * TextStyle.Label.LineHeight / 2 + TextStyle.Label.MiddleToBaseline, TextStyle.Label));
            top += height;
        }
        (Bottom, Right) = (top, ChartStyle.Margin + Math.Ceiling(widest) + Gap);
    }

    /// <summary>How far apart the estimates of a row lie.</summary>
    public const double Spacing = 18;

    /// <summary>The lower edge of the last row.</summary>
    public double Bottom { get; }

    /// <summary>Where the labels end and the plot may begin.</summary>
    public double Right { get; }

    /// <summary>The middle of an estimate of a row.</summary>
    public double Middle(int row, int series, int count) => _middles[row] + (series - (count - 1) / 2.0) * Spacing;

    /// <summary>Writes the labels.</summary>
    public void DrawLabels(SvgCanvas canvas)
    {
        canvas.Begin("category-labels");
        foreach (var (lines, x, baseline, style) in _labels) canvas.Lines(lines, x, baseline, style);
        canvas.End();
    }

    private double AddGroup(string name, double top, ref double widest)
    {
        var lines = TextWrap.Wrap(name, WidestLabel, s_group, 3);
        widest = Math.Max(widest, lines.Max(s_group.Width));
        _labels.Add((lines, ChartStyle.Margin, top + s_group.Size + 3, s_group));
        return top + lines.Count * s_group.LineHeight + 5;
    }
}
