using Phm.Disclosure;
using Phm.Presentation;
using Phm.Statistics;

namespace Phm.Charting;

/// <summary>Charts of how good scores and risks are, with title, scales and notes filled in. What rests on few people is withheld by the default disclosure policy.</summary>
public static class AssessmentCharts
{
    private const int MostPoints = 400;

    /// <summary>How far apart points of a ROC curve lie at least, so that the curve may rise upright.</summary>
    private const double Apart = 1e-9;

    /// <summary>The share of cases found by the share of others taken in vain, beside the line of a score that says nothing.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="title">The title, with score, population and period.</param>
    /// <exception cref="ArgumentException">So few people have the outcome, or have not, that no point may be shown.</exception>
    public static LineChart Chart(this RocCurve curve, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(curve);
        var all = curve.ShownPoints;
        if (all.Count == 0) throw new ArgumentException("So few people have the outcome, or have not, that no point of the curve may be shown.", nameof(curve));
        var points = all.Where((_, k) => k % (all.Count / MostPoints + 1) == 0 || k == all.Count - 1).ToList();
        var places = points.Select((point, k) => 1 - point.Specificity + k * Apart).ToList();
        var interval = curve.Interval();
        return Charting.Chart.Line(title ?? "How well the score tells those with the outcome from those without", places,
            [new ChartSeries("Score", points.Select(point => point.Sensitivity)), new ChartSeries("Chance", places.Select(place => Math.Min(place, 1)))],
            "Others taken in vain (1 - specificity)", "Cases found (sensitivity)", ColumnFormat.Percent) with
        {
            XFormat = ColumnFormat.Percent, FromZero = true,
            Subtitle = $"AUC {NumberText.WithInterval(curve.Auc, interval.Low, interval.High, interval.Level, 3)}, {CountText.Of(curve.People, "person", "people")}, {CountText.Of(curve.Cases)} with the outcome",
            Note = "Points at which few people are told apart are left out.",
        };
    }

    /// <summary>Observed by expected risk in groups, with the line on which risks are as high as what happens.</summary>
    /// <param name="calibration">The calibration.</param>
    /// <param name="title">The title, with risk, population and period.</param>
    public static ScatterChart Chart(this Calibration calibration, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(calibration);
        var largest = calibration.Groups.Select(group => group.Expected).Concat(calibration.Groups.Select((_, k) => calibration.Shown(k, share => share.Value)).Where(share => share.IsShown).Select(share => share.Value)).DefaultIfEmpty(1).Max(SteadyDigits.Of);
        return Charting.Chart.Scatter(title ?? "Observed and expected risk", calibration.Groups.Select((group, k) => new ScatterPoint(DisclosedValue.Of(SteadyDigits.Of(group.Expected)), calibration.Shown(k, share => share.Value), $"Group {k + 1}")),
            "Expected risk", "Observed share", ColumnFormat.Percent, lines: [ReferenceLine.Curve([(0, 0), (largest, largest)], "As expected")]) with
        {
            XFormat = ColumnFormat.Percent,
            Subtitle = $"Slope {calibration.WordsOf(calibration.Slope)}, observed to expected {calibration.RatioWords}",
            Note = "People in groups of near equal size, from the lowest risk to the highest. " + CountText.Note,
        };
    }

    /// <summary>The net benefit of acting on the risk, on everyone and on nobody, by threshold.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="title">The title, with risk, population and period.</param>
    public static LineChart Chart(this DecisionCurve curve, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(curve);
        var shown = curve.ShownPoints();
        var last = shown.Where(point => point.ActedOn > 0).Select(point => point.Threshold).DefaultIfEmpty(1).Max();
        var points = curve.Points.Where(point => point.Threshold <= last && (shown.Count == 0 || shown.Contains(point))).OrderBy(point => point.Threshold).DistinctBy(point => point.Threshold).ToList();
        var best = points.SelectMany(point => new[] { OnRisk(point), curve.ShownOfAll(point, point.NetBenefitOfAll) }).Where(value => value.IsShown).Select(value => value.Value).DefaultIfEmpty(0).Max();
        return Charting.Chart.Line(title ?? "What acting on the risk is worth", points.Select(point => point.Threshold),
            [
                new ChartSeries("On the risk", points.Select(OnRisk)),
                new ChartSeries("On everyone", points.Select(point => curve.ShownOfAll(point, SteadyDigits.Of(point.NetBenefitOfAll)))),
                new ChartSeries("On nobody", points.Select(_ => 0.0)),
            ],
            "Threshold: the risk from which on one acts", "Net benefit, cases a person", ColumnFormat.Decimal3) with
        {
            XFormat = ColumnFormat.Percent, Floor = best > 0 ? SteadyDigits.Of(-0.25 * best) : null,
            Note = "Act where the line is the highest. A threshold says how many in vain are worth one found: at 20% four. Thresholds at which few are told apart are left out. " + CountText.Note,
        };

        DisclosedValue OnRisk(DecisionPoint point) => shown.Contains(point) ? DisclosedValue.Of(SteadyDigits.Of(point.NetBenefit)) : DisclosedValue.Suppressed;
    }
}
