using Phm.Populations;

namespace Phm.Synthetic.Studies;

/// <summary>Says which conditions the numbers of conditions are, and since when a person has had them.</summary>
internal sealed class ConditionDraw(SyntheticParameters parameters)
{
    private const int EarliestAge = 17;
    private const double LongestYears = 15;

    private readonly (Condition Condition, double Weight)[] _physical = Weights(parameters, "physical_condition.");
    private readonly (Condition Condition, double Weight)[] _mental = Weights(parameters, "mental_condition.");

    /// <summary>The conditions of a person: those of the first questionnaire since some day before it, others since some day between two questionnaires.</summary>
    public List<(Condition Condition, Day Since)> Of(StudyPerson person, ref RandomStream random)
    {
        var conditions = new List<(Condition, Day)>();
        Add(person, _physical, q => q.Physical, ref random, conditions);
        Add(person, _mental, q => q.Mental, ref random, conditions);
        return conditions;
    }

    private static void Add(StudyPerson person, (Condition Condition, double Weight)[] weights, Func<StudyQuestionnaire, int> count, ref RandomStream random, List<(Condition, Day)> conditions)
    {
        var order = Order(weights, ref random);
        var had = 0;
        StudyQuestionnaire? before = null;
        foreach (var q in person.Questionnaires)
        {
            // Nobody is younger than 18, so there are days before each first questionnaire.
            var since = before is null ? Math.Max((int)(365.25 * EarliestAge), q.AgeDays - (int)(365.25 * LongestYears)) : before.AgeDays + 1;
            for (; had < count(q); had++) conditions.Add((order[had], person.Birth.Plus(since + random.Below(q.AgeDays - since))));
            before = q;
        }
    }

    /// <summary>An order of all conditions, common ones first more often: drawing by weight without putting back (Efraimidis and Spirakis 2006, doi:10.1016/j.ipl.2005.11.003).</summary>
    private static Condition[] Order((Condition Condition, double Weight)[] weights, ref RandomStream random)
    {
        var keys = new double[weights.Length];
        for (var i = 0; i < keys.Length; i++) keys[i] = -Math.Log(1 - random.Uniform()) / weights[i].Weight;
        var order = weights.Select(entry => entry.Condition).ToArray();
        Array.Sort(keys, order);
        return order;
    }

    private static (Condition Condition, double Weight)[] Weights(SyntheticParameters parameters, string prefix) =>
        [.. parameters.StartingWith(prefix).Select(entry => (SyntheticParameters.ConditionOf(entry.Name), entry.Value))];
}
