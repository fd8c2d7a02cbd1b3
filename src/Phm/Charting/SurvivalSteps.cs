using Phm.Disclosure;
using Phm.Statistics;

namespace Phm.Charting;

/// <summary>
/// Survival curves as steps at even times. A step at each single time of an event would tell when somebody had it, so the curve is seen at up to
/// 40 times in all, and no further than where enough people are at risk.
/// </summary>
internal static class SurvivalSteps
{
    private const int Steps = 40;

    /// <summary>The times: from 0 in even steps of a round number.</summary>
    public static IReadOnlyList<double> TimesOf(IReadOnlyList<SurvivalCurve> curves)
    {
        var last = curves.Select(LastShown).DefaultIfEmpty(0).Max();
        if (last == 0) return [0];
        var power = Math.Pow(10, Math.Floor(Math.Log10(last / Steps)));
        var step = ((double[])[1, 2, 2.5, 5, 10]).First(factor => factor * power >= last / Steps * (1 - 1e-9)) * power;
        return [.. Enumerable.Range(0, (int)Math.Floor(last / step + 1e-9) + 1).Select(k => Math.Round(k * step, 12))];
    }

    /// <summary>The steps of a curve. One of few events is drawn with the next, because it would tell them: until then the curve stays where it was.</summary>
    public static ChartSeries Series(SurvivalCurve curve, IReadOnlyList<double> times, IReadOnlyList<double> ofTable)
    {
        var (points, isShown) = (times.Select(curve.At).ToArray(), curve.ShownAt(times, ofTable));
        for (var k = 1; k < points.Length; k++)
        {
            if (!isShown[k] && Shown(curve, points[k], 1).IsShown) points[k] = points[k - 1];
        }
        return new(curve.Group.Length == 0 ? "Everyone" : curve.Group,
            points.Select(point => Shown(curve, point, point.Survival)), points.Select(point => Shown(curve, point, point.Interval().Low)), points.Select(point => Shown(curve, point, point.Interval().High)));
    }

    private static double LastShown(SurvivalCurve curve) => curve.Points.LastOrDefault(point => CountText.Shown(point.AtRisk).IsShown)?.Time ?? 0;

    private static DisclosedValue Shown(SurvivalCurve curve, SurvivalPoint point, double value) =>
        point.AtRisk == 0 ? DisclosedValue.Suppressed : curve.Shown(point, SteadyDigits.Of(value));
}
