namespace Phm.Notebook.Diagrams;

/// <summary>The outlines of boxes: how large they are around their label, and how they are drawn.</summary>
internal static class NodeOutline
{
    private const double Across = 14;
    private const double Along = 9;
    private const double LeastWidth = 38;

    /// <summary>The depth of a cylinder's lid.</summary>
    public const double Lid = 7;

    /// <summary>Width and height on the screen.</summary>
    public static (double Width, double Height) SizeOf(FlowNode node)
    {
        var (width, height) = DiagramText.NodeText(node.Text);
        var (wide, high) = (Math.Max(width + (2 * Across), LeastWidth), height + (2 * Along));
        return node.Shape switch
        {
            NodeShape.Stadium => (wide + (high / 3), high),
            NodeShape.Subroutine => (wide + 16, high),
            NodeShape.Cylinder => (wide, high + (2 * Lid)),
            NodeShape.Circle => Round(Diagonal(width, height) + 16),
            NodeShape.DoubleCircle => Round(Diagonal(width, height) + 26),
            NodeShape.Diamond => Diamond(width + 8, height + 4),
            NodeShape.Hexagon => (wide + (high / 2), high),
            NodeShape.LeaningRight or NodeShape.LeaningLeft or NodeShape.Trapezoid or NodeShape.TurnedTrapezoid => (wide + (high * 0.6), high),
            NodeShape.Flag => (wide + (high / 3), high),
            _ => (wide, high),
        };
    }

    /// <summary>The corners of a shape of straight lines, around the middle; null for one with round parts.</summary>
    public static (double X, double Y)[]? Corners(NodeShape shape, double width, double height)
    {
        var (w, h) = (width / 2, height / 2);
        return shape switch
        {
            NodeShape.Diamond => [(0, -h), (w, 0), (0, h), (-w, 0)],
            NodeShape.Hexagon => [(-w + (h / 2), -h), (w - (h / 2), -h), (w, 0), (w - (h / 2), h), (-w + (h / 2), h), (-w, 0)],
            NodeShape.LeaningRight => [(-w + (h * 0.6), -h), (w, -h), (w - (h * 0.6), h), (-w, h)],
            NodeShape.LeaningLeft => [(-w, -h), (w - (h * 0.6), -h), (w, h), (-w + (h * 0.6), h)],
            NodeShape.Trapezoid => [(-w + (h * 0.6), -h), (w - (h * 0.6), -h), (w, h), (-w, h)],
            NodeShape.TurnedTrapezoid => [(-w, -h), (w, -h), (w - (h * 0.6), h), (-w + (h * 0.6), h)],
            NodeShape.Flag => [(-w, -h), (w, -h), (w, h), (-w, h), (-w + (h * 0.6), 0)],
            _ => null,
        };
    }

    /// <summary>How far a shape's border lies inside its rectangle, so far from the middle of a side.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="across">Half of its extent from the side inwards.</param>
    /// <param name="along">Half of its extent along the side.</param>
    /// <param name="offset">How far from the middle.</param>
    public static double Inset(NodeShape shape, double across, double along, double offset) => shape switch
    {
        NodeShape.Circle or NodeShape.DoubleCircle => along - Math.Sqrt(Math.Max(0, (along * along) - (offset * offset))),
        NodeShape.Diamond => across * Math.Abs(offset) / along,
        NodeShape.Stadium when across > along => along - Math.Sqrt(Math.Max(0, (along * along) - (offset * offset))),
        NodeShape.Hexagon when across > along => Math.Abs(offset) / 2,
        _ => 0,
    };

    /// <summary>
    /// The diamond of least area whose label fits: a box of w by h fits in half-axes a and b where w / 2a + h / 2b is at most 1.
    /// </summary>
    private static (double Width, double Height) Diamond(double width, double height)
    {
        var share = Math.Clamp(Math.Sqrt(height / Math.Max(width, 1)), 0.4, 1);
        return (width * (1 + share), height * (1 + (1 / share)));
    }

    private static double Diagonal(double width, double height) => Math.Sqrt((width * width) + (height * height));

    private static (double Width, double Height) Round(double diameter) => (Math.Max(diameter, LeastWidth), Math.Max(diameter, LeastWidth));
}
