using Phm.Disclosure;

namespace Phm.Charting.Drawing;

/// <summary>Lays out a <see cref="HeatmapChart"/>: column names above, row names to the left, values in the cells, a colour key beneath.</summary>
internal sealed class HeatmapDrawing(HeatmapChart chart, SvgCanvas canvas)
{
    private const double Slant = -45;
    private const double Diagonal = 0.7071;
    private const double LongestSlanted = 150;
    private const double KeyWidth = 220;
    private const int KeySteps = 44;

    private readonly (double Low, double High)? _range = chart.Range;
    private readonly TextStyle _cellStyle = TextStyle.Tick;

    public double Draw(double top)
    {
        top = DrawTitles(top);
        var rowHeight = chart.Rows.Count <= 12 ? 30 : 24;
        var left = new CategoryRows(chart.Rows, 0, rowHeight, 180).Left;
        var slanted = ColumnStyle(left) is not { } lines;
        var right = slanted ? RightOfSlanted(left) : ChartStyle.Right;
        var cellWidth = (right - left) / chart.Columns.Count;
        if (slanted) top = DrawSlantedNames(left, cellWidth, top);
        else top = DrawLevelNames(left, cellWidth, top);
        var rows = new CategoryRows(chart.Rows, top, rowHeight, 180);
        rows.DrawLabels(canvas);
        DrawCells(rows, left, cellWidth);
        return DrawKey(left, rows.Bottom + 14);
    }

    /// <summary>The name of the columns stands above them, that of the rows above the row names.</summary>
    private double DrawTitles(double top)
    {
        var words = (chart.YTitle, chart.XTitle) switch
        {
            ({ } rows, { } columns) => $"{rows} by {char.ToLowerInvariant(columns[0])}{columns[1..]}",
            var (rows, columns) => rows ?? columns,
        };
        return Axes.DrawTopTitle(canvas, words, top) + (words is null ? 0 : 2);
    }

    /// <summary>The lines of level column names, or null where words would have to be broken.</summary>
    private IReadOnlyList<string>? ColumnStyle(double left)
    {
        var width = ((ChartStyle.Right - left) / chart.Columns.Count) - 6;
        return chart.Columns.All(name => TextWrap.BreaksBetweenWords(name, width, TextStyle.Tick)
            && TextWrap.Wrap(name, width, TextStyle.Tick, 99).Count <= 3) ? chart.Columns : null;
    }

    private double DrawLevelNames(double left, double cellWidth, double top)
    {
        canvas.Begin("column-labels");
        var wrapped = chart.Columns.Select(name => TextWrap.Wrap(name, cellWidth - 6, TextStyle.Tick, 3)).ToList();
        var bottom = top + (wrapped.Max(lines => lines.Count) * TextStyle.Tick.LineHeight) + 4;
        for (var c = 0; c < wrapped.Count; c++)
            canvas.Lines(wrapped[c], left + ((c + 0.5) * cellWidth), bottom - 8 - ((wrapped[c].Count - 1) * TextStyle.Tick.LineHeight), TextStyle.Tick, Anchor.Middle);
        canvas.End();
        return bottom;
    }

    /// <summary>Slanted names reach beyond their column, so the last ones need room at the right.</summary>
    private double RightOfSlanted(double left)
    {
        var right = ChartStyle.Right;
        for (var c = 0; c < chart.Columns.Count; c++)
        {
            var reach = (TextStyle.Tick.Width(SlantedName(c)) * Diagonal) + 12;
            var share = (c + 0.5) / chart.Columns.Count;
            right = Math.Min(right, left + ((ChartStyle.Right - reach - left) / share));
        }
        return right;
    }

    private string SlantedName(int column) => TextWrap.Shorten(chart.Columns[column], LongestSlanted, TextStyle.Tick);

    private double DrawSlantedNames(double left, double cellWidth, double top)
    {
        canvas.Begin("column-labels");
        var bottom = top + (Enumerable.Range(0, chart.Columns.Count).Max(c => TextStyle.Tick.Width(SlantedName(c))) * Diagonal) + 14;
        for (var c = 0; c < chart.Columns.Count; c++)
            canvas.Text(SlantedName(c), left + ((c + 0.5) * cellWidth) + 3, bottom - 5, TextStyle.Tick, angle: Slant);
        canvas.End();
        return bottom;
    }

    private void DrawCells(CategoryRows rows, double left, double cellWidth)
    {
        canvas.Begin("cells");
        var print = CellTexts.Choose(chart, cellWidth - 6, _cellStyle);
        for (var r = 0; r < chart.Rows.Count; r++)
        {
            var (y, height) = (rows.Middles[r] - (rows.Heights[r] / 2), rows.Heights[r]);
            for (var c = 0; c < chart.Columns.Count; c++) DrawCell(chart.Cells[r][c], new(left + (c * cellWidth), y, left + ((c + 1) * cellWidth), y + height), print);
        }
        canvas.End();
    }

    private void DrawCell(DisclosedValue value, Plot cell, Func<double, string>? print)
    {
        var inner = new Plot(cell.Left + 0.75, cell.Top + 0.75, cell.Right - 0.75, cell.Bottom - 0.75);
        var colour = ChartStyle.Paper;
        if (value.IsShown)
        {
            colour = Palette.Sequential(Place(value.Value));
            canvas.Rect(inner.Left, inner.Top, inner.Width, inner.Height, colour);
        }
        else
        {
            canvas.Unshown(inner.Left, inner.Top, inner.Width, inner.Height, value);
        }
        var text = !value.IsShown ? value.ToString() : print?.Invoke(value.Value);
        if (text is null || _cellStyle.Width(text) > inner.Width) return;
        var style = _cellStyle with { Fill = value.IsShown ? Palette.TextOn(colour) : ChartStyle.Ink };
        canvas.Text(text, (cell.Left + cell.Right) / 2, ((cell.Top + cell.Bottom) / 2) + style.MiddleToBaseline, style, Anchor.Middle);
    }

    /// <summary>Where a value lies on the ramp; a single value takes its middle.</summary>
    private double Place(double value) => _range is not { } range || range.High <= range.Low ? 0.4 : (value - range.Low) / (range.High - range.Low);

    private double DrawKey(double left, double top)
    {
        if (_range is not { } range) return top - 14;
        canvas.Begin("key");
        var low = chart.Print(DisclosedValue.Of(range.Low));
        var high = chart.Print(DisclosedValue.Of(range.High));
        var x = ChartStyle.Margin;
        if (chart.ValueTitle is { } title)
        {
            var text = TextWrap.Shorten(title, 300, TextStyle.AxisTitle);
            canvas.Text(text, x, top + 11, TextStyle.AxisTitle);
            x += TextStyle.AxisTitle.Width(text) + 14;
        }
        canvas.Text(low, x, top + 11, TextStyle.Tick);
        x += TextStyle.Tick.Width(low) + 6;
        if (range.High > range.Low)
        {
            for (var k = 0; k < KeySteps; k++) canvas.Rect(x + (k * KeyWidth / KeySteps), top, (KeyWidth / KeySteps) + (k < KeySteps - 1 ? 0.4 : 0), 13, Palette.Sequential((k + 0.5) / KeySteps));
            canvas.Text(high, x + KeyWidth + 6, top + 11, TextStyle.Tick);
        }
        canvas.End();
        return top + 15;
    }
}
