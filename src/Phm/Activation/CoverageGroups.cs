using Phm.Disclosure;

namespace Phm.Activation;

/// <summary>
/// The groups of one kind, as age bands, with how many people each has and how many of them were measured. Totals are those of every kind,
/// so that none of them may be hidden for one kind alone: where protecting a group would hide a total, all groups of the kind are hidden.
/// Where few people of all were measured, or few were not, how many people there are is all that is told.
/// </summary>
internal sealed class CoverageGroups
{
    private const int Measured = 0;
    private const int NotMeasured = 1;
    private const int Both = 2;

    /// <summary>How much dearer it is to hide a group that others are compared with.</summary>
    private const double CostOfEnds = 1000;

    private readonly DisclosurePolicy _policy;
    private readonly Lattice _lattice;
    private readonly long[] _counts;
    private readonly bool[] _hidden;

    /// <param name="kind">What the groups are of.</param>
    /// <param name="names">The names of the groups.</param>
    /// <param name="counts">For each group those who were measured, then those who were not.</param>
    /// <param name="policy">The policy by which numbers are shown.</param>
    /// <param name="ends">Groups that are compared with each other, of which others are hidden first.</param>
    public CoverageGroups(string kind, IReadOnlyList<string> names, long[] counts, DisclosurePolicy policy, params int[] ends)
    {
        (Kind, Names, _policy) = (kind, names, policy);
        _lattice = new Lattice(Axis.WithTotal(names.Count), Axis.WithTotal(2));
        _counts = _lattice.Totals(counts);
        var costs = _counts.Select((count, node) => Math.Max(1.0, count) * (ends.Contains(_lattice.Coordinate(node, 0)) ? CostOfEnds : 1));
        _hidden = SecondarySuppression.Protect(_lattice, _counts, policy, costs: [.. costs]);
        var isAlmostAllOrNone = policy.Suppresses(Exactly(All, Measured)) || policy.Suppresses(Exactly(All, NotMeasured));
        if (!isAlmostAllOrNone && !Enumerable.Range(Measured, Both + 1).Any(column => _hidden[_lattice.Index(All, column)])) return;
        for (var node = 0; node < _hidden.Length; node++)
            _hidden[node] = _lattice.Coordinate(node, 0) != All || (isAlmostAllOrNone && _lattice.Coordinate(node, 1) != Both);
    }

    public string Kind { get; }

    public IReadOnlyList<string> Names { get; }

    /// <summary>The group of everyone.</summary>
    public int All => Names.Count;

    public DisclosedValue People(int group) => Node(group, Both);

    public DisclosedValue MeasuredPeople(int group) => Node(group, Measured);

    /// <summary>Whether nobody is in the group, as those without a recorded sex mostly are.</summary>
    public bool IsEmpty(int group) => Exactly(group, Both) == 0;

    private long Exactly(int group, int column) => _counts[_lattice.Index(group, column)];

    private DisclosedValue Node(int group, int column)
    {
        var node = _lattice.Index(group, column);
        return _policy.Count(_counts[node], _hidden[node]);
    }
}
