namespace Phm.Notebook.Diagrams;

/// <summary>A link between two boxes.</summary>
/// <param name="From">Where it starts.</param>
/// <param name="To">Where it leads.</param>
/// <param name="Link">How it is drawn.</param>
internal sealed record FlowEdge(FlowNode From, FlowNode To, FlowLink Link)
{
    /// <summary>The frame at whose border it starts, where it was written for a frame.</summary>
    public FlowGroup? FromGroup { get; init; }

    /// <summary>The frame at whose border it ends.</summary>
    public FlowGroup? ToGroup { get; init; }
}
