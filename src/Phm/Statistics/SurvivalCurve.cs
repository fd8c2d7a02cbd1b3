using Phm.Disclosure;
using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>The survival of a group by Kaplan and Meier. See <see cref="SurvivalModel.Curves"/>.</summary>
public sealed record SurvivalCurve : Result
{
    private readonly double[]? _entries;

    internal SurvivalCurve(string group, int people, IReadOnlyList<SurvivalPoint> points, double[]? entries) =>
        (Group, People, Points, _entries) = (group, people, points, entries);

    /// <summary>The name of the group; empty where the curve is of everyone.</summary>
    public string Group { get; }

    /// <summary>How many people there are.</summary>
    public int People { get; }

    /// <summary>How many had the event.</summary>
    public int Events => Points.Sum(point => point.Events);

    /// <summary>The curve at each time at which somebody had the event or ceased to be watched, in the order of time.</summary>
    public IReadOnlyList<SurvivalPoint> Points { get; }

    /// <summary>
    /// The curve at any time up to the last: the share that survives it, and how many were at risk just before. Beyond the last time nobody is at risk and
    /// the curve stays where it was, which says nothing of survival there unless it is 0.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is below 0 or not finite.</exception>
    public SurvivalPoint At(double time)
    {
        if (!(time >= 0 && double.IsFinite(time))) throw new ArgumentOutOfRangeException(nameof(time), time, "A time is a finite number of 0 or more.");
        var before = Points.LastOrDefault(point => point.Time <= time);
        if (before is not null && before.Time == time) return before;
        return new(time, AtRisk(time), 0, 0, before?.Survival ?? 1, before?.SpreadOfLog ?? 0);
    }

    /// <summary>The time by which a share has had the event, with its interval. See <see cref="SurvivalQuantile"/>.</summary>
    /// <param name="share">The share who have had the event, between 0 and 1.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    public SurvivalQuantile Quantile(double share, double level = 0.95)
    {
        if (share is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "A share of people lies between 0 and 1, as in 0.5.");
        Tails.RequireLevel(level);
        return new(share, First(point => point.Survival, share), First(point => point.Survival == 0 ? 0 : point.Interval(level).Low, share), First(point => point.Interval(level).High, share), level)
        {
            IsWithheld = CountText.IsFew(People) || CountText.IsFew(Events),
        };
    }

    /// <summary>The median survival: the time by which half have had the event, with its interval.</summary>
    public SurvivalQuantile Median(double level = 0.95) => Quantile(0.5, level);

    /// <summary>How many are at risk, as it may be shown: after few were, that nobody is left is withheld too, since it says when the last one left.</summary>
    internal DisclosedValue ShownAtRisk(SurvivalPoint point) =>
        point.AtRisk == 0 && Points.Any(before => before.Time < point.Time && CountText.IsFew(before.AtRisk)) ? DisclosedValue.Suppressed : CountText.Shown(point.AtRisk);

    /// <summary>A number of the curve as it may be shown: withheld where few are at risk, and while few have had the event, whose number survival would tell.</summary>
    internal DisclosedValue Shown(SurvivalPoint point, double value) =>
        ShownAtRisk(point).IsSuppressed || CountText.IsFew(EventsBy(point.Time)) ? DisclosedValue.Suppressed
        : point.AtRisk == 0 ? DisclosedValue.Missing : DisclosedValue.Of(value);

    /// <summary>
    /// At which times the curve may be shown: where its numbers may, and no few events lie between. The times of the table come first, so that what is
    /// drawn tells no more than the two together.
    /// </summary>
    internal bool[] ShownAt(IReadOnlyList<double> times, IReadOnlyList<double> ofTable)
    {
        double[] all = [.. times.Concat(ofTable).Distinct().Order()];
        var points = Array.ConvertAll(all, At);
        var shown = ToldApart.Shown([.. all.Select(time => (int[])[EventsBy(time)])], [.. points.Select(point => Shown(point, point.Survival).IsShown)], [.. all.Select(ofTable.Contains)]);
        return [.. times.Select(time => shown[Array.BinarySearch(all, time)])];
    }

    private int EventsBy(double time) => Points.TakeWhile(point => point.Time <= time).Sum(point => point.Events);

    /// <summary>The share that survives all times before one.</summary>
    internal double JustBefore(double time)
    {
        var (low, high) = (0, Points.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Points[middle].Time < time) low = middle + 1;
            else high = middle;
        }
        return low == 0 ? 1 : Points[low - 1].Survival;
    }

    private int AtRisk(double time)
    {
        var left = Points.TakeWhile(point => point.Time < time).Sum(point => point.Events + point.Censored);
        return (_entries is null ? People : _entries.Count(entry => entry < time)) - left;
    }

    /// <summary>The first time at which a curve is down at 1 - share; midway along a step that lies there. Null where it never is.</summary>
    private double? First(Func<SurvivalPoint, double> curve, double share)
    {
        // A product of many factors may miss the level that it stands for by its last digit.
        const double same = 1e-12;
        var steps = Points.Where(point => point.Events > 0).ToArray();
        for (var k = 0; k < steps.Length; k++)
        {
            var height = curve(steps[k]);
            if (height > 1 - share + same) continue;
            return height >= 1 - share - same && k + 1 < steps.Length ? (steps[k].Time + steps[k + 1].Time) / 2 : steps[k].Time;
        }
        return null;
    }

    /// <summary>
    /// The curve at about ten even times. Counts pass the default disclosure policy, and where it withholds how many are at risk nothing is said of
    /// survival: the tail of a curve rests on few people. Nor is it while few have had the event, or few since the row before: rows side by side would tell how many.
    /// </summary>
    public override ResultTable ToTable() => SurvivalTable.Of([this]);
}
