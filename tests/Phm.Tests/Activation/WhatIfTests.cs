using Phm.Activation;
using Phm.Charting;
using Phm.Disclosure;
using static Phm.Activation.ActivationOutcome;

namespace Phm.Tests.Activation;

public sealed class WhatIfTests
{
    private static readonly ActivationWhatIf s_up = StudySample.Study.WhatIf(LevelMove.From(1, to: 2));

    private static readonly ActivationStudy s_exact = StudySample.Study.Under(DisclosurePolicy.UnprotectedForSyntheticDataOnly);

    [Fact]
    public void A_what_if_shows_itself_as_text_and_html()
    {
        Expectation.Matches(s_up.ToString(), "Activation/what-if.txt");
        Expectation.Matches(s_up.ToTable().ToHtml(), "Activation/what-if.html");
    }

    [Fact]
    public void The_assumption_stands_beside_the_numbers_wherever_they_are_shown()
    {
        foreach (var rendering in (string[])[s_up.ToString(), s_up.ToTable().ToHtml(), s_up.Bars().ToString()])
        {
            Assert.Contains(ActivationWhatIf.Assumption, rendering, StringComparison.Ordinal);
            Assert.Contains("were the association causal", rendering, StringComparison.Ordinal);
        }
        Assert.Contains("ASSUMPTION", s_up.Bars().ToSvg(), StringComparison.Ordinal);
        Assert.Contains("ASSUMPTION", s_up.Bars().ToPlotly(), StringComparison.Ordinal);
        Assert.Contains("if causal (an assumption)", s_up.ToCsv(), StringComparison.Ordinal);
        Assert.DoesNotContain("£", s_up.ToCsv(), StringComparison.Ordinal);
    }

    [Fact]
    public void With_level_alone_the_numbers_are_people_times_differences_of_means()
    {
        var study = s_exact;
        var whatIf = study.AdjustedUse([EdAttendances], adjustFor: []).WhatIf(LevelMove.From(1, to: 2));
        var people = study.Studied.GroupBy(row => row.Patient).Count(rows => rows.Last().Level == 1);
        var (at1, at2) = (study.CrudeUse.Mean(EdAttendances, 1).Value, study.CrudeUse.Mean(EdAttendances, 2).Value);
        Assert.Equal(people * at1 * 365.25 / 365, whatIf.Expected(EdAttendances).Value, 4);
        Assert.Equal(people * (at2 - at1) * 365.25 / 365, whatIf.Difference(EdAttendances).Value, 4);
        var (low, high) = whatIf.Interval(EdAttendances);
        Assert.Equal(whatIf.Difference(EdAttendances).Value, (low.Value + high.Value) / 2, 6);
        Assert.True(low.Value < high.Value);
        Assert.Equal(5 * Math.Round(people / 5.0), StudySample.Study.AdjustedUse([EdAttendances], adjustFor: []).WhatIf(whatIf.Move).People.Value);
    }

    [Fact]
    public void Moving_one_level_is_the_difference_that_the_regression_itself_gives()
    {
        var study = s_exact;
        var fit = study.AdjustedUse([GpContacts])[GpContacts].Adjusted!;
        var movers = study.LastOfEachPerson.Where(row => row.Level == 1 && row.DeprivationDecile.HasValue).ToArray();
        var effect = fit.Difference(StudyTable.OfAYear(study, movers), "ActivationLevel", "2", "1");
        var whatIf = study.AdjustedUse([GpContacts]).WhatIf(LevelMove.From(1, to: 2));
        Assert.Equal(movers.Length * effect.Estimate, whatIf.Difference(GpContacts).Value, 8);
        Assert.Equal(movers.Length * effect.Interval().Low, whatIf.Interval(GpContacts).Low.Value, 8);
    }

    [Fact]
    public void A_move_of_ones_own_says_who_goes_where()
    {
        var move = LevelMove.Of("everyone below level 3 to level 3", level => Math.Max(3, level));
        Assert.Equal([3, 3, 3, 4], Enumerable.Range(1, 4).Select(move.To));
        Assert.Equal([2, 3, 4, 4], Enumerable.Range(1, 4).Select(LevelMove.OneLevelUp.To));
        Assert.Equal([1, 4, 3, 4], Enumerable.Range(1, 4).Select(LevelMove.From(2, to: 4).To));
        Assert.Contains("everyone below level 3 to level 3", StudySample.Study.AdjustedUse([GpContacts]).WhatIf(move).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_move_that_moves_nobody_or_leads_nowhere_is_an_error()
    {
        Assert.Throws<ArgumentException>(() => LevelMove.From(2, to: 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => LevelMove.From(0, to: 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => LevelMove.From(1, to: 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => LevelMove.Of("up", level => level + 1));
        Assert.Throws<ArgumentException>(() => LevelMove.Of(" ", level => 4));
    }
}
