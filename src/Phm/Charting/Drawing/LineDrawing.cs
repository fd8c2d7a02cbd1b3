using Phm.Disclosure;
using Phm.Presentation;

namespace Phm.Charting.Drawing;

/// <summary>Lays out a <see cref="LineChart"/>: ribbons beneath lines, names at the ends of lines, and a lane beneath for values not shown.</summary>
internal sealed class LineDrawing(LineChart chart, SvgCanvas canvas)
{
    private const double PlotHeight = 300;
    private const double LaneHeight = 21;
    private const int MostMarkers = 16;

    private readonly AxisScale _scale = ScaleOf(chart);
    private readonly int[] _order = [.. Enumerable.Range(0, chart.Series.Count).OrderBy(k => chart.Highlight == chart.Series[k].Name)];
    private Plot _plot;
    private AxisScale _across = AxisScale.Unknown;

    public double Draw(double top)
    {
        top = Axes.DrawTopTitle(canvas, chart.YTitle, top) + 4;
        var named = Named();
        var left = ChartStyle.Margin + Axes.WidthOf(_scale, chart.ValueFormat);
        var right = ChartStyle.Right - Math.Max(EndLabels.WidthOf(named), 14);
        _plot = new(left, top, right, top + Math.Max(PlotHeight, EndLabels.HeightOf(named)));
        _across = Across();
        Axes.DrawVertical(canvas, _scale, chart.ValueFormat, _plot);
        foreach (var k in _order) DrawRibbon(chart.Series[k], chart.Colour(k));
        foreach (var k in _order) DrawLine(chart.Series[k], chart.Colour(k));
        DrawNames(named);
        var lanes = DrawLanes();
        return Axes.DrawTickLabels(canvas, TickLabels(), lanes, chart.XTitle);
    }

    private static AxisScale ScaleOf(LineChart chart)
    {
        var values = new List<double>();
        foreach (var line in chart.Series)
        {
            for (var k = 0; k < line.Values.Count; k++)
            {
                if (line.Values[k].IsShown) values.Add(line.Values[k].Value);
                if (line.HasInterval(k)) values.AddRange([line.Low[k].Value, line.High[k].Value]);
            }
        }
        var fromZero = chart.FromZero ?? (values.Count > 0 && (values.Min() <= 0.5 * values.Max()));
        return AxisScale.Covering(values, 5, fromZero, whole: chart.ValueFormat == ColumnFormat.Count);
    }

    /// <summary>Named positions stand half a step in from the edges.</summary>
    private AxisScale Across() => chart.Labels.Count > 0
        ? AxisScale.Between(-0.5, chart.X.Count - 0.5, 1)
        : AxisScale.Between(chart.X[0], chart.X[^1], Axes.Intervals(_plot.Width, chart.X.Max(x => TextStyle.Tick.Width(chart.NameOf(0)) + (0 * x)), 8), chart.X.All(x => x == Math.Floor(x)));

    private double XOf(int position) => _across.Place(chart.X[position], _plot.Left, _plot.Right);

    private double YOf(DisclosedValue value) => _scale.Place(value.Value, _plot.Bottom, _plot.Top);

    private (double X, string Text)[] TickLabels() => chart.Labels.Count > 0
        ? [.. chart.Labels.Select((label, k) => (XOf(k), TextWrap.Shorten(label, 120, TextStyle.Tick)))]
        : [.. _across.Ticks.Select(tick => (_across.Place(tick, _plot.Left, _plot.Right), _across.Print(tick, chart.XFormat)))];

    /// <summary>The names of the series to write: all, or the one in colour, and none where the title already says it.</summary>
    private List<string> Named() => [.. chart.Series
        .Where(line => chart.Series.Count > 1 && (chart.Highlight is null || line.Name == chart.Highlight) && line.Values.Any(value => value.IsShown))
        .Select(line => line.Name)];

    private void DrawNames(List<string> named)
    {
        var labels = new EndLabels();
        for (var k = 0; k < chart.Series.Count; k++)
        {
            var line = chart.Series[k];
            if (named.Contains(line.Name) && line.Values.Any(value => value.IsShown)) labels.Add(line.Name, YOf(line.Values.Last(value => value.IsShown)), chart.Colour(k));
        }
        labels.Draw(canvas, _plot);
    }

    /// <summary>Stretches of neighbouring positions for which something is known.</summary>
    private IEnumerable<int[]> Runs(Func<int, bool> isKnown)
    {
        var run = new List<int>();
        for (var k = 0; k <= chart.X.Count; k++)
        {
            if (k < chart.X.Count && isKnown(k))
            {
                run.Add(k);
                continue;
            }
            if (run.Count > 0) yield return [.. run];
            run.Clear();
        }
    }

    private void DrawRibbon(ChartSeries line, string colour)
    {
        canvas.Begin("ribbon");
        foreach (var run in Runs(line.HasInterval))
        {
            if (run.Length == 1) Whiskers.DrawUpright(canvas, XOf(run[0]), YOf(line.Low[run[0]]), YOf(line.High[run[0]]), colour);
            else canvas.Polygon([.. run.Select(k => (XOf(k), YOf(line.High[k]))), .. run.Reverse().Select(k => (XOf(k), YOf(line.Low[k])))], colour, 0.17);
        }
        canvas.End();
    }

    private void DrawLine(ChartSeries line, string colour)
    {
        canvas.Begin("line");
        var isMarked = chart.X.Count <= MostMarkers && chart.Series.Count <= Palette.Series.Count;
        foreach (var run in Runs(k => line.Values[k].IsShown))
        {
            if (run.Length > 1) canvas.Polyline(run.Select(k => (XOf(k), YOf(line.Values[k]))), colour, 2.2);
            if (!isMarked && run.Length > 1) continue;
            foreach (var k in run) canvas.Circle(XOf(k), YOf(line.Values[k]), 3.6, colour);
        }
        canvas.End();
    }

    /// <summary>A lane beneath the plot for each series with values that are not shown. Gives the plot with the lanes.</summary>
    private Plot DrawLanes()
    {
        var plot = _plot;
        for (var s = 0; s < chart.Series.Count; s++)
        {
            var line = chart.Series[s];
            if (line.Values.All(value => value.IsShown)) continue;
            canvas.Begin("lane");
            var middle = plot.Bottom + (LaneHeight / 2) + 3;
            DrawLane(line, middle);
            if (chart.Series.Count > 1)
                canvas.Text(TextWrap.Shorten(line.Name, ChartStyle.Right - _plot.Right - 10, TextStyle.Tick), _plot.Right + 10, middle + TextStyle.Tick.MiddleToBaseline, TextStyle.Tick with { Fill = Palette.AsText(chart.Colour(s)) });
            canvas.End();
            plot = plot with { Bottom = plot.Bottom + LaneHeight };
        }
        return plot;
    }

    /// <summary>Marks stand alone where there is room; a run of withheld values too close to mark one by one shares a mark.</summary>
    private void DrawLane(ChartSeries line, double middle)
    {
        var free = double.NegativeInfinity;
        for (var k = 0; k < chart.X.Count; k++)
        {
            if (line.Values[k].IsShown) continue;
            var left = Math.Clamp(XOf(k) - (Badges.Width / 2), ChartStyle.Margin, ChartStyle.Right - Badges.Width);
            if (left < free) continue;
            canvas.Badge(left, middle, line.Values[k]);
            free = left + Badges.Width + 1;
        }
    }
}
