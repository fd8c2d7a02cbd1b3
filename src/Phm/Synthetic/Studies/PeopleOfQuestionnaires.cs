using Phm.Populations;

namespace Phm.Synthetic.Studies;

/// <summary>
/// Says which questionnaires are of one person: those of one sex and one decile whose ages lie as far apart as two questionnaires may, with as many conditions
/// later as before or a few more; of these, one with much the same health and level. So margins stay what they were drawn to be, and a person's
/// level may change.
/// </summary>
internal sealed class PeopleOfQuestionnaires
{
    private const int MorePhysical = 2;
    private const int MoreMental = 1;

    private readonly SyntheticParameters _parameters;
    private readonly ulong _seed;
    private readonly StudyQuestionnaire[] _order;
    private readonly Dictionary<(bool IsMale, int Decile), StudyQuestionnaire[]> _alike;
    private readonly HashSet<StudyQuestionnaire> _taken = [];
    private readonly int _leastGap;
    private readonly Period _days;

    public PeopleOfQuestionnaires(SyntheticParameters parameters, ulong seed, StudyQuestionnaire[] questionnaires)
    {
        (_parameters, _seed) = (parameters, seed);
        _leastGap = Whole("study.least_gap");
        var records = StudyFrame.Records(parameters);
        _days = new Period(records.First.Plus(StudyFrame.DaysBefore(parameters)), records.Last.Plus(-StudyFrame.DaysAfter(parameters)));
        _alike = questionnaires.GroupBy(q => (q.IsMale, q.Decile)).ToDictionary(group => group.Key, group => group.OrderBy(q => q.AgeDays).ToArray());
        _order = Shuffled(questionnaires);
    }

    /// <summary>The people; those with most questionnaires first.</summary>
    public StudyPerson[] Link()
    {
        var people = Whole("study.people");
        var three = Whole("study.people_with_three");
        var two = _order.Length - people - 2 * three;
        var histories = Histories(3, three).Concat(Histories(2, two)).ToList();
        histories.AddRange(_order.Where(_taken.Add).Select(q => (StudyQuestionnaire[])[q]));
        return [.. histories.Select((history, number) => new StudyPerson(number, history, BirthOf(history, number)))];
    }

    private List<StudyQuestionnaire[]> Histories(int length, int count)
    {
        var histories = new List<StudyQuestionnaire[]>();
        foreach (var first in _order)
        {
            if (histories.Count == count) return histories;
            if (_taken.Contains(first) || History(first, length) is not { } history) continue;
            _taken.UnionWith(history);
            histories.Add(history);
        }
        return histories.Count == count ? histories
            : throw new DataException($"Not enough questionnaires can be those of one person: {histories.Count} people with {length} of {count}. Expected more years of records (study.years) or a smaller least gap (study.least_gap).");
    }

    private StudyQuestionnaire[]? History(StudyQuestionnaire first, int length)
    {
        var history = new List<StudyQuestionnaire> { first };
        // Each later questionnaire leaves room for those that are still to come.
        while (history.Count < length)
        {
            if (Next(history[^1], first, (length - 1 - history.Count) * _leastGap) is not { } next) return null;
            history.Add(next);
        }
        return [.. history];
    }

    private StudyQuestionnaire? Next(StudyQuestionnaire before, StudyQuestionnaire first, int room)
    {
        var alike = _alike[(before.IsMale, before.Decile)];
        var latest = first.AgeDays + _days.Days - 1 - room;
        StudyQuestionnaire? best = null;
        for (var i = FirstOfAge(alike, before.AgeDays + _leastGap); i < alike.Length && alike[i].AgeDays <= latest; i++)
        {
            var q = alike[i];
            if (_taken.Contains(q) || q.Physical - before.Physical is < 0 or > MorePhysical || q.Mental - before.Mental is < 0 or > MoreMental) continue;
            if (best is null || Unlike(before, q) < Unlike(before, best)) best = q;
        }
        return best;
    }

    private static double Unlike(StudyQuestionnaire a, StudyQuestionnaire b) => Math.Abs(a.Health - b.Health) + 0.5 * Math.Abs(a.Level - b.Level);

    private static int FirstOfAge(StudyQuestionnaire[] sorted, int age)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle].AgeDays < age) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>A birth with which all questionnaires fall on days that have a whole window in the records.</summary>
    private Day BirthOf(StudyQuestionnaire[] history, int number)
    {
        var random = new RandomStream(_seed, (ulong)number, Purpose.StudyPeople);
        var span = history[^1].AgeDays - history[0].AgeDays;
        return _days.First.Plus(random.Below(_days.Days - span) - history[0].AgeDays);
    }

    private StudyQuestionnaire[] Shuffled(StudyQuestionnaire[] questionnaires)
    {
        var random = new RandomStream(_seed, ulong.MaxValue, Purpose.StudyPeople);
        var shuffled = questionnaires.ToArray();
        for (var i = shuffled.Length - 1; i > 0; i--)
        {
            var j = random.Below(i + 1);
            (shuffled[i], shuffled[j]) = (shuffled[j], shuffled[i]);
        }
        return shuffled;
    }

    private int Whole(string name) => (int)_parameters.Number(name);
}
