namespace Phm.Notebook.Diagrams;

/// <summary>A link in the layout, from the lower rank to the higher.</summary>
/// <param name="Edge">The link as it is written.</param>
/// <param name="IsReversed">Whether it is written from the higher rank to the lower.</param>
internal sealed record LayoutEdge(FlowEdge Edge, bool IsReversed)
{
    /// <summary>From box to box, with the points between.</summary>
    public List<LayoutItem> Items { get; } = [];

    /// <summary>The point that holds the label, or null.</summary>
    public LayoutItem? Label { get; set; }
}
