using Phm.Activation;
using Phm.Disclosure;
using Phm.Populations;
using static Phm.Activation.ActivationOutcome;

namespace Phm.Tests.Activation;

/// <summary>What counts around a questionnaire, and which questionnaires can be studied, worked out by hand.</summary>
public sealed class CountingTests
{
    private static readonly Period s_january = Period.Between("2024-01-01", "2024-01-31");
    private static readonly Period s_covered = Period.Between("2023-01-01", "2024-12-31");

    /// <summary>From 10 days before to 10 days after: of a questionnaire on 15 January the days from the 5th to the 25th.</summary>
    private static readonly UseWindow s_window = new(10, 10);

    [Theory]
    [InlineData("gp 2024-01-05; gp 2024-01-25 attended; gp 2024-01-10 missed; gp 2024-01-04; gp 2024-01-26", GpContacts, 2)]
    [InlineData("gp 2024-01-10 missed; gp 2024-01-11", GpDidNotAttend, 1)]
    [InlineData("outpatient 2024-01-10 attended; outpatient 2024-01-11; outpatient 2024-01-12 missed", OutpatientAttended, 1)]
    [InlineData("outpatient 2024-01-10 attended; outpatient 2024-01-11; outpatient 2024-01-12 missed", OutpatientDidNotAttend, 1)]
    [InlineData("ae 2024-01-15; ae 2024-01-16 minor; ae 2024-01-17 major", EdAttendances, 3)]
    [InlineData("ae 2024-01-15; ae 2024-01-16 minor; ae 2024-01-17 major", MinorSelfReferredEd, 1)]
    [InlineData("emergency 2024-01-15..2024-02-15; elective 2024-01-06; emergency 2023-12-31..2024-01-20", EmergencyAdmissions, 1)]
    [InlineData("elective 2024-01-06..2024-01-08; day_case 2024-01-09", ElectiveAdmissions, 2)]
    [InlineData("elective 2024-01-06..2024-01-08; elective 2024-01-25..2024-01-30; elective 2024-01-10; emergency 2024-01-12..2024-01-20", ElectiveOvernightNights, 7)]
    public void An_event_counts_by_the_day_on_which_it_begins(string activity, ActivationOutcome outcome, int expected)
    {
        Assert.Equal([expected], CountsOf(activity, outcome));
    }

    [Theory]
    [InlineData("emergency 2024-01-02..2024-01-05; emergency 2024-01-20..2024-01-21", 1)] // 15 days after the end of the first, which began before the window
    [InlineData("elective 2023-12-10..2023-12-16; emergency 2024-01-15", 1)] // 30 days
    [InlineData("elective 2023-12-10..2023-12-15; emergency 2024-01-15", 0)] // 31 days
    [InlineData("emergency 2024-01-05..2024-01-15; emergency 2024-01-15", 1)] // discharged and back on the same day
    [InlineData("emergency 2024-01-15..2024-01-15; emergency 2024-01-15..2024-01-16", 0)] // none began on an earlier day
    [InlineData("emergency 2024-01-05..2024-01-20; emergency 2024-01-15", 0)] // still in hospital
    [InlineData("emergency 2024-01-05..2024-01-20; emergency 2024-01-06..2024-01-07; emergency 2024-01-15", 1)]
    [InlineData("day_case 2024-01-14..2024-01-14; emergency 2024-01-15", 0)]
    [InlineData("emergency 2024-01-10; emergency 2024-01-15", 0)] // the end of the first is not known
    [InlineData("emergency 2024-01-10..2024-01-11; elective 2024-01-15..2024-01-16", 0)]
    [InlineData("emergency 2024-01-10..2024-01-11; emergency 2024-01-15..2024-01-16; emergency 2024-01-20..2024-01-21", 2)]
    public void A_readmission_begins_within_30_days_of_the_end_of_an_earlier_admission(string activity, int expected)
    {
        Assert.Equal([expected], CountsOf(activity, ReadmissionsWithin30Days));
    }

    [Fact]
    public void Several_questionnaires_of_a_person_each_have_their_window()
    {
        var study = StudyPeople.Of("""
            id | answers                                      | activity
            A  | 2024-01-05 40; 2024-01-15 60; 2024-01-31 80  | ae 2024-01-10; ae 2024-01-30
            """).PatientActivation(s_january, window: s_window, covered: s_covered, policy: DisclosurePolicy.UnprotectedForSyntheticDataOnly);
        Assert.Equal([1, 1, 1], study.Studied.Select(row => study.Count(row, EdAttendances)));
        Assert.Equal([1, 3, 4], study.Studied.Select(row => row.Level));
        Assert.Equal((3, 1, 1), (study.Questionnaires().Value, study.People().Value, study.PeopleWithSeveral.Value));
        Assert.Equal([true, true, true], study.Studied.Select(row => row.Overlaps));
    }

    [Fact]
    public void A_window_that_ends_the_day_before_another_begins_does_not_overlap_it()
    {
        var study = StudyPeople.Of("""
            id | answers                       | activity
            A  | 2024-01-01 40; 2024-01-22 60  | gp 2024-01-11
            """).PatientActivation(s_january, window: s_window, covered: s_covered);
        Assert.Equal([false, false], study.Studied.Select(row => row.Overlaps));
    }

    [Theory]
    [InlineData("", nameof(WindowState.Whole), 21)]
    [InlineData("death 2024-01-20", nameof(WindowState.Whole), 16)] // the 5th to the 20th
    [InlineData("death 2024-01-15", nameof(WindowState.Whole), 11)]
    [InlineData("death 2024-01-20 to 2024-01-20", nameof(WindowState.Whole), 16)]
    [InlineData("death 2024-01-20 to 2024-01-18", nameof(WindowState.BeyondRegistration), 16)]
    [InlineData("death 2024-01-14", nameof(WindowState.NotRegistered), 21)]
    [InlineData("from 2024-01-05", nameof(WindowState.Whole), 21)]
    [InlineData("from 2024-01-06", nameof(WindowState.BeyondRegistration), 21)]
    [InlineData("to 2024-01-25", nameof(WindowState.Whole), 21)]
    [InlineData("to 2024-01-24", nameof(WindowState.BeyondRegistration), 21)]
    [InlineData("to 2024-01-14", nameof(WindowState.NotRegistered), 21)]
    [InlineData("from 2024-01-16", nameof(WindowState.NotRegistered), 21)]
    public void A_window_is_whole_within_registration_and_death_ends_it(string dates, string state, int days)
    {
        var words = dates.Split(' ', StringSplitOptions.RemoveEmptyEntries).Chunk(2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        string Cell(string name) => words.GetValueOrDefault(name, "");
        var row = Assert.Single(Run($"""
            id | from | to | death | answers
            A  | {Cell("from")} | {Cell("to")} | {Cell("death")} | 2024-01-15 40
            """).Rows.ToArray());
        Assert.Equal((state, days), (row.Window.ToString(), row.Days));
    }

    [Theory]
    [InlineData("2024-01-05", "2024-01-25", nameof(WindowState.Whole))]
    [InlineData("2024-01-06", "2024-01-25", nameof(WindowState.BeyondData))]
    [InlineData("2024-01-05", "2024-01-24", nameof(WindowState.BeyondData))]
    public void A_window_is_whole_within_the_days_that_the_data_cover(string first, string last, string state) =>
        Assert.Equal(state, Assert.Single(Run("""
            id | answers
            A  | 2024-01-15 40
            """, Period.Between(first, last)).Rows.ToArray()).Window.ToString());

    [Fact]
    public void The_days_covered_are_the_first_to_the_last_of_any_activity_where_none_are_given()
    {
        var study = StudyPeople.Of("""
            id | answers       | activity
            A  | 2024-01-15 40 | gp 2024-01-10
            B  |               | gp 2024-01-02; prescribing 2024-01-29
            """).PatientActivation(s_january, window: s_window);
        Assert.Equal("2024-01-02 to 2024-01-29", study.Covered.ToString());
    }

    [Fact]
    public void A_level_without_a_score_is_used_as_it_is_and_has_no_part_in_the_mean_score()
    {
        var study = StudyPeople.Of("""
            id | answers            | activity
            A  | 2024-01-15 level 4 | gp 2024-01-10
            B  | 2024-01-15 80      |
            C  | 2024-01-15 40      |
            """).PatientActivation(s_january, window: s_window, covered: s_covered, policy: DisclosurePolicy.UnprotectedForSyntheticDataOnly);
        Assert.Equal((2, 80, 60), (study.Questionnaires(4).Value, study.MeanScore(4).Value, study.MeanScore().Value));
        Assert.Equal(4, study.Studied[0].Level);
    }

    [Fact]
    public void Who_a_person_is_is_seen_on_the_day_of_the_questionnaire()
    {
        var row = Assert.Single(Run("""
            id | birth      | sex | imd | conditions                     | answers
            A  | 1950-01-16 | F   | 3   | diabetes; copd; depression     | 2024-01-15 40
            """).Rows.ToArray());
        Assert.Equal((73, Sex.Female, 3, 2, 2, 1), (row.Age, row.Sex, row.DeprivationDecile, row.DeprivationFifth, row.PhysicalConditions, row.MentalConditions));
    }

    [Fact]
    public void What_no_row_records_is_not_an_outcome()
    {
        var study = StudyPeople.Of("""
            id | answers       | activity
            A  | 2024-01-15 40 | gp 2024-01-10; outpatient 2024-01-10 attended; ae 2024-01-11
            """).PatientActivation(s_january, window: s_window, covered: s_covered);
        Assert.Equal([EmergencyAdmissions, ElectiveAdmissions, GpDidNotAttend, MinorSelfReferredEd, ElectiveOvernightNights, ReadmissionsWithin30Days], Vocabulary<ActivationOutcome>.All.Except(study.Outcomes));
        Assert.Throws<ArgumentException>(() => study.CrudeUse.Mean(MinorSelfReferredEd));
        Assert.Contains("Not recorded in the data: Emergency admissions, Elective admissions, GP did not attend, Minor self-referred ED, Elective overnight length of stay, 30-day readmissions.", study.CrudeUse.ToString(), StringComparison.Ordinal);
    }

    private static IEnumerable<int> CountsOf(string activity, ActivationOutcome outcome)
    {
        var rows = Run($"""
            id | answers       | activity
            A  | 2024-01-15 40 | {activity}
            """);
        return rows.Where(_ => true).Select(row => rows.Count(row, outcome));
    }

    private static QuestionnaireRows Run(string table, Period? covered = null) =>
        ActivationFold.Run(StudyPeople.Of(table), s_january, covered ?? s_covered, CutPoints.Published, s_window);
}
