namespace Phm.Notebook.Diagrams;

/// <summary>A flowchart as it is written, before it is laid out.</summary>
internal sealed class Flowchart(FlowDirection direction)
{
    public FlowDirection Direction { get; } = direction;

    /// <summary>What stands above the picture.</summary>
    public string? Heading { get; set; }

    /// <summary>The picture's name for those who do not see it.</summary>
    public string? Title { get; set; }

    public string? Description { get; set; }

    public List<FlowNode> Nodes { get; } = [];

    public List<FlowGroup> Groups { get; } = [];

    public List<FlowEdge> Edges { get; } = [];

    public bool IsHorizontal => Direction is FlowDirection.Right or FlowDirection.Left;
}
