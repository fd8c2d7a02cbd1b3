using Phm.Disclosure;

namespace Phm.Segmentation;

/// <summary>One two-way table of a grid's overview: a classification with its totals, by segment with its total.</summary>
internal sealed class GridFace
{
    private readonly Lattice _lattice;
    private readonly int _total;
    private readonly long[] _people;
    private readonly double[] _pounds;
    private readonly long[] _contributors;
    private bool[] _peopleHidden;
    private bool[] _spendHidden;

    /// <param name="axis">The classification.</param>
    /// <param name="total">Its node that is the sum of everything.</param>
    /// <param name="segments">How many segments there are.</param>
    /// <param name="people">People at each leaf of the classification and each segment; null where people are not parts of this total.</param>
    /// <param name="pence">Spend likewise.</param>
    /// <param name="contributors">People with spend likewise.</param>
    /// <param name="contributorsOfTotal">People with spend of each segment and of all, where they are fewer than the sum of the parts.</param>
    public GridFace(Axis axis, int total, int segments, long[]? people, long[] pence, long[] contributors, long[]? contributorsOfTotal = null)
    {
        _lattice = new Lattice(axis, Axis.WithTotal(segments));
        _total = total;
        _people = people is null ? [] : _lattice.Totals(people);
        _pounds = [.. _lattice.Totals(pence).Select(sum => sum / 100.0)];
        _contributors = _lattice.Totals(contributors);
        _peopleHidden = new bool[_people.Length];
        _spendHidden = new bool[_lattice.Count];
        for (var segment = 0; contributorsOfTotal is not null && segment <= segments; segment++) _contributors[_lattice.Index(total, segment)] = contributorsOfTotal[segment];
    }

    public DisclosedValue People(int node, int segment, DisclosurePolicy policy)
    {
        var index = _lattice.Index(node, segment);
        return policy.Count(_people[index], _peopleHidden[index]);
    }

    public DisclosedValue Spend(int node, int segment, DisclosurePolicy policy)
    {
        var index = _lattice.Index(node, segment);
        return policy.Amount(_pounds[index], _contributors[index], _spendHidden[index]);
    }

    /// <summary>Hides people, given which node of the classification and which segment are to be hidden.</summary>
    public void HidePeople(Func<int, int, bool> isHidden) =>
        _peopleHidden = [.. Enumerable.Range(0, _lattice.Count).Select(node => isHidden(_lattice.Coordinate(node, 0), _lattice.Coordinate(node, 1)))];

    /// <summary>
    /// Protects the spend, given the segments whose totals are hidden elsewhere, and adds those that are hidden here. Where people are
    /// hidden, so is what was spent on them.
    /// </summary>
    public void ProtectSpend(DisclosurePolicy policy, bool[] totals, bool[] peopleTotals, double costOfTotals)
    {
        var hidden = AtTotals(totals);
        for (var node = 0; node < hidden.Length; node++) hidden[node] |= _people.Length > 0 ? _peopleHidden[node] : peopleTotals[_lattice.Coordinate(node, 1)];
        _spendHidden = SecondarySuppression.ProtectAmounts(_lattice, _pounds, _contributors, policy, hidden, costs: Costs(node => _pounds[node], costOfTotals));
        AddTotals(_spendHidden, totals);
    }

    private bool[] AtTotals(bool[] totals) => [.. Enumerable.Range(0, _lattice.Count).Select(node => _lattice.Coordinate(node, 0) == _total && totals[_lattice.Coordinate(node, 1)])];

    private void AddTotals(bool[] hidden, bool[] totals)
    {
        for (var segment = 0; segment < totals.Length; segment++) totals[segment] |= hidden[_lattice.Index(_total, segment)];
    }

    private double[] Costs(Func<int, double> value, double costOfTotals) =>
    [
        .. Enumerable.Range(0, _lattice.Count).Select(node => (value(node) + 1)
            * (_lattice.Coordinate(node, 0) == _total ? costOfTotals : 1)
            * (_lattice.Coordinate(node, 1) == _lattice.Axes[1].Count - 1 ? costOfTotals : 1)),
    ];
}
