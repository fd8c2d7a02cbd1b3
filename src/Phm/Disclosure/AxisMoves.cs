namespace Phm.Disclosure;

/// <summary>
/// The changes along one axis of a lattice that a node can take part in: the cheapest first, near relatives before distant ones.
/// </summary>
internal sealed class AxisMoves(SuppressionState state, int number)
{
    private readonly Axis _axis = state.Lattice.Axes[number];
    private readonly int _stride = state.Lattice.Stride(number);

    /// <summary>How many ways to spread a change over the leaves beneath a node are tried at most.</summary>
    private const int Spreads = 4;

    /// <summary>The cheapest changes along the axis through a node of the lattice.</summary>
    /// <param name="target">The node that the changes are made for.</param>
    /// <param name="breadth">How many changes are wanted; changes between distant relatives are looked at only if nearer ones are fewer.</param>
    public List<AxisMove> Through(int target, int breadth)
    {
        var origin = state.Lattice.Coordinate(target, number);
        var line = target - origin * _stride;
        var moves = new List<AxisMove>();
        var below = Below(origin, line);
        var above = new List<int>();
        var aboveCost = 0.0;
        for (var node = origin; moves.Count < breadth; node = above[^1])
        {
            var parent = _axis.Parent(node);
            foreach (var (path, cost) in below)
            {
                int[] gains = [.. path, .. above];
                if (parent < 0) Add(moves, target, line, gains, [], cost + aboveCost);
                else AddSwaps(moves, target, line, gains, cost + aboveCost, parent, node);
            }
            if (parent < 0) break;
            above.Add(parent);
            aboveCost += state.CostOf(line + parent * _stride);
        }
        return [.. moves.OrderBy(move => move.Cost).Take(breadth)];
    }

    /// <summary>The cheapest paths from beneath a node to a leaf; the empty path for a leaf.</summary>
    private List<(int[] Path, double Cost)> Below(int origin, int line)
    {
        var paths = new List<(int[] Path, double Cost)>();
        foreach (var leaf in _axis.LeavesBeneath(origin))
        {
            var path = Path(leaf, origin);
            var cost = CostOf(path, line);
            if (double.IsFinite(cost)) paths.Add((path, cost));
        }
        return paths.Count <= Spreads ? paths : [.. paths.OrderBy(path => path.Cost).Take(Spreads)];
    }

    /// <summary>Adds the changes in which a leaf beneath the parent, but not beneath the node, loses what the node gains.</summary>
    private void AddSwaps(List<AxisMove> moves, int target, int line, int[] gains, double cost, int parent, int node)
    {
        foreach (var leaf in _axis.LeavesBeneath(parent))
        {
            if (_axis.IsBeneath(leaf, node)) continue;
            var losses = Path(leaf, parent);
            Add(moves, target, line, gains, losses, cost + CostOf(losses, line));
        }
    }

    private void Add(List<AxisMove> moves, int target, int line, int[] gains, int[] losses, double cost)
    {
        if (!double.IsFinite(cost)) return;
        var up = double.PositiveInfinity;
        var down = state.Room[target];
        foreach (var node in losses) up = Math.Min(up, state.Room[line + node * _stride]);
        foreach (var node in gains) down = Math.Min(down, state.Room[line + node * _stride]);
        if (up + down >= state.Width[target]) moves.Add(new(gains, losses, cost));
    }

    private double CostOf(int[] path, int line)
    {
        var cost = 0.0;
        foreach (var node in path) cost += state.CostOf(line + node * _stride);
        return cost;
    }

    /// <summary>The nodes from a leaf up to, but without, a node above it.</summary>
    private int[] Path(int leaf, int end)
    {
        var length = 0;
        for (var node = leaf; node != end; node = _axis.Parent(node)) length++;
        var path = new int[length];
        for (int node = leaf, k = 0; node != end; node = _axis.Parent(node)) path[k++] = node;
        return path;
    }
}
