namespace Phm.Disclosure;

/// <summary>
/// One classification of a table, with the totals that are shown beside its categories: age bands and all ages, or practices,
/// networks, localities, places and systems. Its nodes are numbered from 0; each node that is not a leaf is the sum of its children.
/// </summary>
public sealed class Axis
{
    private readonly int[] _parents;
    private readonly int[] _leaves;
    private readonly int[] _childrenFirst;
    private readonly int[] _leavesInTreeOrder;
    private readonly (int Start, int End)[] _beneath;

    private Axis(int[] parents)
    {
        _parents = parents;
        var children = Children(parents);
        _leaves = [.. Enumerable.Range(0, parents.Length).Where(node => children[node].Count == 0)];
        _beneath = new (int, int)[parents.Length];
        var leavesInTreeOrder = new List<int>(_leaves.Length);
        var childrenFirst = new List<int>(parents.Length);
        for (var node = 0; node < parents.Length; node++)
        {
            if (parents[node] < 0) Walk(node, children, leavesInTreeOrder, childrenFirst);
        }
        if (childrenFirst.Count < parents.Length)
            throw new ArgumentException("The parents run in a circle; every node must lead up to a root, whose parent is -1.", nameof(parents));
        _leavesInTreeOrder = [.. leavesInTreeOrder];
        _childrenFirst = [.. childrenFirst];
    }

    /// <summary>How many nodes the axis has: leaves and totals.</summary>
    public int Count => _parents.Length;

    /// <summary>The nodes without children, in the order of their numbers.</summary>
    public IReadOnlyList<int> Leaves => _leaves;

    /// <summary>The parent of each node; -1 for a root.</summary>
    public IReadOnlyList<int> Parents => _parents;

    /// <summary>Every node, each after all its children.</summary>
    internal ReadOnlySpan<int> ChildrenFirst => _childrenFirst;

    /// <summary>Categories 0 to <paramref name="categories"/> - 1 and, as the last node, their total.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no category.</exception>
    public static Axis WithTotal(int categories)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(categories, 1);
        return new([.. Enumerable.Repeat(categories, categories), -1]);
    }

    /// <summary>
    /// Categories of which no total is shown or could be formed, such as years: a person may be in several of them.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no category.</exception>
    public static Axis WithoutTotal(int categories)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(categories, 1);
        return new([.. Enumerable.Repeat(-1, categories)]);
    }

    /// <summary>
    /// A tree of categories, in any order of its nodes; a parent may have a single child, and there may be several roots.
    /// </summary>
    /// <param name="parents">The parent of each node; -1 for a root.</param>
    /// <exception cref="ArgumentException">There is no node, a parent is not a node, or the parents run in a circle.</exception>
    public static Axis Tree(IReadOnlyList<int> parents)
    {
        ArgumentNullException.ThrowIfNull(parents);
        if (parents.Count == 0) throw new ArgumentException("An axis needs at least one node.", nameof(parents));
        for (var node = 0; node < parents.Count; node++)
        {
            if (parents[node] < -1 || parents[node] >= parents.Count)
                throw new ArgumentException($"The parent of node {node} is {parents[node]}; expected -1 for a root, or a node from 0 to {parents.Count - 1}.", nameof(parents));
        }
        return new([.. parents]);
    }

    /// <summary>The node above; -1 for a root.</summary>
    internal int Parent(int node) => _parents[node];

    /// <summary>The leaves that a node is the sum of; a leaf itself for a leaf.</summary>
    internal ReadOnlySpan<int> LeavesBeneath(int node) => _leavesInTreeOrder.AsSpan(_beneath[node].Start, _beneath[node].End - _beneath[node].Start);

    /// <summary>Whether a leaf is the node or counts towards it.</summary>
    internal bool IsBeneath(int leaf, int node) => _beneath[leaf].Start >= _beneath[node].Start && _beneath[leaf].End <= _beneath[node].End;

    private void Walk(int root, List<int>[] children, List<int> leaves, List<int> childrenFirst)
    {
        var waiting = new Stack<(int Node, bool Entered)>([(root, false)]);
        while (waiting.TryPop(out var visit))
        {
            var (node, entered) = visit;
            if (entered)
            {
                _beneath[node].End = leaves.Count;
                childrenFirst.Add(node);
                continue;
            }
            _beneath[node].Start = leaves.Count;
            if (children[node].Count == 0) leaves.Add(node);
            waiting.Push((node, true));
            for (var c = children[node].Count - 1; c >= 0; c--) waiting.Push((children[node][c], false));
        }
    }

    private static List<int>[] Children(int[] parents)
    {
        var children = new List<int>[parents.Length];
        for (var node = 0; node < parents.Length; node++) children[node] = [];
        for (var node = 0; node < parents.Length; node++)
        {
            if (parents[node] >= 0) children[parents[node]].Add(node);
        }
        return children;
    }
}
