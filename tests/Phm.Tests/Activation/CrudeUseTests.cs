using Phm.Activation;
using Phm.Disclosure;
using Phm.Populations;
using static Phm.Activation.ActivationOutcome;

namespace Phm.Tests.Activation;

public sealed class CrudeUseTests
{
    private static readonly Period s_january = Period.Between("2024-01-01", "2024-01-31");

    private static readonly ActivationStudy s_five = StudyPeople.Of("""
        id | birth      | answers       | activity
        A  | 1964-01-01 | 2024-01-15 40 | ae 2024-01-14; ae 2024-01-15; ae 2024-01-16
        B  | 1954-01-01 | 2024-01-15 41 | ae 2024-01-15
        C  | 1944-01-01 | 2024-01-15 42 | ae 2024-01-15; ae 2024-01-15
        D  | 1954-01-01 | 2024-01-15 80 | ae 2024-01-15
        E  | 1954-01-01 | 2024-01-15 90 |
        F  | 1954-01-01 |               | gp 2024-01-15; emergency 2024-01-15
        """).PatientActivation(s_january, window: new UseWindow(1, 1), policy: DisclosurePolicy.UnprotectedForSyntheticDataOnly);

    [Fact]
    public void Means_deviations_and_the_ratio_are_those_worked_out_by_hand()
    {
        var use = s_five.CrudeUse;
        Assert.Equal((2, 1), (use.Mean(EdAttendances, 1).Value, use.StandardDeviation(EdAttendances, 1).Value)); // 3, 1, 2
        Assert.Equal(0.5, use.Mean(EdAttendances, 4).Value); // 1, 0
        Assert.Equal(Math.Sqrt(0.5), use.StandardDeviation(EdAttendances, 4).Value, 12);
        Assert.Equal(1.4, use.Mean(EdAttendances).Value, 12); // 7 in 5
        Assert.Equal(Math.Sqrt(1.3), use.StandardDeviation(EdAttendances).Value, 12); // squares 2.56 + 0.16 + 0.36 + 0.16 + 1.96 = 5.2, over 4
        Assert.Equal(0.25, use.Ratio(EdAttendances).Value);
        Assert.Equal((0, 0), (use.Mean(EmergencyAdmissions, 1).Value, use.Mean(GpContacts).Value));
    }

    [Fact]
    public void A_level_without_questionnaires_is_missing_and_a_ratio_to_0_too()
    {
        var use = s_five.CrudeUse;
        Assert.True(use.Mean(EdAttendances, 2).IsMissing);
        Assert.True(use.Ratio(EmergencyAdmissions).IsMissing);
        Assert.Throws<ArgumentOutOfRangeException>(() => use.Mean(EdAttendances, 0));
    }

    [Fact]
    public void A_mean_to_which_few_people_contribute_is_suppressed_and_so_is_the_mean_of_all()
    {
        // 30 people at level 1 of whom 5 attended, 30 at level 3 who all did.
        var study = StudyPeople.Of($"""
            id | answers | activity
            {string.Join('\n', Enumerable.Range(0, 60).Select(i => $"P{i} | 2024-01-15 {(i < 30 ? 40 : 60)} | gp 2024-01-14{(i is < 5 or >= 30 ? "; ae 2024-01-15" : "; gp 2024-01-16")}"))}
            """).PatientActivation(s_january, window: new UseWindow(1, 1), covered: s_january);
        var use = study.CrudeUse;
        Assert.True(use.Mean(EdAttendances, 1).IsSuppressed);
        Assert.True(use.StandardDeviation(EdAttendances, 1).IsSuppressed);
        Assert.True(use.Mean(EdAttendances).IsSuppressed);
        Assert.Equal(1, use.Mean(EdAttendances, 3).Value);
        Assert.Equal((1.83, 1), (use.Mean(GpContacts, 1).Value, use.Mean(GpContacts, 3).Value));
        Assert.True(use.Ratio(EdAttendances, 3).IsSuppressed);
        Assert.Equal(5 / 30.0, study.Under(DisclosurePolicy.UnprotectedForSyntheticDataOnly).CrudeUse.Mean(EdAttendances, 1).Value);
    }

    [Fact]
    public void The_table_is_laid_out_like_that_of_the_study_that_it_follows()
    {
        Expectation.Matches(StudySample.Study.CrudeUse.ToString(), "Activation/crude-use.txt");
        Expectation.Matches(StudySample.Study.CrudeUse.ToTable().ToHtml(), "Activation/crude-use.html");
    }
}
