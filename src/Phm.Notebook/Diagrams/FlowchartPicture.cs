using System.Text;

namespace Phm.Notebook.Diagrams;

/// <summary>Draws a flowchart as SVG that needs no script, no style sheet and no font of its own.</summary>
internal static class FlowchartPicture
{
    private const double Margin = 10;
    private const int LongestDescription = 1_000;

    public static string Draw(Flowchart chart)
    {
        if (chart.Nodes.Count == 0) throw new DiagramException("the diagram has no boxes", 1);
        var layout = FlowchartLayout.Of(chart);
        var (screen, svg) = (new Screen(chart.Direction), new SvgText());
        foreach (var group in layout.Groups) DrawFrame(svg, group, screen.Of(layout.Frame(group)));
        var links = new EdgeDrawing(svg, layout, screen);
        foreach (var edge in layout.Graph.Edges) links.Draw(edge);
        foreach (var node in chart.Nodes)
        {
            var centre = layout.Centre(layout.Graph.BoxOf(node));
            var (x, y) = screen.Of(centre.X, centre.Y);
            NodeDrawing.Draw(svg, node, x, y);
        }
        foreach (var loop in layout.Graph.Loops) links.DrawLoop(loop);
        foreach (var edge in layout.Graph.Edges) links.DrawLabel(edge);
        foreach (var group in layout.Groups) DrawTitle(svg, group, screen.Of(layout.Frame(group)));
        return Enclose(chart, svg);
    }

    private static void DrawFrame(SvgText svg, FlowGroup group, (double Left, double Top, double Right, double Bottom) box)
    {
        svg.Reach(box.Left, box.Top, box.Right, box.Bottom);
        var style = group.Style;
        svg.Add($"<rect x=\"{box.Left}\" y=\"{box.Top}\" width=\"{box.Right - box.Left}\" height=\"{box.Bottom - box.Top}\" rx=\"6\" fill=\"{Ground(group)}\" stroke=\"{style.Stroke ?? "#a3a097"}\" stroke-width=\"{style.StrokeWidth ?? 1}\"{(style.IsDashed ? " stroke-dasharray=\"5 4\"" : "")}/>");
    }

    /// <summary>A title stands on a ground of its own, over the links that come in through its side of the frame.</summary>
    private static void DrawTitle(SvgText svg, FlowGroup group, (double Left, double Top, double Right, double Bottom) box)
    {
        if (group.Title.Length == 0) return;
        var title = group.Title.Replace('\n', ' ');
        var ink = group.Style.Color ?? StyleReader.TextOn(group.Style.Fill) ?? "#4a4843";
        svg.Add($"<rect x=\"{box.Left + 8}\" y=\"{box.Top + 4}\" width=\"{DiagramText.TitleWidth(title) + 6}\" height=\"18\" fill=\"{Ground(group)}\" fill-opacity=\"0.85\"/>");
        svg.Add($"<text x=\"{box.Left + 11}\" y=\"{box.Top + 18}\" font-size=\"{DiagramText.TitleFont}\" font-weight=\"600\" fill=\"{ink}\">{SvgText.Escape(title)}</text>");
    }

    private static string Ground(FlowGroup group) => group.Style.Fill ?? (group.Depth % 2 == 0 ? "#f7f6f2" : "#efeee8");

    private static string Enclose(Flowchart chart, SvgText drawing)
    {
        var heading = chart.Heading is { Length: > 0 } ? DiagramText.HeadingHeight : 0;
        var least = heading > 0 ? TextWidth.Of(chart.Heading!, DiagramText.HeadingFont) : 0;
        var lack = Math.Max(0, least - (drawing.Right - drawing.Left)) / 2;
        var (left, top) = (Math.Floor(drawing.Left - lack - Margin), Math.Floor(drawing.Top - heading - Margin));
        var (width, height) = (Math.Ceiling(drawing.Right + lack + Margin - left), Math.Ceiling(drawing.Bottom + Margin - top));
        var svg = new SvgText();
        var title = chart.Title ?? chart.Heading ?? "Flowchart";
        svg.Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"{SvgText.Escape(title.Replace('\n', ' '))}\" width=\"{width}\" height=\"{height}\" viewBox=\"{left} {top} {width} {height}\" font-family=\"system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif\" style=\"max-width:100%;height:auto\">");
        svg.Add($"<title>{SvgText.Escape(title.Replace('\n', ' '))}</title>");
        svg.Add($"<desc>{SvgText.Escape(chart.Description ?? Describe(chart))}</desc>");
        svg.Add($"<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>");
        if (heading > 0) svg.AddLines([chart.Heading!], left + (width / 2), top + Margin + 10, DiagramText.HeadingFont, DiagramText.HeadingHeight, " font-weight=\"600\" fill=\"#1b1b1b\"");
        return svg + drawing.ToString() + "</svg>\n";
    }

    /// <summary>The links in words, for those who do not see the picture.</summary>
    private static string Describe(Flowchart chart)
    {
        var words = new StringBuilder();
        foreach (var edge in chart.Edges.Where(edge => edge.Link.Line != LineKind.Invisible))
        {
            if (words.Length > LongestDescription) return words.Append("; …").ToString();
            words.Append(words.Length > 0 ? "; " : "").Append(Plain(edge.FromGroup?.Title ?? edge.From.Text)).Append(" to ").Append(Plain(edge.ToGroup?.Title ?? edge.To.Text));
            if (edge.Link.Text.Length > 0) words.Append(" (").Append(Plain(edge.Link.Text)).Append(')');
        }
        return words.Length > 0 ? words.ToString() : string.Join("; ", chart.Nodes.Take(50).Select(node => Plain(node.Text)));

        static string Plain(string text) => text.Replace('\n', ' ');
    }
}
