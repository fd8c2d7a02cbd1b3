using Phm.Presentation;
using Phm.Statistics;
using static Phm.Statistics.Term;

namespace Phm.Tests.Statistics;

/// <summary>A result of every kind, of the data sets of the tests.</summary>
internal static class StatisticsSamples
{
    public static CountFit Absences { get; } = Model.Count("Days").On("Sex", "Age", "Lrn", Interaction("Sex", "Lrn")).Fit(ReferenceData.Absences, Family.NegativeBinomial);

    public static CountFit Crude { get; } = Model.Count("Days").On("Age").Fit(ReferenceData.Absences, Family.NegativeBinomial);

    public static BinaryFit Births { get; } = Model.Binary("low").On(Spline("age", 3), "lwt", "race", Factor("smoke")).Robust().Fit(ReferenceData.Births);

    public static LinearFit Weights { get; } = Model.Linear("bwt").On("age", "lwt", "race").Fit(ReferenceData.Births);

    public static AmountFit Amounts { get; } = Model.Amount("bwt").On("race").Fit(ReferenceData.Births);

    public static SurvivalFit Lung { get; } = Model.Survival("time", "died").On("age", Factor("sex")).ClusteredBy("inst").Fit(SurvivalData.Lung);

    public static SurvivalCurves Curves { get; } = Model.Survival("time", "died").Curves(SurvivalData.Lung, "sex");

    public static RocCurve Roc { get; } = RocCurve.Of(AssessmentData.Patients, "s100b", "poor");

    public static Calibration Calibration { get; } = Calibration.Of(AssessmentData.Patients, "risk", "poor", groups: 4);

    public static DecisionCurve Decisions { get; } = DecisionCurve.Of(AssessmentData.Patients, "risk", "poor");

    public static InequalityIndex Inequality { get; } = InequalityIndex.OfRates([412, 366, 301, 244, 190], [10_200, 10_400, 9_900, 10_050, 9_800], per: 1_000);

    public static FunnelPlot Funnel { get; } = FunnelPlot.OfProportions(
        [.. Enumerable.Range(0, 24).Select(k => Math.Round((300.0 + k * 170) * (0.12 + (k % 7 - 3) * 0.006)))], [.. Enumerable.Range(0, 24).Select(k => 300.0 + k * 170)]);

    public static FunnelPlot WideFunnel { get; } = Funnel.WithOverdispersion();

    public static IReadOnlyDictionary<string, Result> Tables { get; } = new Dictionary<string, Result>
    {
        ["count-model"] = Absences,
        ["rate-ratios"] = Crude.RateRatios("Age"),
        ["binary-model"] = Births,
        ["linear-model"] = Weights,
        ["amount-model"] = Amounts,
        ["survival-model"] = Lung,
        ["survival-curves"] = Curves,
        ["survival-curve"] = Model.Survival("Weeks", "Relapsed").Curve(SurvivalData.Leukaemia),
        ["log-rank"] = Model.Survival("time", "died").LogRank(SurvivalData.Lung, "sex"),
        ["roc"] = Roc,
        ["calibration"] = Calibration,
        ["decision-curve"] = Decisions,
        ["inequality"] = Inequality,
        ["funnel"] = Funnel,
        ["funnel-wide"] = WideFunnel,
        ["standard-population"] = StandardPopulation.European2013,
        ["covariance"] = Weights.Covariance,
        ["dispersion-profile"] = Absences.OverdispersionProfile(ReferenceData.Absences),
        ["analysis-table"] = ReferenceData.Absences,
    };

    public static IReadOnlyList<Statement> Statements { get; } =
    [
        Proportion.Of(81, 263), Proportion.Of(0, 20), Proportion.Of(81, 263).DifferenceFrom(Proportion.Of(15, 148)), Proportion.Of(81, 263).RatioTo(Proportion.Of(15, 148)), Proportion.Of(0, 20).RatioTo(Proportion.Of(15, 148)),
        Rate.Of(45, 36_500), Rate.Of(0, 812, 1_000), Rate.Of(450, 36_500, 1_000).DifferenceFrom(Rate.Of(380, 36_200, 1_000)), Rate.Of(450, 36_500).RatioTo(Rate.Of(380, 36_200)),
        EventCount.Of(1), EventCount.Of(12), SampleMean.Of([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11.5]),
        DirectlyStandardisedRate.Of([.. Enumerable.Range(1, 19).Select(i => (double)i)], [.. Enumerable.Repeat(5_000.0, 19)]), DirectlyStandardisedRate.Of([.. Enumerable.Repeat(0.0, 19)], [.. Enumerable.Repeat(5_000.0, 19)]),
        StandardisedRatio.Of(45, 36.61), StandardisedRatio.Of(0, 3.2, 100), IndirectlyStandardisedRate.Of(45, [1_000, 2_000], [100, 500], [10_000, 20_000]),
        Weights["age"], Absences.RateRatios("Age")[0], Births.OddsRatios("lwt")[0].Per(10), Births.MarginalEffects(ReferenceData.Births, "smoke")[0],
        Weights.Test("race"), Births.Test("race"), LikelihoodRatioTest.Of(Crude, Model.Count("Days").On("Age", "Sex").Fit(ReferenceData.Absences, Family.NegativeBinomial)), Lung.TestProportionalHazards(SurvivalData.Lung)[0], Lung.TestProportionalHazards(SurvivalData.Lung)[^1],
        Absences.Overdispersion!, Absences.Rows, Lung.Rows, Lung.Rows.Missing[0], BrierScore.Of(AssessmentData.Patients, "risk", "poor"), RocCurve.Compare(AssessmentData.Patients, "s100b", "wfns", "poor"),
        Calibration.Groups[0], Calibration.Groups[^1], WideFunnel.Overdispersion!, Inequality.Simulate(seed: 1, repetitions: 1_000), Lung.Baselines[0], Curves[0].Median(), Curves[0].Quantile(0.99), Curves[0].At(365), Model.Survival("time", "died").LogRank(SurvivalData.Lung, "sex").Groups[0],
        Bootstrap.Rows(50, MeanRow, seed: 1, replications: 200),
        Absences.Specification, Births.Specification, Weights.Specification, Amounts.Specification, Lung.Specification,
        ((Term)"Age"), Spline("Age", 4), Factor("Sex", "F"), Interaction("Age", "Sex"),
    ];

    private static double MeanRow(ReadOnlySpan<int> rows)
    {
        var sum = 0.0;
        foreach (var row in rows) sum += row;
        return sum / rows.Length;
    }
}
