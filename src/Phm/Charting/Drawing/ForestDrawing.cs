namespace Phm.Charting.Drawing;

/// <summary>Lays out a <see cref="ForestChart"/>: labels to the left, marks about the line of no association, numbers to the right.</summary>
internal sealed class ForestDrawing(ForestChart chart, SvgCanvas canvas)
{
    private const double Gap = 16;
    private const double WidestNumber = 250;

    /// <summary>Digits are wider in some faces than is taken for granted, and a column of numbers has nothing else to make up for it.</summary>
    private const double Slack = 1.08;

    private readonly ForestScale _scale = ForestScale.Of(chart);

    public double Draw(double top)
    {
        if (chart.Series.Count > 1) top = DrawSeriesNames(top);
        var numbers = NumbersWidth();
        var heading = TextWrap.Wrap(chart.Heading, numbers, TextStyle.AxisTitle, 3);
        top = DrawHeadings(top, heading, numbers);
        var rows = new ForestRows(chart, top + 4);
        var plot = new Plot(rows.Right + 10, top, ChartStyle.Right - numbers - Gap, rows.Bottom + 4);
        rows.DrawLabels(canvas);
        var bottom = DrawAxis(plot);
        canvas.Begin("estimates");
        for (var k = 0; k < chart.Rows.Count; k++) DrawRow(rows, plot, k);
        canvas.End();
        DrawNumbers(rows, plot);
        return bottom;
    }

    private double NumbersWidth()
    {
        var texts = chart.Rows.SelectMany(Texts).Select(text => TextStyle.Value.Width(text)).DefaultIfEmpty(0).Max();
        var words = chart.Heading.Split(' ').Max(TextStyle.AxisTitle.Width);
        return Math.Clamp(Math.Ceiling(Math.Max(texts, words) * Slack), 90, WidestNumber);
    }

    private IEnumerable<string> Texts(ForestRow row) => row.IsReference ? [chart.ReferenceText] : row.Estimates.Select(estimate => estimate.Value.IsShown ? chart.Print(estimate) : "");

    /// <summary>What rows and numbers are. Gives where the rows may begin.</summary>
    private double DrawHeadings(double top, IReadOnlyList<string> heading, double numbers)
    {
        var height = heading.Count * TextStyle.AxisTitle.LineHeight;
        canvas.Begin("headings");
        canvas.Lines(heading, ChartStyle.Right - numbers, top + TextStyle.AxisTitle.Size, TextStyle.AxisTitle);
        if (chart.YTitle is { } title)
        {
            var text = TextWrap.Shorten(title, ChartStyle.Right - numbers - Gap - ChartStyle.Margin, TextStyle.AxisTitle);
            canvas.Text(text, ChartStyle.Margin, top + height - TextStyle.AxisTitle.LineHeight + TextStyle.AxisTitle.Size, TextStyle.AxisTitle);
        }
        canvas.Segment(ChartStyle.Margin, top + height + 4, ChartStyle.Right, top + height + 4, ChartStyle.Axis);
        canvas.End();
        return top + height + 5;
    }

    private double DrawSeriesNames(double top)
    {
        var (x, y) = (ChartStyle.Margin, top + 6);
        canvas.Begin("legend");
        for (var s = 0; s < chart.Series.Count; s++)
        {
            var text = TextWrap.Shorten(chart.Series[s], 330, TextStyle.Value);
            var width = 18 + TextStyle.Value.Width(text);
            if (x > ChartStyle.Margin && x + width > ChartStyle.Right) (x, y) = (ChartStyle.Margin, y + 20);
            ForestMarks.DrawEstimate(canvas, s, x + 6, y);
            canvas.Text(text, x + 18, y + TextStyle.Value.MiddleToBaseline, TextStyle.Value);
            x += width + 20;
        }
        canvas.End();
        return y + 22;
    }

    private double DrawAxis(Plot plot)
    {
        canvas.Begin("x-axis");
        foreach (var tick in _scale.Ticks) canvas.Segment(X(tick), plot.Top, X(tick), plot.Bottom, ChartStyle.Grid);
        canvas.Segment(plot.Left, plot.Bottom, plot.Right, plot.Bottom, ChartStyle.Axis);
        canvas.Segment(X(chart.NoEffect), plot.Top, X(chart.NoEffect), plot.Bottom, ChartStyle.MutedInk, 1.4);
        canvas.End();
        return Axes.DrawTickLabels(canvas, [.. _scale.Ticks.Select(tick => (X(tick), _scale.Print(tick)))], plot, chart.AxisTitle);

        double X(double value) => _scale.Place(value, plot.Left, plot.Right);
    }

    private void DrawRow(ForestRows rows, Plot plot, int index)
    {
        var row = chart.Rows[index];
        if (row.IsReference) ForestMarks.DrawReference(canvas, _scale.Place(chart.NoEffect, plot.Left, plot.Right), rows.Middle(index, 0, 1));
        for (var s = 0; s < row.Estimates.Count; s++)
        {
            var (estimate, y) = (row.Estimates[s], rows.Middle(index, s, row.Estimates.Count));
            if (!estimate.Value.IsShown)
            {
                canvas.Badge(plot.Left + 4, y, estimate.Value);
                continue;
            }
            if (estimate.HasInterval) ForestMarks.DrawInterval(canvas, _scale, estimate, s, plot, y);
            ForestMarks.DrawEstimate(canvas, s, _scale.Place(estimate.Value.Value, plot.Left, plot.Right), y);
        }
    }

    private void DrawNumbers(ForestRows rows, Plot plot)
    {
        canvas.Begin("values");
        for (var k = 0; k < chart.Rows.Count; k++)
        {
            var texts = Texts(chart.Rows[k]).ToList();
            for (var s = 0; s < texts.Count; s++)
            {
                var style = chart.Rows[k].IsReference ? TextStyle.Value with { Fill = ChartStyle.MutedInk }
                    : chart.Series.Count > 1 ? TextStyle.Value with { Fill = Palette.AsText(ForestChart.Colour(s)) } : TextStyle.Value;
                if (texts[s].Length > 0) canvas.Text(TextWrap.Shorten(texts[s], WidestNumber, style), plot.Right + Gap, rows.Middle(k, s, texts.Count) + style.MiddleToBaseline, style);
            }
        }
        canvas.End();
    }
}
