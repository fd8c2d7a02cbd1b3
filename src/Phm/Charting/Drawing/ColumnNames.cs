namespace Phm.Charting.Drawing;

/// <summary>
/// Names above the columns of a grid: level in up to three lines where no word has to be broken, slanted where columns are narrow, upright
/// where they are narrower still.
/// </summary>
internal sealed class ColumnNames
{
    private const double Diagonal = 0.7071;
    private const double Longest = 175;
    private const int MostLines = 3;

    /// <summary>Slanted names closer than this would touch.</summary>
    private const double NarrowestSlanted = 17.5;

    private static readonly TextStyle Style = TextStyle.Tick;

    private readonly IReadOnlyList<IReadOnlyList<string>> _lines;
    private readonly double _angle;

    public ColumnNames(IReadOnlyList<string> names, double left)
    {
        var width = (ChartStyle.Right - left) / names.Count;
        var level = names.Select(name => TextWrap.Wrap(name, width - 6, Style, int.MaxValue)).ToList();
        if (names.All(name => TextWrap.BreaksBetweenWords(name, width - 6, Style)) && level.TrueForAll(lines => lines.Count <= MostLines))
        {
            (_lines, CellWidth) = (level, width);
            return;
        }
        _lines = [.. names.Select(name => new[] { TextWrap.Shorten(name, Longest, Style) })];
        var slanted = (RightOfSlanted(left) - left) / names.Count;
        (_angle, CellWidth) = slanted >= NarrowestSlanted ? (-45, slanted) : (-90, width);
    }

    /// <summary>Whether the names run from left to right.</summary>
    public bool AreLevel => _angle == 0;

    /// <summary>The width of a column.</summary>
    public double CellWidth { get; }

    /// <summary>Writes the names. Gives where the columns begin.</summary>
    public double Draw(SvgCanvas canvas, double left, double top)
    {
        canvas.Begin("column-labels");
        var bottom = top + Height;
        for (var c = 0; c < _lines.Count; c++)
        {
            var middle = left + ((c + 0.5) * CellWidth);
            if (_angle == 0) canvas.Lines(_lines[c], middle, bottom - 8 - ((_lines[c].Count - 1) * Style.LineHeight), Style, Anchor.Middle);
            else canvas.Text(_lines[c][0], middle + (_angle == -45 ? 3 : Style.MiddleToBaseline), bottom - 5, Style, angle: _angle);
        }
        canvas.End();
        return bottom;
    }

    private double Widest => _lines.Max(lines => lines.Max(Style.Width));

    private double Height => _angle switch
    {
        0 => (_lines.Max(lines => lines.Count) * Style.LineHeight) + 4,
        -45 => (Widest * Diagonal) + 14,
        _ => Widest + 10,
    };

    /// <summary>Slanted names reach beyond their column, so the last ones need room at the right.</summary>
    private double RightOfSlanted(double left)
    {
        var right = ChartStyle.Right;
        for (var c = 0; c < _lines.Count; c++)
        {
            var reach = (Style.Width(_lines[c][0]) * Diagonal) + 12;
            right = Math.Min(right, left + ((ChartStyle.Right - reach - left) * _lines.Count / (c + 0.5)));
        }
        return right;
    }
}
