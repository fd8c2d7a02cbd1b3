using Phm.Disclosure;
using Phm.Presentation;

namespace Phm.Charting.Drawing;

/// <summary>Lays out a <see cref="PyramidChart"/>: age bands down the middle, the youngest at the bottom, a sex on either side.</summary>
internal sealed class PyramidDrawing(PyramidChart chart, SvgCanvas canvas)
{
    private const double HeadingHeight = 24;

    private AxisScale _scale = AxisScale.Unknown;
    private Plot _left;
    private Plot _right;
    private double _rowHeight;

    public double Draw(double top)
    {
        var labels = chart.Ages.Select(age => TextWrap.Shorten(age, 130, TextStyle.Label)).ToList();
        var spine = Math.Max(labels.Max(TextStyle.Label.Width), TextStyle.AxisTitle.Width(TextWrap.Shorten(chart.YTitle ?? "", 130, TextStyle.AxisTitle))) + 20;
        _scale = ScaleOf(4);
        var widest = _scale.Ticks.Select(tick => TextStyle.Tick.Width(_scale.Print(tick, chart.ValueFormat))).DefaultIfEmpty(0).Max();
        _scale = ScaleOf(Axes.Intervals((ChartStyle.Right - ChartStyle.Margin - spine) / 2, widest, 4));
        spine = Math.Max(spine, widest + 14);
        var overhang = _scale.Ticks.Count == 0 ? 0 : TextStyle.Tick.Width(_scale.Print(_scale.High, chart.ValueFormat)) / 2;
        var half = (ChartStyle.Right - ChartStyle.Margin - (2 * overhang) - spine) / 2;
        _rowHeight = chart.Ages.Count <= 12 ? 26 : chart.Ages.Count <= 24 ? 20 : 16;
        var (plotTop, plotBottom) = (top + HeadingHeight, top + HeadingHeight + (chart.Ages.Count * _rowHeight));
        _left = new(ChartStyle.Margin + overhang, plotTop, ChartStyle.Margin + overhang + half, plotBottom);
        _right = new(ChartStyle.Right - overhang - half, plotTop, ChartStyle.Right - overhang, plotBottom);
        DrawHeadings(top);
        DrawGrid();
        DrawSpine(labels);
        DrawSide(chart.Left.Values, Palette.Series[0], _left.Right, _left.Left);
        DrawSide(chart.Right.Values, Palette.Series[1], _right.Left, _right.Right);
        DrawOutline(chart.Outline?.Left ?? [], _left.Right, _left.Left);
        DrawOutline(chart.Outline?.Right ?? [], _right.Left, _right.Right);
        DrawMarks(chart.Left.Values, _left.Right, isLeft: true);
        DrawMarks(chart.Right.Values, _right.Left, isLeft: false);
        return DrawAxis();
    }

    private AxisScale ScaleOf(int intervals)
    {
        var values = chart.Values.Concat(chart.Outline?.Left ?? []).Concat(chart.Outline?.Right ?? []);
        return AxisScale.Snug([.. values.Where(value => value.IsShown).Select(value => value.Value)], intervals, whole: chart.ValueFormat == ColumnFormat.Count);
    }

    private void DrawHeadings(double top)
    {
        canvas.Begin("headings");
        var baseline = top + 13;
        var width = _left.Width - 10;
        canvas.Text(TextWrap.Shorten(chart.Left.Name, width, Heading(Palette.Series[0])), _left.Right, baseline, Heading(Palette.Series[0]), Anchor.End);
        canvas.Text(TextWrap.Shorten(chart.Right.Name, width, Heading(Palette.Series[1])), _right.Left, baseline, Heading(Palette.Series[1]));
        if (chart.YTitle is { } title)
            canvas.Text(TextWrap.Shorten(title, 130, TextStyle.AxisTitle), (_left.Right + _right.Left) / 2, baseline, TextStyle.AxisTitle, Anchor.Middle);
        canvas.End();
    }

    private static TextStyle Heading(string colour) => TextStyle.Label with { Fill = Palette.AsText(colour), Bold = true };

    private void DrawGrid()
    {
        canvas.Begin("grid");
        foreach (var tick in _scale.Ticks)
        {
            foreach (var x in new[] { _scale.Place(tick, _left.Right, _left.Left), _scale.Place(tick, _right.Left, _right.Right) })
                canvas.Segment(x, _left.Top, x, _left.Bottom, tick == 0 ? ChartStyle.Axis : ChartStyle.Grid);
        }
        canvas.End();
    }

    private double MiddleOf(int band) => _left.Bottom - ((band + 0.5) * _rowHeight);

    private void DrawSpine(List<string> labels)
    {
        canvas.Begin("category-labels");
        for (var k = 0; k < labels.Count; k++)
            canvas.Text(labels[k], (_left.Right + _right.Left) / 2, MiddleOf(k) + TextStyle.Tick.MiddleToBaseline, TextStyle.Tick with { Fill = ChartStyle.Ink }, Anchor.Middle);
        canvas.End();
    }

    private void DrawSide(IReadOnlyList<DisclosedValue> values, string colour, double zero, double end)
    {
        canvas.Begin("bars");
        for (var k = 0; k < values.Count; k++)
        {
            if (!values[k].IsShown) continue;
            var x = _scale.Place(values[k].Value, zero, end);
            canvas.Rect(Math.Min(zero, x), MiddleOf(k) - (_rowHeight * 0.42), Math.Abs(x - zero), _rowHeight * 0.84, colour);
        }
        canvas.End();
    }

    /// <summary>Zeros and values that are not shown, over the outline.</summary>
    private void DrawMarks(IReadOnlyList<DisclosedValue> values, double zero, bool isLeft)
    {
        canvas.Begin("marks");
        var style = TextStyle.Datum with { Size = 12 };
        for (var k = 0; k < values.Count; k++)
        {
            if (!values[k].IsShown) canvas.Badge(isLeft ? zero - 4 - Badges.Width : zero + 4, MiddleOf(k), values[k]);
            else if (values[k].Value == 0) canvas.Text(chart.Print(values[k]), isLeft ? zero - 6 : zero + 6, MiddleOf(k) + style.MiddleToBaseline, style, isLeft ? Anchor.End : Anchor.Start);
        }
        canvas.End();
    }

    /// <summary>A step line that runs up the ends of the bands and breaks where a value is not shown.</summary>
    private void DrawOutline(IReadOnlyList<DisclosedValue> values, double zero, double end)
    {
        canvas.Begin("outline");
        var run = new List<(double X, double Y)>();
        for (var k = 0; k <= values.Count; k++)
        {
            if (k < values.Count && values[k].IsShown)
            {
                var x = _scale.Place(values[k].Value, zero, end);
                run.AddRange([(x, MiddleOf(k) + (_rowHeight / 2)), (x, MiddleOf(k) - (_rowHeight / 2))]);
                continue;
            }
            if (run.Count > 0) canvas.Polyline(run, ChartStyle.Ink, 1.6);
            run.Clear();
        }
        canvas.End();
    }

    private double DrawAxis()
    {
        canvas.Begin("x-labels");
        var baseline = _left.Bottom + 18;
        foreach (var tick in _scale.Ticks)
        {
            var text = _scale.Print(tick, chart.ValueFormat);
            canvas.Text(text, _scale.Place(tick, _left.Right, _left.Left), baseline, TextStyle.Tick, Anchor.Middle);
            canvas.Text(text, _scale.Place(tick, _right.Left, _right.Right), baseline, TextStyle.Tick, Anchor.Middle);
        }
        canvas.End();
        var bottom = Axes.DrawBottomTitle(canvas, chart.XTitle, new(_left.Left, 0, _right.Right, 0), baseline + 6);
        return chart.Outline is { } outline ? DrawOutlineName(outline.Name, bottom + 6) : bottom;
    }

    private double DrawOutlineName(string name, double top)
    {
        canvas.Begin("legend");
        canvas.Polyline([(ChartStyle.Margin, top + 12), (ChartStyle.Margin + 11, top + 12), (ChartStyle.Margin + 11, top + 4), (ChartStyle.Margin + 22, top + 4)], ChartStyle.Ink, 1.6);
        canvas.Text(TextWrap.Shorten(name, 600, TextStyle.Value), ChartStyle.Margin + 30, top + 12, TextStyle.Value);
        canvas.End();
        return top + 16;
    }
}
