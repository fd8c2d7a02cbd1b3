namespace Phm.Disclosure;

/// <summary>
/// Hides nodes until each suppressed node has an alternative: a set of hidden nodes, itself among them, that keeps its value uncertain.
/// </summary>
internal static class SuppressionPlan
{
    /// <summary>
    /// Protects the nodes that are suppressed from the start. What it hides on the way needs no more: it belongs to the alternative
    /// that it was hidden for, and is as uncertain.
    /// </summary>
    public static void Protect(SuppressionState state, IEnumerable<int> primary)
    {
        var search = new AlternativeSearch(state);
        var isSafe = new bool[state.Lattice.Count];
        foreach (var target in primary.OrderByDescending(node => Leaves(state.Lattice, node)).ThenBy(node => node))
        {
            if (isSafe[target]) continue;
            foreach (var node in search.Find(target))
            {
                state.Hidden[node] = true;
                isSafe[node] |= state.Width[node] <= state.Width[target];
            }
        }
    }

    /// <summary>How many leaves a node is the sum of: a total is protected before its parts, which its alternatives run through.</summary>
    private static long Leaves(Lattice lattice, int node)
    {
        var leaves = 1L;
        for (var axis = 0; axis < lattice.Axes.Count; axis++) leaves *= lattice.Axes[axis].LeavesBeneath(lattice.Coordinate(node, axis)).Length;
        return leaves;
    }
}
