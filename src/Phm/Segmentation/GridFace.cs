using Phm.Disclosure;

namespace Phm.Segmentation;

/// <summary>
/// One two-way table of a grid's overview: a classification with its totals, by segment with its total; people, or pence with the people on
/// whom they were spent.
/// </summary>
internal sealed class GridFace
{
    private readonly Axis _axis;
    private readonly int _total;
    private readonly int _segments;
    private readonly long[] _leaves;
    private readonly long[]? _payerLeaves;
    private readonly long[]? _payersOfTotal;
    private readonly Lattice _lattice;
    private readonly long[] _values;
    private readonly long[] _payers;
    private readonly bool[] _hidden;

    /// <param name="axis">The classification.</param>
    /// <param name="total">Its node that is the sum of everything.</param>
    /// <param name="segments">How many segments there are.</param>
    /// <param name="leaves">People or pence at each leaf of the classification and each segment.</param>
    /// <param name="payers">For pence: on how many people they were spent.</param>
    /// <param name="payersOfTotal">For pence: on how many people of each segment anything was spent, where that is less than the sum.</param>
    public GridFace(Axis axis, int total, int segments, long[] leaves, long[]? payers = null, long[]? payersOfTotal = null)
    {
        (_axis, _total, _segments, _leaves, _payerLeaves, _payersOfTotal) = (axis, total, segments, leaves, payers, payersOfTotal);
        _lattice = new Lattice(axis, Axis.WithTotal(segments));
        _values = _lattice.Totals(leaves);
        _payers = payers is null ? _values : Payers(_lattice, payers, Enumerable.Range(0, segments).Select(segment => (int[])[segment]).ToArray());
        _hidden = new bool[_lattice.Count];
    }

    public long Value(int node, int segment) => _values[_lattice.Index(node, segment)];

    /// <summary>How many people are behind a value.</summary>
    public long People(int node, int segment) => _payers[_lattice.Index(node, segment)];

    public bool IsHidden(int node, int segment) => _hidden[_lattice.Index(node, segment)];

    /// <summary>
    /// Protects the table, given the segments that are hidden in every table of the overview, row by row and with their totals. What is
    /// left of each row for them together is known to a reader, and so is protected like a segment of its own.
    /// </summary>
    /// <param name="policy">The policy.</param>
    /// <param name="hiddenSegments">Segments that are hidden throughout.</param>
    /// <param name="alsoHidden">Whether a number is hidden for another reason.</param>
    /// <returns>Segments whose totals would have to be hidden as well: they must be hidden throughout.</returns>
    public IReadOnlyList<int> Protect(DisclosurePolicy policy, bool[] hiddenSegments, Func<int, int, bool>? alsoHidden = null)
    {
        var groups = Groups(hiddenSegments);
        var lattice = new Lattice(_axis, Axis.WithTotal(groups.Length));
        var values = lattice.Totals(Grouped(_leaves, groups));
        var asked = alsoHidden is null ? null : Enumerable.Range(0, lattice.Count).Select(node => Segment(lattice, node, groups) is { } segment && alsoHidden(lattice.Coordinate(node, 0), segment)).ToArray();
        var costs = values.Select((value, node) => (value + 1.0) * (IsShared(lattice, node) ? GridNodes.CostOfTotals : 1)).ToArray();
        var hidden = _payerLeaves is null
            ? SecondarySuppression.Protect(lattice, values, policy, asked, costs: costs)
            : SecondarySuppression.ProtectAmounts(lattice, [.. values.Select(pence => pence / 100.0)], Payers(lattice, Grouped(_payerLeaves, groups), groups), policy, asked, costs: costs);
        Take(lattice, groups, hidden, hiddenSegments);
        return TotalsToHide(lattice, groups, hidden);
    }

    /// <summary>The columns of the table that is protected: each segment that may be shown, then all hidden ones together.</summary>
    private int[][] Groups(bool[] hiddenSegments)
    {
        var shown = Enumerable.Range(0, _segments).Where(segment => !hiddenSegments[segment]).Select(segment => (int[])[segment]);
        var rest = Enumerable.Range(0, _segments).Where(segment => hiddenSegments[segment]).ToArray();
        return rest.Length == 0 ? [.. shown] : [.. shown, rest];
    }

    private long[] Grouped(long[] leaves, int[][] groups) =>
        [.. from row in Enumerable.Range(0, leaves.Length / _segments) from @group in groups select @group.Sum(segment => leaves[row * _segments + segment])];

    private long[] Payers(Lattice lattice, long[] payers, int[][] groups)
    {
        var sums = lattice.Totals(payers);
        if (_payersOfTotal is null) return sums;
        for (var column = 0; column < groups.Length; column++) sums[lattice.Index(_total, column)] = groups[column].Sum(segment => _payersOfTotal[segment]);
        sums[lattice.Index(_total, groups.Length)] = _payersOfTotal.Sum();
        return sums;
    }

    /// <summary>The segment of a node that is one, the total of all segments for the last column; null for the hidden ones together.</summary>
    private int? Segment(Lattice lattice, int node, int[][] groups)
    {
        var column = lattice.Coordinate(node, 1);
        return column == groups.Length ? _segments : groups[column] is [var segment] ? segment : null;
    }

    /// <summary>The totals of segments stand in every table of the overview, so they are the last to be hidden.</summary>
    private bool IsShared(Lattice lattice, int node) => lattice.Coordinate(node, 0) == _total;

    private void Take(Lattice lattice, int[][] groups, bool[] hidden, bool[] hiddenSegments)
    {
        for (var node = 0; node < _axis.Count; node++)
        {
            for (var column = 0; column < groups.Length; column++)
            {
                foreach (var segment in groups[column]) _hidden[_lattice.Index(node, segment)] = hiddenSegments[segment] || hidden[lattice.Index(node, column)];
            }
            _hidden[_lattice.Index(node, _segments)] = hidden[lattice.Index(node, groups.Length)];
        }
    }

    /// <summary>Where the hidden ones together, or everyone, would have to be hidden, the smallest segment that is left joins them.</summary>
    private int[] TotalsToHide(Lattice lattice, int[][] groups, bool[] hidden)
    {
        var single = Enumerable.Range(0, groups.Length).Where(column => groups[column].Length == 1 && _values[_lattice.Index(_total, groups[column][0])] > 0).ToArray();
        var columns = single.Where(column => hidden[lattice.Index(_total, column)]).ToArray();
        if (columns.Length > 0) return [.. columns.Select(column => groups[column][0])];
        var others = hidden[lattice.Index(_total, groups.Length)] || (groups.Length > 0 && groups[^1].Length > 1 && hidden[lattice.Index(_total, groups.Length - 1)]);
        return others && single.Length > 0 ? [groups[single.MinBy(column => _values[_lattice.Index(_total, groups[column][0])])][0]] : [];
    }
}
