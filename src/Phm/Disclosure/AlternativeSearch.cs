namespace Phm.Disclosure;

/// <summary>
/// Looks for the cheapest set of nodes to hide so that a node's value stays uncertain: the corners of a box with one
/// <see cref="AxisMove"/> along every axis. Adding an amount to half the corners and taking it from the others leaves every total the sum of
/// its parts and every node beside the corners as it is, so the reader cannot tell the table from that alternative.
/// </summary>
internal sealed class AlternativeSearch
{
    /// <summary>How many changes along an axis are tried at first, and where these give no answer.</summary>
    private const int Narrow = 48, Wide = 400;

    private readonly SuppressionState _state;
    private readonly AxisMoves[] _axes;
    private readonly List<int> _nodes = [];
    private readonly List<bool> _gains = [];
    private List<AxisMove>[] _moves = [];
    private int[] _order = [];
    private int _target;
    private double _limit;
    private int[]? _best;

    public AlternativeSearch(SuppressionState state)
    {
        _state = state;
        _axes = [.. Enumerable.Range(0, state.Lattice.Axes.Count).Select(axis => new AxisMoves(state, axis))];
    }

    /// <summary>The nodes, the target first, that hidden together keep the target's range as wide as it must be. There is always an answer.</summary>
    public int[] Find(int target) => Find(target, Narrow) ?? Find(target, Wide) ?? Last(target);

    private int[]? Find(int target, int breadth)
    {
        _target = target;
        _limit = double.PositiveInfinity;
        _best = null;
        _moves = [.. _axes.Select(axis => axis.Through(target, breadth))];
        _order = [.. Enumerable.Range(0, _moves.Length).OrderBy(axis => _moves[axis].Count)];
        _nodes.Clear();
        _gains.Clear();
        _nodes.Add(target);
        _gains.Add(true);
        Extend(0, 0, double.PositiveInfinity, _state.Room[target]);
        return _best;
    }

    private void Extend(int depth, double cost, double up, double down)
    {
        if (depth == _order.Length)
        {
            _best = [.. _nodes];
            _limit = cost;
            return;
        }
        var axis = _order[depth];
        var origin = _state.Lattice.Coordinate(_target, axis);
        var stride = _state.Lattice.Stride(axis);
        var size = _nodes.Count;
        foreach (var move in _moves[axis])
        {
            var (c, u, d) = (cost, up, down);
            if (TryAdd(move.Gains, true) && TryAdd(move.Losses, false)) Extend(depth + 1, c, u, d);
            _nodes.RemoveRange(size, _nodes.Count - size);
            _gains.RemoveRange(size, _gains.Count - size);

            bool TryAdd(int[] along, bool gain)
            {
                foreach (var coordinate in along)
                {
                    for (var k = 0; k < size; k++)
                    {
                        var node = _nodes[k] + (coordinate - origin) * stride;
                        c += _state.CostOf(node);
                        if (_gains[k] == gain) d = Math.Min(d, _state.Room[node]);
                        else u = Math.Min(u, _state.Room[node]);
                        if (c >= _limit || u + d < _state.Width[_target]) return false;
                        _nodes.Add(node);
                        _gains.Add(_gains[k] == gain);
                    }
                }
                return true;
            }
        }
    }

    /// <summary>
    /// A cell and every total that it counts towards, up to the grand total: the reader can then not rule out that there is more
    /// in the cell.
    /// </summary>
    private int[] Last(int target)
    {
        var axes = _state.Lattice.Axes;
        var leaf = target;
        for (var axis = 0; axis < axes.Count; axis++) leaf = LargestLeaf(leaf, axis);
        List<int> nodes = [leaf];
        for (var axis = 0; axis < axes.Count; axis++)
        {
            var size = nodes.Count;
            var origin = _state.Lattice.Coordinate(leaf, axis);
            for (var node = axes[axis].Parent(origin); node >= 0; node = axes[axis].Parent(node))
            {
                for (var k = 0; k < size; k++) nodes.Add(nodes[k] + (node - origin) * _state.Lattice.Stride(axis));
            }
        }
        return [.. nodes.OrderBy(node => node != target)];
    }

    private int LargestLeaf(int index, int axis)
    {
        var origin = _state.Lattice.Coordinate(index, axis);
        var line = index - origin * _state.Lattice.Stride(axis);
        var largest = -1;
        foreach (var leaf in _state.Lattice.Axes[axis].LeavesBeneath(origin))
        {
            var node = line + leaf * _state.Lattice.Stride(axis);
            if (largest < 0 || _state.Values[node] > _state.Values[largest]) largest = node;
        }
        return largest;
    }
}
