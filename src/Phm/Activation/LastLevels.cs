using Phm.Disclosure;

namespace Phm.Activation;

/// <summary>
/// How many people were at each level at last, and at which levels that is not told: people who would move are sums of these, so that two
/// moves, or a move and all people, would give what one of them hides.
/// </summary>
internal sealed class LastLevels
{
    private static readonly Lattice s_levels = new(Axis.WithTotal(LevelCounts.Levels));

    private readonly DisclosurePolicy _policy;
    private readonly Questionnaire[] _people;
    private readonly bool[] _hidden;

    public LastLevels(ActivationStudy study)
    {
        (_policy, _people) = (study.Policy, study.LastOfEachPerson);
        var levels = Enumerable.Range(1, LevelCounts.Levels).Select(level => _people.LongCount(row => row.Level == level)).ToArray();
        _hidden = SecondarySuppression.Protect(s_levels, s_levels.Totals(levels), _policy, alsoHidden: [.. levels.Select((last, k) => Tells(study, k + 1, last)), study.People().IsSuppressed]);
    }

    /// <summary>Whether it is told how many people would move, and what they would use, in view of those among them who miss nothing of a model.</summary>
    /// <param name="move">The move.</param>
    /// <param name="complete">Those who would move and miss nothing.</param>
    public bool Hides(LevelMove move, Questionnaire[] complete)
    {
        var moving = Enumerable.Range(1, LevelCounts.Levels).Where(level => move.To(level) != level).ToArray();
        return moving.Any(level => _hidden[level - 1] || IsFew([level])) || IsFew(moving) || _policy.Suppresses(_people.Length - complete.Length);

        bool IsFew(int[] levels)
        {
            var counted = complete.LongCount(row => levels.Contains(row.Level));
            return _policy.Suppresses(counted) || _policy.Suppresses(_people.LongCount(row => levels.Contains(row.Level)) - counted);
        }
    }

    /// <summary>
    /// Whether the number who were at a level at last would tell of few: beside that of everyone who ever was there how few went elsewhere or, where
    /// that is hidden, beside questionnaires how few answered before the last.
    /// </summary>
    private static bool Tells(ActivationStudy study, int level, long last)
    {
        var (people, elsewhere) = (study.People(level), study.Counts.ExactPeople(level) - last);
        return study.Counts.IsHidden(level) || (people.IsSuppressed ? elsewhere == 0 || study.Policy.Suppresses(study.Counts.Exactly(level) - last) : study.Policy.Suppresses(elsewhere));
    }
}
