using Phm.Disclosure;

namespace Phm.Activation;

/// <summary>
/// How many questionnaires and people there are at each level, and which of these numbers a policy hides. Questionnaires make one tree:
/// those of the period are studied or left out for a reason, and those studied are at a level.
/// </summary>
internal sealed class LevelCounts
{
    public const int Levels = 4;

    private const int Studied = Levels;
    private const int InPeriod = Levels + 4;

    private static readonly Lattice s_tree = new(Axis.Tree([Studied, Studied, Studied, Studied, InPeriod, InPeriod, InPeriod, InPeriod, -1]));

    private readonly long[] _questionnaires;
    private readonly long[] _people;
    private readonly Repeats _repeats;
    private readonly bool[] _hidden;
    private readonly DisclosurePolicy _policy;

    public LevelCounts(QuestionnaireRows rows, DisclosurePolicy policy)
    {
        _policy = policy;
        var (leaves, last) = (new long[InPeriod - 1], new int[InPeriod + 1]);
        _people = new long[InPeriod + 1];
        Array.Fill(last, -1);
        foreach (var row in rows.Rows)
        {
            var leaf = row.Window == WindowState.Whole ? row.Level - 1 : Studied - 1 + (int)row.Window;
            leaves[leaf]++;
            foreach (var node in row.Window == WindowState.Whole ? (int[])[leaf, Studied, InPeriod] : [leaf + 1, InPeriod])
            {
                if (last[node] != row.Patient) _people[node]++;
                last[node] = row.Patient;
            }
        }
        _questionnaires = s_tree.Totals(leaves);
        _hidden = SecondarySuppression.Protect(s_tree, _questionnaires, policy, alsoHidden: [.. _people.Select(policy.Suppresses)]);
        _repeats = new(rows, policy);
    }

    /// <summary>Questionnaires at a level; 0 for all that are studied.</summary>
    public DisclosedValue Questionnaires(int level) => Node(_questionnaires, Of(level));

    /// <summary>People with a questionnaire at a level; 0 for all that are studied. Beside questionnaires they would tell how few people have several; see <see cref="Repeats"/>.</summary>
    public DisclosedValue People(int level) => _policy.Count(_people[Of(level)], _hidden[Of(level)] || _repeats.HidesPeople(level));

    /// <summary>People with several questionnaires that are studied. Who has one only is what they leave, and is protected too.</summary>
    public DisclosedValue PeopleWithSeveral => _policy.Count(_repeats.People, _hidden[Studied] || _repeats.IsHidden);

    /// <summary>Whether the number of people who were measured would tell of few, beside what is shown of questionnaires.</summary>
    public bool HidesMeasured => _repeats.HidesMeasured;

    /// <summary>Questionnaires of the period, whether studied or left out.</summary>
    public DisclosedValue OfPeriod => Node(_questionnaires, InPeriod);

    /// <summary>Questionnaires that were left out for a reason.</summary>
    public DisclosedValue LeftOut(WindowState reason) => Node(_questionnaires, Studied + (int)reason);

    /// <summary>Whether what is known of a level is hidden; 0 for all.</summary>
    public bool IsHidden(int level) => _hidden[Of(level)];

    /// <summary>How many questionnaires there are at a level, for the library alone; 0 for all.</summary>
    public long Exactly(int level) => _questionnaires[Of(level)];

    /// <summary>How many people have a questionnaire at a level, for the library alone; 0 for all.</summary>
    public long ExactPeople(int level) => _people[Of(level)];

    private static int Of(int level) => level == 0 ? Studied : level - 1;

    private DisclosedValue Node(long[] counts, int node) => _policy.Count(counts[node], _hidden[node]);
}
