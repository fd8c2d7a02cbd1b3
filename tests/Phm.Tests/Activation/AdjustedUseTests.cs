using Phm.Activation;
using Phm.Charting;
using Phm.Disclosure;
using Phm.Populations;
using Phm.Statistics;
using static Phm.Activation.ActivationOutcome;

namespace Phm.Tests.Activation;

public sealed class AdjustedUseTests
{
    private static readonly AdjustedUse s_use = StudySample.Study.AdjustedUse();

    private static readonly ActivationStudy s_exact = StudySample.Study.Under(DisclosurePolicy.UnprotectedForSyntheticDataOnly);

    [Fact]
    public void The_table_sets_crude_and_adjusted_ratios_side_by_side()
    {
        Expectation.Matches(s_use.ToString(), "Activation/adjusted-use.txt");
        Expectation.Matches(s_use.ToTable().ToHtml(), "Activation/adjusted-use.html");
    }

    [Fact]
    public void A_forest_plot_draws_crude_beside_adjusted()
    {
        var at4 = s_use.ForestPlot(level: 4);
        Assert.Equal(["Crude", "Adjusted"], at4.Series);
        Assert.Equal(s_use.Outcomes.Select(fitted => fitted.Outcome.Name()), at4.Rows.Select(row => row.Label));
        Assert.Equal(s_use.Ratio(GpContacts, 4), at4.Rows[0].Estimates[1].Value);
        Assert.Equal(s_use.CrudeInterval(GpContacts, 4).Low, at4.Rows[0].Estimates[0].Low);
        Assert.Equal(3 * s_use.Outcomes.Count, s_use.ForestPlot().Rows.Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => s_use.ForestPlot(level: 1));
        Expectation.Matches(at4.ToString(), "Activation/forest.txt");
        Assert.All((string[])[">Crude<", ">Adjusted<", "nothing here shows that a higher level is the cause"], words => Assert.Contains(words, at4.ToSvg(), StringComparison.Ordinal));
    }

    [Fact]
    public void The_adjusted_ratios_are_those_of_the_model_that_an_analyst_would_write()
    {
        var fit = Model.Count("EmergencyAdmissions").On("ActivationLevel", Term.Spline("Age", 4), "Sex", "ImdDecile", "PhysicalConditions", "MentalConditions")
            .Exposure("Years").ClusteredBy("Person").Fit(StudySample.Study.Table(), Family.NegativeBinomial);
        var exact = s_exact.AdjustedUse([EmergencyAdmissions]);
        Assert.Equal(Family.NegativeBinomial, s_use[EmergencyAdmissions].Family);
        foreach (var level in (int[])[2, 3, 4])
        {
            var ratio = fit.RateRatio("ActivationLevel", ActivationStudy.NameOf(level), "1");
            Assert.Equal(ratio.Value, exact.Ratio(EmergencyAdmissions, level).Value, 10);
            Assert.Equal(ratio.Value, s_use.Ratio(EmergencyAdmissions, level).Value, 2);
            Assert.Equal(ratio.Interval().Low, exact.Interval(EmergencyAdmissions, level).Low.Value, 10);
            Assert.Equal(ratio.Interval().High, exact.Interval(EmergencyAdmissions, level).High.Value, 10);
        }
        Assert.Equal(fit.Clusters, s_use[EmergencyAdmissions].Adjusted!.Clusters);
        Assert.True(fit.Clusters < fit.Rows.Used);
    }

    [Fact]
    public void With_level_alone_a_ratio_is_that_of_the_means()
    {
        var alone = s_exact.AdjustedUse([EdAttendances], adjustFor: []);
        foreach (var level in (int[])[2, 3, 4])
        {
            Assert.Equal(s_exact.CrudeUse.Ratio(EdAttendances, level).Value, alone.CrudeRatio(EdAttendances, level).Value, 6);
            Assert.Equal(alone.CrudeRatio(EdAttendances, level).Value, alone.Ratio(EdAttendances, level).Value, 10);
        }
    }

    [Fact]
    public void Crude_and_adjusted_ratios_are_of_the_same_questionnaires_those_that_miss_nothing()
    {
        var fitted = s_use[GpContacts];
        Assert.True(fitted.Adjusted!.Rows.Used < StudySample.Study.Studied.Length);
        Assert.Equal(fitted.Adjusted.Rows.Used, fitted.Crude!.Rows.Used);
        Assert.Equal(StudySample.Study.Studied.Count(row => row.DeprivationDecile.HasValue), fitted.Adjusted.Rows.Used);
    }

    [Fact]
    public void Counts_that_vary_no_more_than_by_chance_are_fitted_as_poisson_and_that_is_said()
    {
        // Everyone has exactly one contact, or two at level 3: no dispersion can be estimated.
        var study = Level1And3("gp 2024-01-15", "gp 2024-01-15; gp 2024-01-15");
        var use = study.AdjustedUse([GpContacts], adjustFor: ["Sex"]);
        Assert.Equal(Family.Poisson, use[GpContacts].Family);
        Assert.Equal(2, use.Ratio(GpContacts, 3).Value, 6);
        Assert.Contains("GP contacts: Poisson regressions, because", use.ToString(), StringComparison.Ordinal);
        Assert.True(use.Ratio(GpContacts, 2).IsMissing);
    }

    [Fact]
    public void An_outcome_that_nobody_has_is_not_estimated_and_that_is_said()
    {
        var use = Level1And3("gp 2024-01-15", "gp 2024-01-15; gp 2024-01-15").AdjustedUse([EmergencyAdmissions], adjustFor: ["Sex"]);
        Assert.Null(use[EmergencyAdmissions].Family);
        Assert.True(use[EmergencyAdmissions].Questionnaires.IsMissing);
        Assert.True(use.Ratio(EmergencyAdmissions, 3).IsMissing);
        Assert.Contains("Emergency admissions could not be estimated.", use.ToString(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => use[GpContacts]);
        Assert.Throws<ArgumentOutOfRangeException>(() => use.Ratio(EmergencyAdmissions, 1));
    }

    [Fact]
    public void A_ratio_of_a_level_at_which_few_have_any_is_suppressed()
    {
        var study = Level1And3("gp 2024-01-15", "gp 2024-01-15; gp 2024-01-15", level1Also: i => i < 5 ? "; ae 2024-01-15; ae 2024-01-15; ae 2024-01-15" : "", level3Also: i => i < 20 ? "; ae 2024-01-15" : "");
        var use = study.AdjustedUse([EdAttendances], adjustFor: []);
        Assert.NotNull(use[EdAttendances].Family);
        Assert.True(use.Ratio(EdAttendances, 3).IsSuppressed);
        Assert.True(use.CrudeInterval(EdAttendances, 3).Low.IsSuppressed);
        Assert.False(use[EdAttendances].Dispersion.IsShown);
        Assert.All(use.ForestPlot(3).Rows.Single().Estimates, estimate => Assert.True(estimate.Value.IsSuppressed && estimate.Low.IsSuppressed && estimate.High.IsSuppressed));
        Assert.True(use.WhatIf(LevelMove.From(1, to: 3)).Difference(EdAttendances).IsSuppressed);
        Assert.True(study.Under(DisclosurePolicy.UnprotectedForSyntheticDataOnly).AdjustedUse([EdAttendances], adjustFor: []).Ratio(EdAttendances, 3).IsShown);
    }

    [Theory]
    [InlineData(1, 0, 1, true)]
    [InlineData(0, 3, 4, true)]
    [InlineData(0, 12, 1, false)]
    [InlineData(0, 0, 1, false)]
    public void A_crude_regression_does_not_tell_of_the_few_who_miss_something_beside_the_ratio_of_means(int at1, int at3, int answers, bool isHidden)
    {
        // Those without a sex are in the ratio of means and not in the regression.
        var questionnaires = string.Join("; ", Enumerable.Range(10, answers).Select(day => $"2024-01-{day} SCORE"));
        var study = StudyPeople.Of($"""
            id | sex | answers | activity
            {string.Join('\n', Enumerable.Range(0, 100).Select(i => $"P{i} | {(i < at1 || i >= 50 && i < 50 + at3 ? "" : i % 2 == 0 ? "F" : "M")} | {questionnaires.Replace("SCORE", i < 50 ? "40" : "60", StringComparison.Ordinal)} | {string.Join("; ", Enumerable.Repeat("gp 2024-01-11", 1 + i % 4))}"))}
            """).PatientActivation(Period.Between("2024-01-01", "2024-01-31"), window: new UseWindow(1, 1), covered: Period.Between("2024-01-01", "2024-01-31"));
        var use = study.AdjustedUse([GpContacts], adjustFor: ["Sex"]);
        Assert.True(study.CrudeUse.Ratio(GpContacts, 3).IsShown);
        Assert.Equal(isHidden, use.CrudeRatio(GpContacts, 3).IsSuppressed);
        Assert.Equal(isHidden, use.CrudeInterval(GpContacts, 3).High.IsSuppressed);
        Assert.Equal(isHidden, use.ForestPlot(3).Rows.Single().Estimates[0].Value.IsSuppressed);
        Assert.Equal(isHidden, use[GpContacts].Questionnaires.IsSuppressed);
        Assert.True(use.Ratio(GpContacts, 3).IsShown);
    }

    [Fact]
    public void No_number_has_more_digits_than_are_printed_so_that_none_tells_the_counts_it_is_made_from()
    {
        foreach (var outcome in s_use.Outcomes.Select(fitted => fitted.Outcome))
        {
            foreach (var level in (int[])[2, 3, 4])
            {
                DisclosedValue[] numbers =
                [
                    s_use.Ratio(outcome, level), s_use.Interval(outcome, level).Low, s_use.Interval(outcome, level).High, s_use.CrudeRatio(outcome, level), s_use.CrudeInterval(outcome, level).Low,
                    s_use[outcome].Dispersion, s_use.Study.CrudeUse.Mean(outcome, level), s_use.Study.CrudeUse.StandardDeviation(outcome, level), s_use.Study.CrudeUse.Ratio(outcome, level), s_use.Study.MeanScore(level),
                ];
                Assert.All(numbers, number => Assert.True(!number.IsShown || number.Value == Math.Round(number.Value, 2)));
            }
        }
        // The ratio is that of exact means, not of those that are shown.
        var (at4, at1) = (s_exact.CrudeUse.Mean(EdAttendances, 4).Value, s_exact.CrudeUse.Mean(EdAttendances, 1).Value);
        Assert.Equal(Math.Round(at4 / at1, 2), s_use.Study.CrudeUse.Ratio(EdAttendances).Value);
        Assert.NotEqual(Math.Round(at4, 2), at4);
    }

    [Fact]
    public void No_regression_is_told_only_what_the_policy_lets_through()
    {
        Assert.DoesNotContain(typeof(AdjustedOutcome).GetProperties(), property => typeof(FittedModel).IsAssignableFrom(property.PropertyType));
        Assert.DoesNotContain(typeof(AdjustedUse).GetProperties(), property => typeof(FittedModel).IsAssignableFrom(property.PropertyType));
        Assert.Equal(5 * Math.Round(s_use[GpContacts].Adjusted!.Rows.Used / 5.0), s_use[GpContacts].Questionnaires.Value);
        Assert.True(s_use[GpContacts].Dispersion.IsShown);
    }

    [Fact]
    public void Adjustment_finds_what_was_put_into_the_data()
    {
        // Use falls by a tenth with every level; that the ill are at lower levels makes the crude ratio fall further.
        var interval = s_use.Interval(GpContacts, 4);
        Assert.InRange(0.729, interval.Low.Value, interval.High.Value);
        Assert.True(s_use.CrudeRatio(GpContacts, 4).Value < s_use.Ratio(GpContacts, 4).Value);
    }

    private static ActivationStudy Level1And3(string level1, string level3, Func<int, string>? level1Also = null, Func<int, string>? level3Also = null) => StudyPeople.Of($"""
        id | sex | answers | activity
        {string.Join('\n', Enumerable.Range(0, 80).Select(i => $"P{i} | {(i % 2 == 0 ? "F" : "M")} | 2024-01-15 {(i < 40 ? 40 : 60)} | {(i < 40 ? level1 + level1Also?.Invoke(i) : level3 + level3Also?.Invoke(i - 40))}"))}
        Z | F | | emergency 2024-01-15
        """).PatientActivation(Period.Between("2024-01-01", "2024-01-31"), window: new UseWindow(1, 1), covered: Period.Between("2024-01-01", "2024-01-31"));
}
