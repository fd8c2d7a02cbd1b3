namespace Phm.Notebook.Diagrams;

/// <summary>A box.</summary>
internal sealed class FlowNode(string id)
{
    public string Id { get; } = id;

    public string Text { get; set; } = id;

    public NodeShape Shape { get; set; }

    public FlowGroup? Group { get; set; }

    public FlowStyle Style { get; set; } = FlowStyle.None;
}
