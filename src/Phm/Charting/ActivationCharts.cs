using Phm.Activation;
using Phm.Disclosure;
using Phm.Populations;
using Phm.Presentation;

namespace Phm.Charting;

/// <summary>Charts of patient activation, with title, units, source and disclosure note filled in.</summary>
public static class ActivationCharts
{
    private static readonly string[] s_levels = ["Level 1", "Level 2", "Level 3", "Level 4"];

    /// <summary>The share of questionnaires at each level.</summary>
    public static BarChart Bars(this ActivationStudy study) => Chart.Bar(
        "Questionnaires of patient activation by level", s_levels, s_levels.Select((_, k) => study.Share(k + 1)),
        value: "Share of questionnaires", format: ColumnFormat.Percent) with
    {
        Subtitle = $"{study.Name}, {study.Period}",
        Note = $"Questionnaires are not patients: a person may have several. {study.ChartNote}",
    };

    /// <summary>Mean use around a questionnaire at each level, as it is.</summary>
    /// <exception cref="ArgumentException">The data do not tell the outcome.</exception>
    public static BarChart Bars(this CrudeUse use, ActivationOutcome of) => Chart.Bar(
        $"{of.Name()} around a questionnaire, by level of patient activation", s_levels, s_levels.Select((_, k) => use.Mean(of, k + 1)),
        value: $"Mean in {use.Study.Window.Days} days", format: ColumnFormat.Decimal2) with
    {
        Subtitle = $"{use.Study.Name}, {use.Study.Period}, crude",
        Note = $"Crude: people at different levels differ in age, deprivation and illness, and nothing here takes that into account. {use.Study.ChartNote}",
    };

    /// <summary>Crude beside adjusted ratios against level 1: of every outcome at one level, or at all levels beneath the name of each outcome.</summary>
    /// <param name="use">The ratios.</param>
    /// <param name="level">2, 3 or 4; all of them where null.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such level to compare.</exception>
    public static ForestChart ForestPlot(this AdjustedUse use, int? level = null) => Chart.Forest(
        level is null ? "Use by level of patient activation against level 1" : $"Use at level {level} of patient activation against level 1",
        use.Outcomes.SelectMany(fitted => level is { } one
            ? [new ForestRow(fitted.Outcome.Name(), Estimates(use, fitted.Outcome, one))]
            : ((int[])[2, 3, 4]).Select(each => new ForestRow(s_levels[each - 1], Estimates(use, fitted.Outcome, each)) { Group = fitted.Outcome.Name() })),
        measure: "Ratio", series: ["Crude", "Adjusted"]) with
    {
        Subtitle = $"{use.Study.Name}, {use.Study.Period}",
        Note = $"Associations: nothing here shows that a higher level is the cause of less use. Adjusted: {use.AdjustedFor}. Clustered by person. {use.Study.ChartNote}",
    };

    /// <summary>What use a year would differ by, outcome by outcome, as a share of what is expected; the assumption stands beneath.</summary>
    public static BarChart Bars(this ActivationWhatIf whatIf) => Chart.Bar(
        $"What if {whatIf.Move.Name}: difference in use a year, were the association causal",
        whatIf.Outcomes.Select(outcome => new Bar(outcome.Name(), Share(whatIf, outcome, whatIf.Difference(outcome)), Share(whatIf, outcome, whatIf.Interval(outcome).Low), Share(whatIf, outcome, whatIf.Interval(outcome).High))),
        value: "Difference as a share of expected use, with 95% interval", format: ColumnFormat.Percent) with
    {
        Subtitle = $"{whatIf.Study.Name}, {whatIf.Study.Period}",
        Note = $"{ActivationWhatIf.Assumption} {whatIf.Study.ChartNote}",
    };

    /// <summary>The share of each fifth of deprivation that has been measured.</summary>
    public static BarChart Bars(this ActivationCoverage coverage) => Chart.Bar(
        "Who has been measured: share with a questionnaire, by deprivation",
        coverage.ByDeprivation.Select(group => new Bar(group.Fifth, group.Share, group.Low, group.High)),
        value: "Share of people, with 95% interval", category: "Fifth of deprivation", format: ColumnFormat.Percent) with
    {
        Subtitle = $"{coverage.Study.Name}, {coverage.Study.Period}",
        Note = coverage.Study.Policy.Note,
    };

    /// <summary>The share of each fifth of deprivation that is at level 1.</summary>
    public static BarChart Bars(this ActivationInequality inequality) => Chart.Bar(
        "Level 1 of patient activation by deprivation",
        inequality.ByFifth.Select(group => new Bar(group.Fifth, group.Share, group.Low, group.High)),
        value: "Share at level 1, with 95% interval", category: "Fifth of deprivation", format: ColumnFormat.Percent) with
    {
        Subtitle = $"{inequality.Study.Name}, {inequality.Study.Period}",
        Note = inequality.Study.ChartNote,
    };

    private static ForestEstimate[] Estimates(AdjustedUse use, ActivationOutcome outcome, int level)
    {
        var (crude, adjusted) = (use.CrudeInterval(outcome, level), use.Interval(outcome, level));
        return [new(use.CrudeRatio(outcome, level), crude.Low, crude.High), new(use.Ratio(outcome, level), adjusted.Low, adjusted.High)];
    }

    private static DisclosedValue Share(ActivationWhatIf whatIf, ActivationOutcome outcome, DisclosedValue part) =>
        DisclosedValue.Combine(part, whatIf.Expected(outcome), (difference, expected) => expected == 0 ? double.NaN : difference / expected);
}
