using Phm.Disclosure;
using Phm.Presentation;
using Phm.Statistics;

namespace Phm.Charting;

/// <summary>Charts of places, inequality and survival, with title, units, lines to compare with and notes filled in.</summary>
public static class StatisticsCharts
{
    private const int CurveSteps = 60;

    /// <summary>Places by size with the limits of chance, or those that allow for over-dispersion; places beyond three standard deviations are named.</summary>
    /// <param name="funnel">The funnel.</param>
    /// <param name="places">The names of the places, in the order in which their numbers were given; numbered where null.</param>
    /// <param name="title">The title, with population and period.</param>
    /// <param name="value">What is compared, with its unit.</param>
    /// <param name="size">What the size is.</param>
    /// <exception cref="ArgumentException">There are not as many names as places.</exception>
    public static ScatterChart Chart(this FunnelPlot funnel, IEnumerable<string>? places = null, string? title = null, string? value = null, string? size = null)
    {
        ArgumentNullException.ThrowIfNull(funnel);
        var names = places?.Select((name, k) => ChartText.Optional(name) ?? $"Place {k + 1}").ToList() ?? [.. Enumerable.Range(1, funnel.Points.Count).Select(k => $"Place {k}")];
        ChartGuard.SameLength(names.Count, funnel.Points.Count, "names for the places", nameof(places));
        var points = funnel.Points.Select((point, k) => new ScatterPoint(DisclosedValue.Of(point.Size), point.IsWithheld ? DisclosedValue.Suppressed : DisclosedValue.Of(point.Value), names[k])).ToList();
        var beyond = funnel.Points.Index().Where(pair => pair.Item is { IsWithheld: false, Position: FunnelPosition.BelowThreeSigma or FunnelPosition.AboveThreeSigma }).Select(pair => names[pair.Index]).Distinct();
        return Charting.Chart.Scatter(title ?? "Places by size, with control limits", points, size ?? SizeOf(funnel), value ?? ValueOf(funnel),
            funnel.Measure == FunnelMeasure.Proportion ? ColumnFormat.Percent : null, beyond, Limits(funnel)) with
        {
            Subtitle = funnel.Overdispersion is { } spread ? $"Limits allow for over-dispersion (φ {NumberText.Significant(spread.Phi)})" : "Limits of chance alone",
            Note = "A place beyond the limits differs by more than chance makes it; that says nothing of good and bad, nor of why. Named are those beyond 99.8%.",
        };
    }

    /// <summary>The groups of a ranked population and the line of inequality through them.</summary>
    /// <param name="inequality">The index.</param>
    /// <param name="title">The title, with population and period.</param>
    /// <param name="value">The indicator, with its unit.</param>
    public static ScatterChart Chart(this InequalityIndex inequality, string? title = null, string? value = null)
    {
        ArgumentNullException.ThrowIfNull(inequality);
        var points = inequality.Ranks.Select((rank, k) => new ScatterPoint(SteadyDigits.Of(rank), SteadyDigits.Of(inequality.Values[k]), $"Group {k + 1}"));
        var ranks = Enumerable.Range(0, CurveSteps + 1).Select(k => k / (double)CurveSteps);
        var relative = inequality.Relative is { } ratio ? $"; relative index {StatementWords.Ratio(ratio, inequality.RelativeInterval())}" : "";
        return Charting.Chart.Scatter(title ?? "Inequality by rank", points, "Rank in the population, from the first group (0) to the last (1)", value ?? "Indicator",
            inequality.Kind == IndicatorKind.Proportion ? ColumnFormat.Percent : null,
            lines: [ReferenceLine.Curve(ranks.Select(rank => (rank, SteadyDigits.Of(inequality.At(rank)))), "Slope")]) with
        {
            Subtitle = $"Slope index {StatementWords.Number(inequality.Slope, inequality.SlopeInterval())}{relative}",
            Note = "The intervals are of the groups' own sampling errors; they say nothing of how well a line fits.",
        };
    }

    /// <summary>The survival of each group with its 95% interval, up to where the default disclosure policy withholds how many are at risk.</summary>
    /// <param name="curves">The curves, at most 7.</param>
    /// <param name="title">The title, with population and period.</param>
    /// <param name="time">What the time is, with its unit.</param>
    /// <exception cref="ArgumentException">There are too many curves.</exception>
    public static LineChart Chart(this IReadOnlyList<SurvivalCurve> curves, string? title = null, string? time = null)
    {
        ArgumentNullException.ThrowIfNull(curves);
        var times = SurvivalSteps.TimesOf(curves);
        return Charting.Chart.Line(title ?? "Survival by Kaplan and Meier", times, curves.Select(curve => SurvivalSteps.Series(curve, times, SurvivalTable.TimesOf(curves))),
            time ?? "Time", "Share without the event", ColumnFormat.Percent) with
        {
            FromZero = true,
            IsStepped = true,
            XFormat = times.All(step => step == Math.Floor(step)) ? ColumnFormat.Count : ColumnFormat.Significant,
            Note = "Ribbons show 95% intervals. A curve ends where so few are at risk that the disclosure policy withholds them, and is withheld while few have had the event; a step of few events is drawn with the next. " + RegressionTable.Unadjusted,
        };
    }

    /// <inheritdoc cref="Chart(IReadOnlyList{SurvivalCurve}, string?, string?)"/>
    /// <param name="curve">The curve.</param>
    /// <param name="title">The title, with population and period.</param>
    /// <param name="time">What the time is, with its unit.</param>
    public static LineChart Chart(this SurvivalCurve curve, string? title = null, string? time = null)
    {
        ArgumentNullException.ThrowIfNull(curve);
        return Chart([curve], title, time);
    }

    /// <summary>How much likelihood is lost away from the estimate of a dispersion, and the loss at which its interval ends.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="title">The title, with outcome, population and period.</param>
    public static LineChart Chart(this OverdispersionProfile profile, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var bound = Math.Pow(Tails.TwoSidedQuantile(profile.Interval.Level, double.PositiveInfinity), 2);
        return Charting.Chart.Line(title ?? $"Dispersion of {profile.Model.Specification.OutcomeWords}", profile.Points.Select(point => SteadyDigits.Of(point.Value)),
            [new ChartSeries("Lost", profile.Points.Select(point => Math.Round(point.Lost, 6))), new ChartSeries($"{NumberText.Level(profile.Interval.Level)} bound", profile.Points.Select(_ => SteadyDigits.Of(bound)))],
            $"Dispersion {profile.Symbol}", "Twice the log-likelihood lost", ColumnFormat.Decimal2) with
        {
            XFormat = ColumnFormat.Significant, FromZero = true,
            Subtitle = $"{profile.Symbol} {StatementWords.Number(profile.Model.Overdispersion!.Value, profile.Interval)}",
            Note = "The interval holds the values at which the curve lies beneath the bound.", Source = profile.Model.Kind,
        };
    }

    private static IEnumerable<ReferenceLine> Limits(FunnelPlot funnel)
    {
        yield return ReferenceLine.At(funnel.Target, "Target");
        if (funnel.Points.Count == 0) yield break;
        var (least, most) = (funnel.Points.Min(point => point.Size), funnel.Points.Max(point => point.Size));
        var sizes = Enumerable.Range(0, CurveSteps + 1).Select(k => most > least ? least + (most - least) * k / CurveSteps : least * (0.9 + 0.2 * k / CurveSteps)).ToList();
        foreach (var (level, name) in new[] { (FunnelPlot.TwoSigma, "95%"), (FunnelPlot.ThreeSigma, "99.8%") })
        {
            yield return ReferenceLine.Curve(sizes.Select(size => (size, SteadyDigits.Of(funnel.Limits(size, level).High))), name + " upper");
            yield return ReferenceLine.Curve(sizes.Select(size => (size, SteadyDigits.Of(funnel.Limits(size, level).Low))), name + " lower");
        }
    }

    private static string SizeOf(FunnelPlot funnel) => funnel.Measure switch
    {
        FunnelMeasure.Proportion => "People",
        FunnelMeasure.Rate => "People or person-years",
        _ => "Events expected",
    };

    private static string ValueOf(FunnelPlot funnel) => funnel.Measure switch
    {
        FunnelMeasure.Proportion => "Share",
        FunnelMeasure.Rate => $"Rate{StatementWords.Per(funnel.Per)}",
        _ => "Observed over expected",
    };
}
