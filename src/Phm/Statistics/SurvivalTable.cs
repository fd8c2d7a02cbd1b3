using Phm.Disclosure;
using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>
/// Survival curves at about ten even times up to the last at which enough people are at risk. Counts pass the default disclosure policy, and where it
/// withholds how many are at risk nothing is said of survival: the tail of a curve rests on few people, and so does its head while few have had the event. Nor is it said where few have had it since the last time at which it was.
/// </summary>
internal static class SurvivalTable
{
    private const int Times = 10;

    public static ResultTable Of(IReadOnlyList<SurvivalCurve> curves) => new()
    {
        Title = "Survival by Kaplan and Meier",
        Columns =
        [
            new("Group"), new("Time", ColumnFormat.Significant), new("At risk", ColumnFormat.Count), new("Survival", ColumnFormat.Percent), new("95% low", ColumnFormat.Percent), new("95% high", ColumnFormat.Percent),
        ],
        RowHeadings = 2,
        IsGrouped = true,
        Rows = [.. curves.SelectMany(curve => Rows(curve, TimesOf(curves)))],
        Notes = [.. curves.Select(Summary), "Survival is the share who have not had the event by then. It is withheld where few have had it since the last row that shows it.", CountText.Note],
    };

    private static string Summary(SurvivalCurve curve) =>
        $"{NameOf(curve)}: {CountText.Of(curve.People, "person", "people")}, {CountText.Of(curve.Events, "event", "events")}, median {(curve.Points.Count == 0 ? "not known" : curve.Median().TimeWords)}.";

    private static string NameOf(SurvivalCurve curve) => curve.Group.Length == 0 ? "Everyone" : curve.Group;

    private static IEnumerable<TableCell[]> Rows(SurvivalCurve curve, double[] times) => times.Zip(curve.ShownAt(times, times), (time, isShown) => Row(curve, curve.At(time), isShown));

    private static TableCell[] Row(SurvivalCurve curve, SurvivalPoint point, bool isShown)
    {
        var interval = point.Interval();
        return [NameOf(curve), point.Time, curve.ShownAtRisk(point), Shown(point.Survival), Shown(interval.Low), Shown(interval.High)];

        // Where nobody is at risk there is nothing to show, nor to withhold.
        DisclosedValue Shown(double value) => curve.Shown(point, value) is { IsShown: true } && !isShown ? DisclosedValue.Suppressed : curve.Shown(point, value);
    }

    /// <summary>The times of the table.</summary>
    public static double[] TimesOf(IReadOnlyList<SurvivalCurve> curves)
    {
        var last = curves.Max(curve => curve.Points.LastOrDefault(point => CountText.Shown(point.AtRisk).IsShown)?.Time ?? 0);
        if (last == 0) return [0];
        var power = Math.Pow(10, Math.Floor(Math.Log10(last / Times)));
        var step = ((double[])[1, 2, 5, 10]).First(factor => factor * power >= last / Times * (1 - 1e-9)) * power;
        return [.. Enumerable.Range(0, (int)Math.Floor(last / step + 1e-9) + 1).Select(k => k * step)];
    }
}
