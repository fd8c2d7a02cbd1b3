namespace Phm.Notebook.Diagrams;

/// <summary>
/// Something with a place in the layout: a box, a label, a point of a long link, or a point that keeps a frame's room. Positions are
/// along the ranks (<see cref="X"/>) and across them (<see cref="Rank"/>), whatever way the diagram runs.
/// </summary>
internal sealed class LayoutItem(int index, FlowNode? node, FlowGroup? group)
{
    public int Index { get; } = index;

    /// <summary>The box, or null.</summary>
    public FlowNode? Node { get; } = node;

    /// <summary>The innermost frame around it.</summary>
    public FlowGroup? Group { get; } = group;

    /// <summary>Its extent along the rank.</summary>
    public double Width { get; set; }

    /// <summary>Its extent across the ranks.</summary>
    public double Height { get; set; }

    public int Rank { get; set; }

    public int Order { get; set; }

    /// <summary>Its centre along the rank.</summary>
    public double X { get; set; }

    public List<LayoutItem> Above { get; } = [];

    public List<LayoutItem> Below { get; } = [];
}
