using Phm.Activation;
using Phm.Charting;
using Phm.Disclosure;
using Phm.Populations;
using Phm.Presentation;

namespace Phm.Tests.Activation;

public sealed class ActivationStudyTests
{
    private static readonly Period s_january = Period.Between("2024-01-01", "2024-01-31");

    [Fact]
    public void A_study_shows_itself_as_text_and_html()
    {
        Expectation.Matches(StudySample.Study.ToString(), "Activation/study.txt");
        Expectation.Matches(StudySample.Study.ToTable().ToHtml(), "Activation/study.html");
    }

    [Fact]
    public void Unconfirmed_cut_points_are_called_so_wherever_levels_are_shown()
    {
        var study = StudySample.People.PatientActivation(StudySample.Year, CutPoints.Older, covered: StudySample.Covered);
        foreach (var result in (Result[])[study, study.CrudeUse, study.AdjustedUse([ActivationOutcome.EdAttendances]), study.AdjustedUse([ActivationOutcome.EdAttendances]).WhatIf(LevelMove.OneLevelUp), study.Inequality()])
        {
            Assert.Contains("UNCONFIRMED CUT-POINTS", result.ToString(), StringComparison.Ordinal);
            Assert.Contains("UNCONFIRMED CUT-POINTS", result.ToTable().ToHtml(), StringComparison.Ordinal);
        }
        Assert.DoesNotContain("UNCONFIRMED", StudySample.Study.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Shares_are_of_questionnaires_and_people_stand_at_each_of_their_levels()
    {
        var study = StudyPeople.Of("""
            id | answers                       | activity
            A  | 2024-01-10 40; 2024-01-20 60  | gp 2024-01-01
            B  | 2024-01-10 60                 | gp 2024-01-31
            C  | 2024-01-10 64                 |
            """).PatientActivation(s_january, window: new UseWindow(1, 1), policy: DisclosurePolicy.UnprotectedForSyntheticDataOnly);
        Assert.Equal((4, 3, 1), (study.Questionnaires().Value, study.People().Value, study.PeopleWithSeveral.Value));
        Assert.Equal((1, 0, 3, 0), (study.People(1).Value, study.People(2).Value, study.People(3).Value, study.People(4).Value));
        Assert.Equal((0.75, 224 / 4.0), (study.Share(3).Value, study.MeanScore().Value));
        Assert.True(study.MeanScore(2).IsMissing);
        Assert.Throws<ArgumentOutOfRangeException>(() => study.People(5));
    }

    [Fact]
    public void A_small_level_is_suppressed_with_another_so_that_it_cannot_be_worked_out()
    {
        var study = Many((20, 40), (4, 50), (30, 60), (15, 80)).PatientActivation(s_january, window: new UseWindow(1, 1));
        Assert.True(study.Questionnaires(2).IsSuppressed);
        Assert.Equal(2, Enumerable.Range(1, 4).Count(level => study.Questionnaires(level).IsSuppressed));
        Assert.All(Enumerable.Range(1, 4), level => Assert.Equal(study.Questionnaires(level).IsSuppressed, study.People(level).IsSuppressed && study.MeanScore(level).IsSuppressed));
        Assert.Equal(70, study.Questionnaires().Value);
        Assert.True(study.MeanScore().IsSuppressed);
        Assert.True(study.CrudeUse.ToTable().Rows[^1][9].Number.IsSuppressed);
        Assert.Equal(4, study.Under(DisclosurePolicy.UnprotectedForSyntheticDataOnly).Questionnaires(2).Value);
    }

    [Fact]
    public void Questionnaires_of_few_people_are_suppressed_however_many_they_are()
    {
        var answers = string.Join("; ", Enumerable.Range(1, 20).Select(day => $"2024-01-{day:00} 50"));
        var study = StudyPeople.Of($"""
            id | answers   | activity
            A  | {answers} | gp 2023-12-01; gp 2024-03-01
            {string.Join('\n', Enumerable.Range(0, 60).Select(i => $"P{i} | 2024-01-10 {(i % 2 == 0 ? 40 : 60)} |"))}
            """).PatientActivation(s_january, window: new UseWindow(1, 1));
        Assert.True(study.Questionnaires(2).IsSuppressed);
        Assert.True(study.People(2).IsSuppressed);
        Assert.True(study.PeopleWithSeveral.IsSuppressed);
        Assert.Contains("[c] questionnaires share days", study.CrudeUse.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_has_a_row_a_questionnaire_and_prints_none_of_them()
    {
        var study = StudySample.Study;
        var table = study.Table();
        Assert.Equal(study.Studied.Length, table.Rows);
        Assert.Equal(
            ["Person", "ActivationLevel", "Score", "Age", "Sex", "ImdDecile", "PhysicalConditions", "MentalConditions", "Years", .. Vocabulary<ActivationOutcome>.All.Select(outcome => outcome.ToString())],
            table.Columns);
        Assert.DoesNotContain("PSEUDO", table.ToString(), StringComparison.Ordinal);
        Assert.True(table.ToString().Split('\n').Length < table.Rows);
        var people = table.NumberAt("Person", "the person").Values;
        Assert.Equal(Enumerable.Range(1, (int)ActivationStudy.People(study.Studied)).Select(number => (double)number), people.Distinct());
    }

    [Fact]
    public void Nothing_that_a_study_shows_names_a_person()
    {
        var study = StudySample.Study;
        foreach (var result in (Result[])[study, study.CrudeUse, study.AdjustedUse([ActivationOutcome.GpContacts]), study.Coverage(), study.Inequality()])
            Assert.DoesNotContain("PSEUDO", result.ToString() + result.ToCsv(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_study_charts_itself()
    {
        var study = StudySample.Study;
        Chart[] charts = [study.Bars(), study.CrudeUse.Bars(ActivationOutcome.EdAttendances), study.Coverage().Bars(), study.Inequality().Bars()];
        Expectation.Matches(string.Join('\n', charts.Select(chart => chart.ToString())), "Activation/charts.txt");
        Assert.All(charts, chart => Assert.StartsWith("<svg", chart.ToSvg(), StringComparison.Ordinal));
    }

    [Fact]
    public void Data_without_questionnaires_or_activity_say_which_table_to_bring()
    {
        const string table = """
            id | answers       | activity
            A  | 2024-01-10 40 | gp 2024-01-10
            """;
        Assert.Contains("'activation'", Fails(StudyPeople.Of(table, withAnswers: false)), StringComparison.Ordinal);
        Assert.Contains("'activity'", Fails(StudyPeople.Of(table, withActivity: false)), StringComparison.Ordinal);
        Assert.Contains("'activity' has no rows", Fails(StudyPeople.Of("""
            id | answers
            A  | 2024-01-10 40
            """)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_period_without_questionnaires_or_whole_windows_says_what_to_choose()
    {
        var people = StudyPeople.Of("""
            id | answers       | activity
            A  | 2024-01-10 40 | gp 2024-01-01; gp 2024-01-20
            """);
        Assert.Contains("no questionnaire of patient activation in 2023", Fails(people, Period.CalendarYear(2023)), StringComparison.Ordinal);
        Assert.Contains("choose a shorter window", Fails(people), StringComparison.Ordinal);
        Assert.Single(people.PatientActivation(s_january, window: new UseWindow(9, 10)).Studied);
    }

    [Fact]
    public void Levels_that_cannot_be_compared_are_one_clear_error()
    {
        var same = Many((20, 40)).PatientActivation(s_january, window: new UseWindow(1, 1));
        Assert.Contains("same level", Assert.Throws<DataException>(() => same.AdjustedUse()).Message, StringComparison.Ordinal);
        var none = Many((20, 50), (20, 60)).PatientActivation(s_january, window: new UseWindow(1, 1));
        Assert.Contains("level 1, with which the others are compared", Assert.Throws<DataException>(() => none.AdjustedUse()).Message, StringComparison.Ordinal);
        var undiagnosed = StudyPeople.Of("""
            id | answers       | activity
            A  | 2024-01-10 40 | gp 2024-01-01
            B  | 2024-01-10 60 | gp 2024-01-30
            """, withDiagnoses: false).PatientActivation(s_january, window: new UseWindow(1, 1));
        Assert.Contains("'diagnoses'", Assert.Throws<DataException>(() => undiagnosed.AdjustedUse()).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("PhysicalConditions", undiagnosed.Table().Columns);
        Assert.DoesNotContain("conditions", undiagnosed.Coverage().ToString().Split('\n').First(line => line.StartsWith("Everyone ", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cohort_is_studied_like_everyone()
    {
        var women = StudySample.People.Where(StudySample.Year, person => person.Sex == Sex.Female, name: "women");
        var study = women.PatientActivation(StudySample.Year, covered: StudySample.Covered);
        Assert.Equal(StudySample.Study.Studied.Where(row => row.Sex == Sex.Female).Select(row => row.Date), study.Studied.Select(row => row.Date));
        Assert.StartsWith("Patient activation, women (synthetic), 2024", study.ToString(), StringComparison.Ordinal);
    }

    /// <summary>So many people with one score each, all seen between New Year's Day and the end of the month.</summary>
    private static Population Many(params (int People, int Score)[] groups) => StudyPeople.Of($"""
        id | sex | imd | answers | activity
        X  |     |     |         | gp 2023-12-01; gp 2024-03-01
        {string.Join('\n', groups.SelectMany((group, g) => Enumerable.Range(0, group.People).Select(i => $"G{g}-{i} | {(i % 2 == 0 ? "F" : "M")} | {1 + i % 10} | 2024-01-10 {group.Score} | gp 2024-01-10")))}
        """);

    private static string Fails(Population people, Period? period = null) => Assert.Throws<DataException>(() => people.PatientActivation(period ?? s_january)).Message;
}
