using Phm.Disclosure;

namespace Phm.Activation;

/// <summary>
/// The groups of one kind, as age bands, with how many people each has and how many of them were measured. Totals are those of every kind,
/// so that none of them may be hidden for one kind alone: where protecting a group would hide a total, all groups of the kind are hidden.
/// Where few people of all were measured, or few were not, or their number would tell of few beside that of questionnaires, how many people there are is all that is told.
/// </summary>
internal sealed class CoverageGroups
{
    private const int Measured = 0;
    private const int NotMeasured = 1;
    private const int Both = 2;
    private const int Columns = 3;

    private readonly DisclosurePolicy _policy;
    private readonly long[] _counts;
    private readonly bool[] _hidden;

    /// <param name="kind">What the groups are of.</param>
    /// <param name="names">The names of the groups.</param>
    /// <param name="counts">For each group those who were measured, then those who were not.</param>
    /// <param name="policy">The policy by which numbers are shown.</param>
    /// <param name="hidesMeasured">Whether the number of people who were measured must not be told for another reason.</param>
    public CoverageGroups(string kind, IReadOnlyList<string> names, long[] counts, DisclosurePolicy policy, bool hidesMeasured = false)
        : this(kind, names, Lattice(names.Count).Totals(counts), Protect(Lattice(names.Count), counts, policy), policy, areTotalsShared: true, hidesMeasured)
    {
    }

    /// <summary>Groups that were protected with those of another table.</summary>
    /// <param name="kind">What the groups are of.</param>
    /// <param name="names">The names of the groups.</param>
    /// <param name="counts">For each group, and for everyone at the end, those who were measured, those who were not, and both.</param>
    /// <param name="hidden">Whether each of the counts is hidden.</param>
    /// <param name="policy">The policy by which numbers are shown.</param>
    /// <param name="areTotalsShared">Whether everyone is the same as of every other kind.</param>
    /// <param name="hidesMeasured">Whether the number of people who were measured must not be told for another reason.</param>
    public CoverageGroups(string kind, IReadOnlyList<string> names, long[] counts, bool[] hidden, DisclosurePolicy policy, bool areTotalsShared, bool hidesMeasured)
    {
        (Kind, Names, _counts, _hidden, _policy) = (kind, names, counts, hidden, policy);
        if (!areTotalsShared) return;
        var isPeopleAlone = hidesMeasured || IsAlmostAllOrNone(Exactly(All, Measured), Exactly(All, NotMeasured), policy);
        if (!isPeopleAlone && !Enumerable.Range(Measured, Columns).Any(column => _hidden[Node(All, column)])) return;
        for (var node = 0; node < _hidden.Length; node++) _hidden[node] = node / Columns != All || (isPeopleAlone && node % Columns != Both);
    }

    public string Kind { get; }

    public IReadOnlyList<string> Names { get; }

    /// <summary>The group of everyone.</summary>
    public int All => Names.Count;

    public DisclosedValue People(int group) => Shown(group, Both);

    public DisclosedValue MeasuredPeople(int group) => Shown(group, Measured);

    /// <summary>Whether nobody is in the group, as those without a recorded sex mostly are.</summary>
    public bool IsEmpty(int group) => Exactly(group, Both) == 0;

    /// <summary>Whether so few were measured, or were not, that only how many people there are is told.</summary>
    public static bool IsAlmostAllOrNone(long measured, long notMeasured, DisclosurePolicy policy) => policy.Suppresses(measured) || policy.Suppresses(notMeasured);

    private static bool[] Protect(Lattice lattice, long[] leaves, DisclosurePolicy policy) => SecondarySuppression.Protect(lattice, lattice.Totals(leaves), policy);

    private static Lattice Lattice(int groups) => new(Axis.WithTotal(groups), Axis.WithTotal(Both));

    private long Exactly(int group, int column) => _counts[Node(group, column)];

    private static int Node(int group, int column) => group * Columns + column;

    private DisclosedValue Shown(int group, int column) => _policy.Count(Exactly(group, column), _hidden[Node(group, column)]);
}
