namespace Phm.Disclosure;

/// <summary>What is hidden so far, what could be hidden besides, and what a reader may suppose about each node of a lattice.</summary>
internal sealed class SuppressionState(Lattice lattice)
{
    private readonly double[] _costs = new double[lattice.Count];

    /// <summary>The lattice.</summary>
    public Lattice Lattice { get; } = lattice;

    /// <summary>Nodes that the reader does not see: suppressed so far, or in no table of the result.</summary>
    public bool[] Hidden { get; } = new bool[lattice.Count];

    /// <summary>The value of each node.</summary>
    public double[] Values { get; } = new double[lattice.Count];

    /// <summary>By how much the value of a node exceeds the least that a reader would suppose if it were hidden.</summary>
    public double[] Room { get; } = new double[lattice.Count];

    /// <summary>How wide the range of values must stay that a reader cannot rule out for each node, once it is hidden.</summary>
    public double[] Width { get; } = new double[lattice.Count];

    /// <summary>
    /// What it costs to draw a node into a change: nothing if it is hidden; without bound if it is void, which would protect nothing.
    /// </summary>
    public double CostOf(int node) => Hidden[node] ? 0 : _costs[node];

    /// <summary>Enters a node.</summary>
    public void Set(int node, SuppressionNode description, double? cost, bool isPublished, bool isPrimary)
    {
        Hidden[node] = isPrimary || !isPublished;
        Values[node] = description.Value;
        Room[node] = description.Value - (isPublished ? description.Least : 0);
        Width[node] = description.Width;
        _costs[node] = description.IsVoid ? double.PositiveInfinity : cost ?? description.Value;
    }
}
