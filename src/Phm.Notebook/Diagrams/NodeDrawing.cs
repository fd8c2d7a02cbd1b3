namespace Phm.Notebook.Diagrams;

/// <summary>Draws boxes.</summary>
internal static class NodeDrawing
{
    private const string Fill = "#eaf1f8";
    private const string Stroke = "#2f5d8a";
    private const string Ink = "#1b1b1b";

    public static void Draw(SvgText svg, FlowNode node, double x, double y)
    {
        var (width, height) = NodeOutline.SizeOf(node);
        svg.Reach(x - (width / 2), y - (height / 2), x + (width / 2), y + (height / 2));
        var style = node.Style;
        var look = $" fill=\"{style.Fill ?? Fill}\" stroke=\"{style.Stroke ?? Stroke}\" stroke-width=\"{SvgText.Number(style.StrokeWidth ?? 1.3)}\"{(style.IsDashed ? " stroke-dasharray=\"5 4\"" : "")}";
        DrawOutline(svg, node.Shape, x, y, width, height, look);
        var ink = style.Color ?? StyleReader.TextOn(style.Fill) ?? Ink;
        var middle = node.Shape == NodeShape.Cylinder ? y + (NodeOutline.Lid / 2) + 2 : y;
        var centre = node.Shape == NodeShape.Flag ? x + (height / 8) : x;
        svg.AddLines(LabelText.Lines(node.Text, DiagramText.NodeFont), centre, middle, DiagramText.NodeFont, DiagramText.NodeLine, $" fill=\"{ink}\"");
    }

    private static void DrawOutline(SvgText svg, NodeShape shape, double x, double y, double width, double height, string look)
    {
        var (left, top) = (x - (width / 2), y - (height / 2));
        if (NodeOutline.Corners(shape, width, height) is { } corners)
        {
            var points = string.Join(' ', corners.Select(corner => $"{SvgText.Number(x + corner.X)},{SvgText.Number(y + corner.Y)}"));
            svg.Add($"<polygon points=\"{points}\" stroke-linejoin=\"round\"{look}/>");
        }
        else if (shape == NodeShape.Cylinder) DrawCylinder(svg, left, top, width, height, look);
        else if (shape is NodeShape.Circle or NodeShape.DoubleCircle)
        {
            svg.Add($"<circle cx=\"{x}\" cy=\"{y}\" r=\"{width / 2}\"{look}/>");
            if (shape == NodeShape.DoubleCircle) svg.Add($"<circle cx=\"{x}\" cy=\"{y}\" r=\"{(width / 2) - 4.5}\"{look}/>");
        }
        else
        {
            var corner = shape switch { NodeShape.Stadium => height / 2, NodeShape.Rounded => 8.0, _ => 2.0 };
            svg.Add($"<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" rx=\"{corner}\"{look}/>");
            if (shape == NodeShape.Subroutine) svg.Add($"<path d=\"M{left + 8} {top}V{top + height}M{left + width - 8} {top}V{top + height}\"{look}/>");
        }
    }

    private static void DrawCylinder(SvgText svg, double left, double top, double width, double height, string look)
    {
        var (lid, w) = (NodeOutline.Lid, width / 2);
        svg.Add($"<path d=\"M{left} {top + lid}A{w} {lid} 0 0 1 {left + width} {top + lid}V{top + height - lid}A{w} {lid} 0 0 1 {left} {top + height - lid}Z\"{look}/>");
        svg.Add($"<path d=\"M{left} {top + lid}A{w} {lid} 0 0 0 {left + width} {top + lid}\"{look}/>");
    }
}
