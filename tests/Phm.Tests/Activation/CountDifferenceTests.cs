using Phm.Activation;
using Phm.Disclosure;
using Phm.Populations;

namespace Phm.Tests.Activation;

/// <summary>Numbers of a study that a reader may take from one another: none of their differences tells of few people.</summary>
public sealed class CountDifferenceTests
{
    private static readonly Period s_january = Period.Between("2024-01-01", "2024-01-31");

    /// <summary>What is hidden is then not blurred by rounding either.</summary>
    private static readonly DisclosurePolicy s_unrounded = DisclosurePolicy.Default with { RoundTo = 1 };

    [Fact]
    public void Questionnaires_less_people_do_not_tell_how_few_have_several()
    {
        // 3 people have two at level 1: 103 questionnaires, 100 people.
        var study = Of(100, i => i < 3 ? "2024-01-10 40; 2024-01-20 40" : $"2024-01-10 {(i % 2 == 0 ? 40 : 60)}");
        Assert.Equal(103, study.Questionnaires().Value);
        Assert.True(study.PeopleWithSeveral.IsSuppressed && study.People().IsSuppressed && study.People(1).IsSuppressed);
        Assert.True(study.Coverage().Measured.IsSuppressed);
        Assert.True(study.Inequality().People(1).IsSuppressed);
        Assert.True(study.People(3).IsShown);
    }

    [Fact]
    public void People_at_levels_do_not_tell_how_few_were_at_several()
    {
        // 20 people have two questionnaires, of whom 3 at different levels.
        var study = Of(100, i => i < 20 ? $"2024-01-10 40; 2024-01-20 {(i < 3 ? 60 : 40)}" : $"2024-01-10 {(i % 2 == 0 ? 40 : 60)}");
        Assert.True(study.PeopleWithSeveral.IsShown && study.People(1).IsShown && study.People(3).IsShown);
        Assert.True(study.People().IsSuppressed && study.Coverage().Measured.IsSuppressed);
    }

    [Fact]
    public void Many_who_have_several_are_told()
    {
        var study = Of(100, i => i < 20 ? $"2024-01-10 40; 2024-01-20 {(i < 10 ? 60 : 40)}" : $"2024-01-10 {(i % 2 == 0 ? 40 : 60)}");
        Assert.Equal((120, 100, 20), (study.Questionnaires().Value, study.People().Value, study.PeopleWithSeveral.Value));
        Assert.Equal(100, study.Coverage().Measured.Value);
    }

    [Fact]
    public void Measured_people_less_those_studied_do_not_tell_how_few_were_left_out()
    {
        // 3 people left their practice the day after the questionnaire.
        var study = Of(100, i => $"2024-01-10 {(i % 2 == 0 ? 40 : 60)}", i => i < 3 ? "2024-01-10" : "");
        Assert.Equal((100, 97), (study.Coverage().Measured.Value, study.Questionnaires().Value));
        Assert.True(study.People().IsSuppressed);
        // That nobody has several would make the 97 questionnaires 97 people.
        Assert.True(study.PeopleWithSeveral.IsSuppressed);
        Assert.DoesNotContain("no person has several", study.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("No person's windows overlap", study.CrudeUse.ToString(), StringComparison.Ordinal);
    }

    /// <summary>So many people who answered, and as many who did not.</summary>
    private static ActivationStudy Of(int people, Func<int, string> answers, Func<int, string>? to = null) => StudyPeople.Of($"""
        id | imd | to | answers | activity
        {string.Join('\n', Enumerable.Range(0, 2 * people).Select(i => $"P{i} | {1 + i % 10} | {(i < people ? to?.Invoke(i) : "")} | {(i < people ? answers(i) : "")} |"))}
        """).PatientActivation(s_january, window: new UseWindow(1, 1), covered: s_january, policy: s_unrounded);
}
