using Phm.Disclosure;

namespace Phm.Charting.Drawing;

/// <summary>
/// Lanes beneath a line chart that mark values which are not shown, one for each series; with a highlighted series one for it and one
/// for all others.
/// </summary>
internal sealed class LineLanes
{
    private const double LaneHeight = 21;
    private const string Others = "Other series";

    private readonly List<(string Name, string Colour, IReadOnlyList<DisclosedValue> Values)> _lanes;
    private readonly bool _isNamed;

    public LineLanes(LineChart chart)
    {
        var lanes = chart.Series.Select((line, s) => (line.Name, Colour: chart.Colour(s), line.Values)).ToList();
        if (chart.Highlight is { } name && lanes.Exists(lane => lane.Name != name))
        {
            var quiet = lanes.Where(lane => lane.Name != name).ToList();
            lanes = [.. lanes.Where(lane => lane.Name == name), (Others, ChartStyle.Muted, [.. chart.X.Select((_, k) => Merge(quiet.Select(lane => lane.Values[k])))])];
        }
        _lanes = [.. lanes.Where(lane => lane.Values.Any(value => !value.IsShown))];
        _isNamed = chart.Series.Count > 1;
    }

    /// <summary>The names to be written beside the lanes.</summary>
    public IEnumerable<string> Names => _isNamed ? _lanes.Select(lane => lane.Name) : [];

    /// <summary>Draws the lanes. Gives the lower edge of the last.</summary>
    public double Draw(SvgCanvas canvas, Plot plot, Func<int, double> xOf)
    {
        var bottom = plot.Bottom;
        foreach (var (name, colour, values) in _lanes)
        {
            canvas.Begin("lane");
            var middle = bottom + (LaneHeight / 2) + 3;
            DrawMarks(canvas, values, middle, xOf);
            if (_isNamed)
                canvas.Text(TextWrap.Shorten(name, ChartStyle.Right - plot.Right - 10, TextStyle.Tick), plot.Right + 10, middle + TextStyle.Tick.MiddleToBaseline, TextStyle.Tick with { Fill = Palette.AsText(colour) });
            canvas.End();
            bottom += LaneHeight;
        }
        return bottom;
    }

    /// <summary>Withheld by one, withheld in the lane.</summary>
    private static DisclosedValue Merge(IEnumerable<DisclosedValue> values) =>
        values.Aggregate(DisclosedValue.Of(0), (all, value) => DisclosedValue.Combine(all, value, (sum, _) => sum));

    /// <summary>Each position has its mark where there is room; neighbours of the same kind that are closer share one.</summary>
    private static void DrawMarks(SvgCanvas canvas, IReadOnlyList<DisclosedValue> values, double middle, Func<int, double> xOf)
    {
        for (var first = 0; first < values.Count; first++)
        {
            if (values[first].IsShown) continue;
            var last = first;
            while (last + 1 < values.Count && values[last + 1].State == values[first].State && xOf(last + 1) - xOf(last) <= Badges.Width) last++;
            DrawRun(canvas, values[first], RoomLeft(first), RoomRight(last), middle);
            first = last;
        }

        double RoomLeft(int k) => xOf(k) - (k == 0 ? Badges.Width / 2 : Math.Min(Badges.Width, xOf(k) - xOf(k - 1)) / 2);
        double RoomRight(int k) => xOf(k) + (k == values.Count - 1 ? Badges.Width / 2 : Math.Min(Badges.Width, xOf(k + 1) - xOf(k)) / 2);
    }

    private static void DrawRun(SvgCanvas canvas, DisclosedValue value, double left, double right, double middle)
    {
        canvas.Unshown(left, middle - (Badges.Height / 2), Math.Max(right - left, 2), Badges.Height, value);
        if (right - left > TextStyle.Mark.Width(value.ToString()))
            canvas.Text(value.ToString(), (left + right) / 2, middle + TextStyle.Mark.MiddleToBaseline, TextStyle.Mark, Anchor.Middle);
    }
}
