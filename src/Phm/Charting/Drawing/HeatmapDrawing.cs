using Phm.Disclosure;

namespace Phm.Charting.Drawing;

/// <summary>Lays out a <see cref="HeatmapChart"/>: column names above, row names to the left, values in the cells, a colour key beneath.</summary>
internal sealed class HeatmapDrawing(HeatmapChart chart, SvgCanvas canvas)
{
    private const double LabelGap = 9;
    private const double KeyWidth = 220;
    private const int KeySteps = 44;

    private readonly (double Low, double High)? _range = chart.Range;
    private readonly TextStyle _cellStyle = TextStyle.Tick;

    public double Draw(double top)
    {
        var rowHeight = chart.Rows.Count <= 12 ? 30 : 24;
        var left = Math.Max(new CategoryRows(chart.Rows, 0, rowHeight, 180).Left, ChartStyle.Margin + RowTitleWidth + LabelGap);
        var names = new ColumnNames(chart.Columns, left);
        top = Axes.DrawTopTitle(canvas, chart.XTitle, top, names.AreLevel && chart.XTitle is not null ? left : ChartStyle.Margin);
        top = names.Draw(canvas, left, top);
        if (chart.YTitle is { } title) DrawRowTitle(title, left, top);
        var rows = new CategoryRows(chart.Rows, top, rowHeight, 180, left);
        rows.DrawLabels(canvas);
        DrawCells(rows, left, names.CellWidth);
        return DrawKey(rows.Bottom + 14);
    }

    private double RowTitleWidth => chart.YTitle is { } title ? Math.Min(180, TextStyle.AxisTitle.Width(title)) : 0;

    /// <summary>The name of the rows stands over the row names, level with the names of the columns.</summary>
    private void DrawRowTitle(string title, double left, double bottom)
    {
        canvas.Begin("y-title");
        canvas.Text(TextWrap.Shorten(title, left - LabelGap - ChartStyle.Margin, TextStyle.AxisTitle), left - LabelGap, bottom - 8, TextStyle.AxisTitle, Anchor.End);
        canvas.End();
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

    private double DrawKey(double top)
    {
        if (_range is not { } range) return top - 14;
        canvas.Begin("key");
        var low = chart.Print(DisclosedValue.Of(range.Low));
        var high = chart.Print(DisclosedValue.Of(range.High));
        var x = ChartStyle.Margin;
        if (chart.ValueTitle is { } title)
        {
            var room = ChartStyle.Right - x - KeyWidth - TextStyle.Tick.Width(low) - TextStyle.Tick.Width(high) - 26;
            var fits = TextStyle.AxisTitle.Width(title) <= room;
            canvas.Text(TextWrap.Shorten(title, ChartStyle.Right - x, TextStyle.AxisTitle), x, top + 11, TextStyle.AxisTitle);
            if (fits) x += TextStyle.AxisTitle.Width(title) + 14;
            else top += TextStyle.AxisTitle.LineHeight + 4;
        }
        canvas.Text(low, x, top + 11, TextStyle.Tick);
        x += TextStyle.Tick.Width(low) + 6;
        if (range.High > range.Low)
        {
            // Each step reaches to the end and is covered by the next: neighbours that merely touch show a seam.
            for (var k = 0; k < KeySteps; k++) canvas.Rect(x + (k * KeyWidth / KeySteps), top, KeyWidth - (k * KeyWidth / KeySteps), 13, Palette.Sequential((k + 0.5) / KeySteps));
            canvas.Text(high, x + KeyWidth + 6, top + 11, TextStyle.Tick);
        }
        canvas.End();
        return top + 15;
    }
}
