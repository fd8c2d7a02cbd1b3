using Phm.Activation;
using Phm.Disclosure;
using Phm.Populations;
using Phm.Statistics;

namespace Phm.Tests.Activation;

/// <summary>Who has been measured, and how unequal activation is.</summary>
public sealed class CoverageTests
{
    private static readonly Period s_january = Period.Between("2024-01-01", "2024-01-31");

    [Fact]
    public void Coverage_and_inequality_show_themselves()
    {
        Expectation.Matches(StudySample.Study.Coverage().ToString(), "Activation/coverage.txt");
        Expectation.Matches(StudySample.Study.Inequality().ToString(), "Activation/inequality.txt");
        Expectation.Matches(StudySample.Study.Inequality().ToTable().ToHtml(), "Activation/inequality.html");
    }

    [Fact]
    public void Measured_people_are_counted_once_among_everyone_present()
    {
        // 4 of 10 most deprived and 8 of 10 least deprived people are measured, one of them twice; one window is not whole, which does not matter here.
        var people = StudyPeople.Of($"""
            id | imd | answers | activity | to
            {string.Join('\n', Enumerable.Range(0, 10).Select(i => $"D{i} | 1 | {(i == 0 ? "2024-01-10 40; 2024-01-20 60" : i < 4 ? "2024-01-10 40" : "")} | |"))}
            {string.Join('\n', Enumerable.Range(0, 10).Select(i => $"L{i} | 10 | {(i < 8 ? "2024-01-10 40" : "")} | | {(i == 0 ? "2024-01-10" : "")}"))}
            Gone | 5 | | | 2023-12-31
            """);
        var study = people.PatientActivation(s_january, window: new UseWindow(1, 1), covered: s_january, policy: DisclosurePolicy.UnprotectedForSyntheticDataOnly);
        var coverage = study.Coverage();
        Assert.Equal((20, 12, 0.6), (coverage.People.Value, coverage.Measured.Value, coverage.Share.Value));
        Assert.Equal(0.5, coverage.MostToLeastDeprived.Value);
        // √(1/4 - 1/10 + 1/8 - 1/10) = 0.41833; 0.5 e^(±1.95996 · 0.41833)
        Assert.Equal(0.22025, coverage.MostToLeastDeprivedInterval.Low.Value, 4);
        Assert.Equal(1.13507, coverage.MostToLeastDeprivedInterval.High.Value, 4);
        var row = coverage.ToTable().Rows.Single(cells => cells[1].Text == "1 (most deprived)");
        var interval = Proportion.Of(4, 10).Interval();
        Assert.Equal([10, 4, 0.4, interval.Low, interval.High], row.Skip(2).Select(cell => cell.Number.Value));
    }

    [Fact]
    public void A_small_group_is_suppressed_with_another_but_rather_not_one_of_the_ends_of_deprivation()
    {
        var study = StudyPeople.Of($"""
            id | imd | answers | activity
            {string.Join('\n', Enumerable.Range(0, 300).Select(i => $"P{i} | {(i < 20 ? "" : 1 + i % 10)} | {(i < 5 || i % 3 == 0 && i >= 20 ? "2024-01-10 40" : "")} |"))}
            """).PatientActivation(s_january, window: new UseWindow(1, 1), covered: s_january);
        var coverage = study.Coverage();
        var rows = coverage.ToTable().Rows.Where(cells => cells[0].Text == "Deprivation").ToArray();
        Assert.True(rows.Single(cells => cells[1].Text == "Not known")[3].Number.IsSuppressed);
        Assert.True(rows.Count(cells => cells[3].Number.IsSuppressed) >= 2);
        Assert.True(coverage.MostToLeastDeprived.IsShown);
        Assert.True(coverage.Measured.IsShown);
    }

    [Fact]
    public void Where_protecting_a_group_would_hide_a_total_the_groups_are_hidden_and_the_totals_shown()
    {
        // Nobody else was left unmeasured or is small: the 4 could be protected by a total alone, which other kinds of groups show.
        var groups = new CoverageGroups("Sex", ["Female", "Male"], [4, 50, 60, 0], DisclosurePolicy.Default);
        Assert.All(Enumerable.Range(0, 2), group => Assert.True(groups.People(group).IsSuppressed && groups.MeasuredPeople(group).IsSuppressed));
        Assert.Equal((115, 65), (groups.People(groups.All).Value, groups.MeasuredPeople(groups.All).Value));
    }

    [Theory]
    [InlineData(3, 50, 2, 60)]
    [InlineData(50, 3, 60, 2)]
    [InlineData(50, 0, 60, 7)]
    public void Where_few_were_measured_or_few_were_not_only_people_are_told(int women, int womenNot, int men, int menNot)
    {
        var groups = new CoverageGroups("Sex", ["Female", "Male"], [women, womenNot, men, menNot], DisclosurePolicy.Default);
        Assert.All(Enumerable.Range(0, 3), group => Assert.True(groups.MeasuredPeople(group).IsSuppressed));
        Assert.Equal((true, true, false), (groups.People(0).IsSuppressed, groups.People(1).IsSuppressed, groups.People(groups.All).IsSuppressed));
    }

    [Fact]
    public void Inequality_is_worked_out_by_hand()
    {
        // Ten people a fifth; 5, 4, 3, 2, 1 of them at level 1, the others at level 3. Ranks are 0.1, 0.3, 0.5, 0.7, 0.9: from 0.5 to 0.1 over 0.8 is a slope of -0.5.
        var study = StudyPeople.Of($"""
            id | imd | answers | activity
            {string.Join('\n', Enumerable.Range(0, 50).Select(i => $"P{i} | {2 * (i / 10) + 1 + i % 2} | {(i % 10 == 9 ? "2024-01-05 90; " : "")}2024-01-10 {(i % 10 < 5 - i / 10 ? 40 : 60)} |"))}
            """).PatientActivation(s_january, window: new UseWindow(1, 1), covered: s_january, policy: DisclosurePolicy.UnprotectedForSyntheticDataOnly);
        var inequality = study.Inequality();
        Assert.Equal([0.5, 0.4, 0.3, 0.2, 0.1], Enumerable.Range(1, 5).Select(fifth => inequality.ShareAtLevel1(fifth).Value));
        Assert.All(Enumerable.Range(1, 5), fifth => Assert.Equal(10, inequality.People(fifth).Value));
        Assert.Equal([2.0, 2.2, 2.4, 2.6, 2.8], Enumerable.Range(1, 5).Select(fifth => Math.Round(inequality.MeanLevel(fifth).Value, 12)));
        Assert.Equal(-0.5, inequality.SlopeOfShareAtLevel1.Value, 12);
        Assert.Equal(1.0, inequality.SlopeOfMeanLevel.Value, 12);
        Assert.Throws<ArgumentOutOfRangeException>(() => inequality.People(6));
    }

    [Fact]
    public void The_mean_of_all_fifths_does_not_tell_the_sum_of_those_that_are_suppressed()
    {
        // 2 people of the third fifth are at level 1, so that another fifth is hidden with it, and the number of all people is not.
        var study = StudyPeople.Of($"""
            id | imd | answers | activity
            {string.Join('\n', Enumerable.Range(0, 400).Select(i => $"P{i} | {1 + i % 10} | {(i < 200 ? $"2024-01-10 {(i % 10 is 4 or 5 ? i < 6 : i % 4 < 2) switch { true => 40, _ => 60 }}" : "")} |"))}
            """).PatientActivation(s_january, window: new UseWindow(1, 1), covered: s_january);
        var inequality = study.Inequality();
        Assert.Equal(2, Enumerable.Range(1, 5).Count(fifth => inequality.MeanLevel(fifth).IsSuppressed));
        var all = inequality.ToTable().Rows[5];
        Assert.Equal(200, all[1].Number.Value);
        Assert.True(all[2].Number.IsSuppressed);
    }

    [Fact]
    public void A_slope_is_suppressed_with_a_fifth_and_missing_where_a_fifth_has_nobody()
    {
        var few = StudyPeople.Of($"""
            id | imd | answers | activity
            {string.Join('\n', Enumerable.Range(0, 100).Select(i => $"P{i} | {1 + i % 10} | 2024-01-10 {(i < 12 ? 40 : 60)} |"))}
            """);
        var study = few.PatientActivation(s_january, window: new UseWindow(1, 1), covered: s_january);
        Assert.True(study.Inequality().SlopeOfShareAtLevel1.IsSuppressed);
        Assert.True(study.Inequality().ShareAtLevel1(1).IsSuppressed);
        Assert.All(study.Inequality().ToTable().Rows[5].Skip(2).Take(3), cell => Assert.True(cell.Number.IsSuppressed));
        var rich = few.Where(s_january, person => person.DeprivationDecile > 2).PatientActivation(s_january, window: new UseWindow(1, 1), covered: s_january, policy: DisclosurePolicy.UnprotectedForSyntheticDataOnly);
        Assert.True(rich.Inequality().SlopeOfMeanLevel.IsMissing);
        Assert.True(rich.Inequality().SlopeOfShareAtLevel1.IsMissing);
        Assert.True(rich.Coverage().MostToLeastDeprived.IsMissing);
    }
}
