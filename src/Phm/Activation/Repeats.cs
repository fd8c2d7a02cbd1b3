using Phm.Disclosure;

namespace Phm.Activation;

/// <summary>
/// How people differ from questionnaires: who answered several times, who at several levels, and who was measured but is not studied. A reader
/// has these as differences of shown numbers, so where one is of few people a number that it is the difference of is hidden.
/// </summary>
internal sealed class Repeats
{
    private readonly bool[] _hidesPeople = new bool[LevelCounts.Levels + 1];

    public Repeats(QuestionnaireRows rows, DisclosurePolicy policy)
    {
        int[][] studied = ByPerson(rows.Where(row => row.Window == WindowState.Whole));
        int[][] measured = ByPerson(rows.Where(row => row.Window != WindowState.NotRegistered));
        People = Several(studied);
        for (var level = 1; level <= LevelCounts.Levels; level++) _hidesPeople[level] = policy.Suppresses(studied.Count(own => own.Count(at => at == level) > 1));
        var (isFewLeftOut, atSeveral) = (policy.Suppresses(measured.Length - studied.Length), studied.Count(own => own.Distinct().Count() > 1));
        // Where nobody has several, questionnaires are people; to say so would tell whoever was left out.
        IsHidden = isFewLeftOut || IsFew(studied, policy);
        _hidesPeople[0] = IsHidden || policy.Suppresses(atSeveral);
        HidesMeasured = IsFew(measured, policy) || (measured.Length == studied.Length && _hidesPeople[0]);
    }

    /// <summary>People with several questionnaires that are studied.</summary>
    public long People { get; }

    /// <summary>Whether that number is hidden.</summary>
    public bool IsHidden { get; }

    /// <summary>Whether the number of everyone who was measured, studied or not, would tell of few.</summary>
    public bool HidesMeasured { get; }

    /// <summary>Whether the number of people at a level would tell of few; 0 for all.</summary>
    public bool HidesPeople(int level) => _hidesPeople[level];

    private static bool IsFew(int[][] people, DisclosurePolicy policy) => Several(people) is var several && several > 0 && (policy.Suppresses(several) || policy.Suppresses(people.Length - several));

    private static long Several(int[][] people) => people.LongCount(own => own.Length > 1);

    /// <summary>The levels of each person's questionnaires.</summary>
    private static int[][] ByPerson(Questionnaire[] rows) => [.. rows.GroupBy(row => row.Patient, (_, own) => own.Select(row => row.Level).ToArray())];
}
