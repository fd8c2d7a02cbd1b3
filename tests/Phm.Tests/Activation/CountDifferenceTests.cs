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

    [Fact]
    public void Moves_do_not_tell_by_their_differences_how_few_are_at_a_level()
    {
        // 15 people were at level 1, and 3 of them are still there at last: the people at the other three levels leave them of all.
        var study = Of(160, i => i < 3 ? "2024-01-10 40" : i < 15 ? "2024-01-10 40; 2024-01-20 50" : $"2024-01-10 {(i < 60 ? 50 : i < 115 ? 60 : 80)}");
        Assert.Equal(160, study.People().Value);
        Assert.Equal(15, study.People(1).Value);
        var use = study.AdjustedUse([ActivationOutcome.GpContacts], adjustFor: []);
        var moving = Enumerable.Range(1, 4).Select(level => use.WhatIf(LevelMove.From(level, to: level % 4 + 1))).ToArray();
        Assert.True(moving[0].People.IsSuppressed);
        Assert.Equal(2, moving.Count(whatIf => whatIf.People.IsSuppressed));
        Assert.All(moving, whatIf => Assert.True(!whatIf.People.IsSuppressed || whatIf.Expected(ActivationOutcome.GpContacts).IsSuppressed));
        // Nor does level 1 with another.
        Assert.True(use.WhatIf(Or(moving[2].Move, 1)).People.IsSuppressed);
    }

    [Fact]
    public void Moves_do_not_tell_by_two_models_how_few_miss_something()
    {
        // 3 at level 1 have no decile of deprivation.
        var study = Of(160, i => $"2024-01-10 {(i < 80 ? 40 : 60)}", imd: i => i is >= 10 and < 13 ? "" : $"{1 + i % 10}");
        var move = LevelMove.From(1, to: 3);
        Assert.Equal(80, study.AdjustedUse([ActivationOutcome.GpContacts], adjustFor: []).WhatIf(move).People.Value);
        Assert.True(study.AdjustedUse([ActivationOutcome.GpContacts], adjustFor: ["ImdDecile"]).WhatIf(move).People.IsSuppressed);
        Assert.Equal(80, study.AdjustedUse([ActivationOutcome.GpContacts], adjustFor: ["ImdDecile"]).WhatIf(LevelMove.From(3, to: 1)).People.Value);
    }

    private static LevelMove Or(LevelMove move, int level) => LevelMove.Of("several levels", at => at == level || move.To(at) != at ? at % 4 + 1 : at);

    /// <summary>So many people who answered, and as many who did not.</summary>
    private static ActivationStudy Of(int people, Func<int, string> answers, Func<int, string>? to = null, Func<int, string>? imd = null) => StudyPeople.Of($"""
        id | imd | to | answers | activity
        {string.Join('\n', Enumerable.Range(0, 2 * people).Select(i => $"P{i} | {imd?.Invoke(i) ?? $"{1 + i % 10}"} | {(i < people ? to?.Invoke(i) : "")} | {(i < people ? answers(i) : "")} | gp 2024-01-{10 + i % 3}; gp 2024-01-11"))}
        """).PatientActivation(s_january, window: new UseWindow(1, 1), covered: s_january, policy: s_unrounded);
}
