namespace Phm.Notebook.Diagrams;

/// <summary>A frame around boxes: mermaid's subgraph.</summary>
internal sealed class FlowGroup(string id, string title, FlowGroup? parent)
{
    public string Id { get; } = id;

    public string Title { get; } = title;

    public FlowGroup? Parent { get; } = parent;

    public FlowStyle Style { get; set; } = FlowStyle.None;

    public int Depth => Parent is null ? 0 : Parent.Depth + 1;

    public bool Holds(FlowGroup? other)
    {
        for (var at = other; at is not null; at = at.Parent)
            if (at == this) return true;
        return false;
    }
}
