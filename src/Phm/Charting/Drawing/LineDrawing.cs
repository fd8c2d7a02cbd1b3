using Phm.Disclosure;
using Phm.Presentation;

namespace Phm.Charting.Drawing;

/// <summary>Lays out a <see cref="LineChart"/>: ribbons beneath lines, names at the ends of lines, and a lane beneath for values not shown.</summary>
internal sealed class LineDrawing(LineChart chart, SvgCanvas canvas)
{
    private const double PlotHeight = 300;
    private const double Inset = 12;
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
        var lanes = new LineLanes(chart);
        var right = ChartStyle.Right - Math.Max(EndLabels.WidthOf([.. named, .. lanes.Names]), 14);
        _plot = new(left, top, right, top + Math.Max(PlotHeight, EndLabels.HeightOf(named)));
        _across = Across();
        Axes.DrawVertical(canvas, _scale, chart.ValueFormat, _plot);
        foreach (var k in _order) DrawRibbon(chart.Series[k], chart.Colour(k));
        foreach (var k in _order) DrawLine(chart.Series[k], chart.Colour(k));
        DrawNames(named);
        var bottom = lanes.Draw(canvas, _plot, XOf);
        return Axes.DrawTickLabels(canvas, TickLabels(), _plot with { Bottom = bottom }, chart.XTitle);
    }

    private static AxisScale ScaleOf(LineChart chart)
    {
        var values = new List<double>();
        foreach (var line in chart.Series)
        {
            for (var k = 0; k < line.Values.Count; k++)
            {
                if (chart.IsDrawn(line.Values[k])) values.Add(line.Values[k].Value);
                if (HasInterval(chart, line, k)) values.AddRange([line.Low[k].Value, line.High[k].Value]);
            }
        }
        var fromZero = chart.FromZero ?? (values.Count > 0 && (values.Min() <= 0.5 * values.Max()));
        return AxisScale.Covering(values, 4, fromZero, whole: chart.ValueFormat == ColumnFormat.Count);
    }

    private AxisScale Across()
    {
        if (chart.Labels.Count > 0) return AxisScale.Between(0, Math.Max(1, chart.X.Count - 1), 1);
        var widest = Math.Max(TextStyle.Tick.Width(chart.NameOf(0)), TextStyle.Tick.Width(chart.NameOf(chart.X.Count - 1)));
        return AxisScale.Between(chart.X[0], chart.X[^1], Axes.Intervals(_plot.Width, widest, 8), chart.X.All(x => x == Math.Floor(x)));
    }

    private double XOf(int position) => XAt(chart.X[position]);

    /// <summary>Lines begin and end a little within the plot, clear of the labels of the axis.</summary>
    private double XAt(double x) => _across.Place(x, _plot.Left + Inset, _plot.Right - Inset);

    private double YOf(DisclosedValue value) => _scale.Place(value.Value, _plot.Bottom, _plot.Top);

    private (double X, string Text)[] TickLabels() => chart.Labels.Count > 0
        ? [.. chart.Labels.Select((label, k) => (XOf(k), TextWrap.Shorten(label, 120, TextStyle.Tick)))]
        : [.. _across.Ticks.Select(tick => (XAt(tick), _across.Print(tick, chart.XFormat)))];

    /// <summary>The names of the series to write: all, or the one in colour, and none where the title already says it.</summary>
    private List<string> Named() => [.. chart.Series
        .Where(line => chart.Series.Count > 1 && (chart.Highlight is null || line.Name == chart.Highlight) && line.Values.Any(chart.IsDrawn))
        .Select(line => line.Name)];

    private void DrawNames(List<string> named)
    {
        var labels = new EndLabels();
        for (var k = 0; k < chart.Series.Count; k++)
        {
            var line = chart.Series[k];
            var last = Enumerable.Range(0, chart.X.Count).LastOrDefault(p => chart.IsDrawn(line.Values[p]), -1);
            if (last >= 0 && named.Contains(line.Name)) labels.Add(line.Name, XOf(last), YOf(line.Values[last]), chart.Colour(k));
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

    /// <summary>The way along neighbouring positions: straight from one to the next, or level and then up or down.</summary>
    private IEnumerable<(double X, double Y)> Path(int[] run, IReadOnlyList<DisclosedValue> values) => run.SelectMany((k, place) => chart.IsStepped && place > 0
        ? [(XOf(k), YOf(values[run[place - 1]])), (XOf(k), YOf(values[k]))] : new[] { (XOf(k), YOf(values[k])) });

    private static bool HasInterval(LineChart chart, ChartSeries line, int k) => line.HasInterval(k) && chart.IsDrawn(line.Low[k]);

    private void DrawRibbon(ChartSeries line, string colour)
    {
        canvas.Begin("ribbon");
        foreach (var run in Runs(k => HasInterval(chart, line, k)))
        {
            if (run.Length == 1) Whiskers.DrawUpright(canvas, XOf(run[0]), YOf(line.Low[run[0]]), YOf(line.High[run[0]]), colour);
            else canvas.Polygon([.. Path(run, line.High), .. Path(run, line.Low).Reverse()], colour, 0.17);
        }
        canvas.End();
    }

    private void DrawLine(ChartSeries line, string colour)
    {
        canvas.Begin("line");
        var isMarked = chart.X.Count <= MostMarkers && chart.Series.Count <= Palette.Series.Count;
        foreach (var run in Runs(k => chart.IsDrawn(line.Values[k])))
        {
            var width = colour == ChartStyle.Muted ? 1.2 : 2.2;
            if (run.Length > 1) canvas.Polyline(Path(run, line.Values), colour, width);
            if (!isMarked && run.Length > 1) continue;
            foreach (var k in run) canvas.Circle(XOf(k), YOf(line.Values[k]), 3.6, colour);
        }
        canvas.End();
    }
}
