using Phm.Presentation;

namespace Phm.Charting.Drawing;

/// <summary>Lays out a <see cref="ScatterChart"/>: points, lines to compare with, names of highlighted points, marks along the edges.</summary>
internal sealed class ScatterDrawing(ScatterChart chart, SvgCanvas canvas)
{
    private const double PlotHeight = 360;
    private const double LaneHeight = 22;
    private const double Radius = 4.2;
    private const int LineSteps = 60;

    private readonly List<(double X, double Y)> _along = [];
    private readonly AxisScale _up = ScaleOf([.. chart.Points.Where(point => point.IsShown).Select(point => point.Y.Value), .. LineYs(chart)], chart.ValueFormat);
    private readonly AxisScale _across = ScaleOf([.. chart.Points.Where(point => point.X.IsShown).Select(point => point.X.Value), .. chart.Lines.SelectMany(line => line.Points).Select(point => point.X)], chart.HorizontalFormat);
    private Plot _plot;

    public double Draw(double top)
    {
        top = Axes.DrawTopTitle(canvas, chart.YTitle, top) + 4;
        var names = chart.Lines.Select(line => line.Label).ToList();
        var edge = chart.Points.Any(point => point.Y.IsShown && !point.X.IsShown) ? Badges.Width + 6 : 0;
        var left = ChartStyle.Margin + Math.Max(Axes.WidthOf(_up, chart.ValueFormat), 4) + edge;
        _plot = new(left, top, ChartStyle.Right - Math.Max(EndLabels.WidthOf(names), 22), top + PlotHeight);
        var lane = chart.Points.Any(point => point.X.IsShown && !point.Y.IsShown) ? LaneHeight : 0;
        Axes.DrawVertical(canvas, _up, chart.ValueFormat, _plot with { Left = _plot.Left - edge });
        var bottom = Axes.DrawHorizontal(canvas, _across, chart.HorizontalFormat, _plot with { Bottom = _plot.Bottom + lane }, chart.XTitle);
        DrawLines();
        DrawPoints();
        DrawMarksBeneath();
        DrawMarksBeside();
        return bottom;
    }

    private static AxisScale ScaleOf(IReadOnlyCollection<double> values, ColumnFormat format)
    {
        var fromZero = values.Count > 0 && values.Min() >= 0 && values.Min() <= 0.3 * values.Max();
        return AxisScale.Covering(values, 5, fromZero, whole: format == ColumnFormat.Count);
    }

    /// <summary>A level line and a curve widen the vertical scale; a slope is cut off at the edge of the plot.</summary>
    private static IEnumerable<double> LineYs(ScatterChart chart) =>
        chart.Lines.SelectMany(line => line.Points.Count > 0 ? line.Points.Select(point => point.Y) : line.Slope == 0 ? [line.Intercept] : []);

    private double XOf(double x) => _across.Place(x, _plot.Left, _plot.Right);

    private double YOf(double y) => _up.Place(y, _plot.Bottom, _plot.Top);

    private void DrawLines()
    {
        var labels = new EndLabels();
        canvas.Begin("reference");
        foreach (var line in chart.Lines)
        {
            var inside = (line.Points.Count > 0 ? line.Points : Straight(line)).Select(point => (X: XOf(point.X), Y: YOf(point.Y))).ToList();
            if (inside.Count < 2) continue;
            canvas.Polyline(line.Points.Count == 0 ? [inside[0], inside[^1]] : inside, ChartStyle.MutedInk, 1.2, References.Dash);
            labels.Add(line.Label, inside[^1].X, inside[^1].Y, ChartStyle.MutedInk);
            _along.AddRange(inside);
        }
        canvas.End();
        labels.Draw(canvas, _plot);
    }

    /// <summary>The stretch of a straight line that lies within the plot, in even steps; empty where it misses the plot.</summary>
    private IReadOnlyList<(double X, double Y)> Straight(ReferenceLine line)
    {
        var (from, to) = (_across.Low, _across.High);
        if (line.Slope != 0)
        {
            var (a, b) = ((_up.Low - line.Intercept) / line.Slope, (_up.High - line.Intercept) / line.Slope);
            (from, to) = (Math.Max(from, Math.Min(a, b)), Math.Min(to, Math.Max(a, b)));
        }
        return to <= from ? [] : [.. Enumerable.Range(0, LineSteps + 1)
            .Select(k => from + ((to - from) * k / LineSteps))
            .Select(x => (x, Math.Clamp(line.Intercept + (line.Slope * x), _up.Low, _up.High)))];
    }

    private void DrawPoints()
    {
        canvas.Begin("points");
        var shown = chart.Points.Where(point => point.IsShown).ToList();
        var isQuiet = chart.Highlight.Count > 0;
        foreach (var point in shown.Where(point => !chart.IsHighlighted(point)))
            canvas.Circle(XOf(point.X.Value), YOf(point.Y.Value), Radius, isQuiet ? ChartStyle.Muted : Palette.Series[0], 0.75);
        var highlighted = shown.Where(chart.IsHighlighted).ToList();
        foreach (var point in highlighted) canvas.Circle(XOf(point.X.Value), YOf(point.Y.Value), Radius + 0.8, Palette.Series[0]);
        canvas.End();
        PointNames.Draw(canvas, _plot,
            [.. highlighted.Select(point => (XOf(point.X.Value), YOf(point.Y.Value), point.Name ?? ""))],
            [.. shown.Select(point => (XOf(point.X.Value), YOf(point.Y.Value))), .. _along]);
    }

    /// <summary>Points of which only the horizontal coordinate is shown, in a lane beneath the plot.</summary>
    private void DrawMarksBeneath()
    {
        canvas.Begin("lane");
        var free = double.NegativeInfinity;
        foreach (var point in chart.Points.Where(point => point.X.IsShown && !point.Y.IsShown).OrderBy(point => point.X.Value))
        {
            var left = XOf(point.X.Value) - (Badges.Width / 2);
            if (left < free) continue;
            canvas.Badge(left, _plot.Bottom + (LaneHeight / 2) + 1, point.Y);
            free = left + Badges.Width + 1;
        }
        canvas.End();
    }

    /// <summary>Points of which only the vertical coordinate is shown, along the left edge, where the vertical scale reaches them.</summary>
    private void DrawMarksBeside()
    {
        canvas.Begin("lane");
        var free = double.NegativeInfinity;
        foreach (var point in chart.Points.Where(point => point.Y.IsShown && !point.X.IsShown).OrderByDescending(point => point.Y.Value))
        {
            if (_up.Ticks.Count == 0 || point.Y.Value < _up.Low || point.Y.Value > _up.High) continue;
            var middle = YOf(point.Y.Value);
            if (middle - (Badges.Height / 2) < free) continue;
            canvas.Badge(_plot.Left - Badges.Width - 3, middle, point.X);
            free = middle + (Badges.Height / 2) + 1;
        }
        canvas.End();
    }
}
