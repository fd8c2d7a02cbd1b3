using System.Text;

namespace Phm.Notebook.Diagrams;

/// <summary>Draws links: straight through the ranks, curved between them, so that none crosses a box.</summary>
internal sealed class EdgeDrawing(SvgText svg, FlowchartLayout layout, Screen screen)
{
    private const string Ink = "#4a4a4a";
    private const double TipLength = 9;
    private const double TipWidth = 3.6;
    private const double PortGap = 13;

    private readonly bool isHorizontal = screen.Direction is FlowDirection.Right or FlowDirection.Left;

    public void Draw(LayoutEdge edge)
    {
        var link = edge.Edge.Link;
        if (link.Line == LineKind.Invisible) return;
        var (startTip, endTip) = edge.IsReversed ? (link.End, link.Start) : (link.Start, link.End);
        var points = Points(edge);
        var (first, last) = (points[0], points[^1]);
        points[0] = (first.X, first.Y + Shortening(startTip));
        points[^1] = (last.X, last.Y - Shortening(endTip));
        svg.Add($"<path d=\"{Path(points)}\" fill=\"none\"{Look(link.Line)}/>");
        DrawTip(startTip, first, -1);
        DrawTip(endTip, last, 1);
    }

    public void DrawLabel(LayoutEdge edge)
    {
        if (edge.Label is not { } label || edge.Edge.Link.Line == LineKind.Invisible) return;
        var centre = layout.Centre(label);
        var (x, y) = screen.Of(centre.X, centre.Y);
        DrawLabel(edge.Edge.Link.Text, x, y);
    }

    /// <summary>A link from a box to itself, at its side.</summary>
    public void DrawLoop(FlowEdge edge)
    {
        var centre = layout.Centre(layout.Graph.BoxOf(edge.From));
        var (width, height) = NodeOutline.SizeOf(edge.From);
        var (along, across) = isHorizontal ? (height / 2, width / 2) : (width / 2, height / 2);
        var apart = Math.Min(10, across / 2);
        var border = along - NodeOutline.Inset(edge.From.Shape, along, across, apart);
        var far = along + (FlowchartLayout.LoopReach * 4 / 3);
        var (start, end) = (At(centre.X + border, centre.Y - apart), At(centre.X + border, centre.Y + apart));
        svg.Add($"<path d=\"M{start}C{At(centre.X + far, centre.Y - (apart * 2.2))} {At(centre.X + far, centre.Y + (apart * 2.2))} {end}\" fill=\"none\"{Look(edge.Link.Line)}/>");
        if (edge.Link.End == TipKind.Arrow)
            svg.Add($"<path d=\"M{end}L{At(centre.X + border + 8, centre.Y + apart - 1)}L{At(centre.X + border + 6, centre.Y + apart + 7)}Z\" fill=\"{Ink}\"/>");
        var (labelWidth, labelHeight) = DiagramText.LabelSize(edge.Link.Text);
        var (x, y) = screen.Of(centre.X + along + FlowchartLayout.LoopReach + ((isHorizontal ? labelHeight : labelWidth) / 2), centre.Y);
        svg.Reach(x, y, x, y);
        if (edge.Link.Text.Length > 0) DrawLabel(edge.Link.Text, x, y);
    }

    private void DrawLabel(string text, double x, double y)
    {
        var (width, height) = DiagramText.LabelSize(text);
        svg.Reach(x - (width / 2), y - (height / 2), x + (width / 2), y + (height / 2));
        svg.Add($"<rect x=\"{x - (width / 2)}\" y=\"{y - (height / 2)}\" width=\"{width}\" height=\"{height}\" rx=\"3\" fill=\"#fff\" fill-opacity=\"0.9\"/>");
        svg.AddLines(LabelText.Lines(text, DiagramText.LabelFont), x, y, DiagramText.LabelFont, DiagramText.LabelLine, " fill=\"#333\"");
    }

    /// <summary>From border to border; on each rank between, in at its top and out at its bottom.</summary>
    private List<(double X, double Y)> Points(LayoutEdge edge)
    {
        var points = new List<(double X, double Y)>();
        foreach (var item in edge.Items)
        {
            var (top, bottom) = layout.Band(item.Rank);
            if (item == edge.Items[0])
            {
                var port = Port(item, edge, isBelow: true);
                Add(item.X + port.Offset, Leaving(edge, item) - port.Inset);
                Add(item.X + port.Offset, bottom);
            }
            else if (item == edge.Items[^1])
            {
                var port = Port(item, edge, isBelow: false);
                var entering = Entering(edge, item) + port.Inset;
                Add(item.X + port.Offset, Math.Min(top, entering));
                Add(item.X + port.Offset, entering);
            }
            else
            {
                Add(item.X, top);
                Add(item.X, bottom);
            }
        }
        return points;

        void Add(double x, double y)
        {
            if (points.Count == 0 || points[^1].X != x || points[^1].Y < y) points.Add((x, y));
        }
    }

    /// <summary>Where links come in and go out at one side of a box they stand side by side; otherwise they meet in its middle.</summary>
    private (double Offset, double Inset) Port(LayoutItem box, LayoutEdge edge, bool isBelow)
    {
        var side = layout.Graph.Edges.Where(other => other.Edge.Link.Line != LineKind.Invisible && (isBelow ? other.Items[0] : other.Items[^1]) == box).ToList();
        var group = isBelow == edge.IsReversed ? edge.Edge.ToGroup : edge.Edge.FromGroup;
        if (group is not null || !side.Contains(edge) || side.All(other => other.IsReversed == side[0].IsReversed)) return (0, 0);
        var ordered = side.OrderBy(other => (isBelow ? other.Items[1] : other.Items[^2]).X).ToList();
        var (width, height) = NodeOutline.SizeOf(box.Node!);
        var (along, across) = isHorizontal ? (height / 2, width / 2) : (width / 2, height / 2);
        var gap = Math.Min(PortGap, along / ordered.Count);
        var offset = (ordered.IndexOf(edge) - ((ordered.Count - 1) / 2.0)) * gap;
        return (offset, NodeOutline.Inset(box.Node!.Shape, across, along, offset));
    }

    private double Leaving(LayoutEdge edge, LayoutItem item)
    {
        var group = edge.IsReversed ? edge.Edge.ToGroup : edge.Edge.FromGroup;
        return group is not null ? layout.Frame(group).Bottom : layout.Centre(item).Y + (item.Height / 2);
    }

    private double Entering(LayoutEdge edge, LayoutItem item)
    {
        var group = edge.IsReversed ? edge.Edge.FromGroup : edge.Edge.ToGroup;
        return group is not null ? layout.Frame(group).Top : layout.Centre(item).Y - (item.Height / 2);
    }

    private string Path(List<(double X, double Y)> points)
    {
        var path = new StringBuilder("M").Append(At(points[0].X, points[0].Y));
        foreach (var (from, to) in points.Zip(points.Skip(1)))
        {
            var reached = screen.Of(to.X, to.Y);
            svg.Reach(reached.X - 2, reached.Y - 2, reached.X + 2, reached.Y + 2);
            var half = (from.Y + to.Y) / 2;
            if (from.X == to.X) path.Append('L').Append(At(to.X, to.Y));
            else path.Append('C').Append(At(from.X, half)).Append(' ').Append(At(to.X, half)).Append(' ').Append(At(to.X, to.Y));
        }
        return path.ToString();
    }

    private void DrawTip(TipKind tip, (double X, double Y) at, int way)
    {
        if (tip == TipKind.Arrow)
            svg.Add($"<path d=\"M{At(at.X, at.Y)}L{At(at.X - TipWidth, at.Y - (way * TipLength))}L{At(at.X + TipWidth, at.Y - (way * TipLength))}Z\" fill=\"{Ink}\"/>");
        else if (tip == TipKind.Dot)
        {
            var (x, y) = screen.Of(at.X, at.Y - (way * 4));
            svg.Add($"<circle cx=\"{x}\" cy=\"{y}\" r=\"4\" fill=\"{Ink}\"/>");
        }
        else if (tip == TipKind.Cross)
        {
            var (near, far) = (at.Y - (way * 2), at.Y - (way * 10));
            svg.Add($"<path d=\"M{At(at.X - 4, near)}L{At(at.X + 4, far)}M{At(at.X + 4, near)}L{At(at.X - 4, far)}\" fill=\"none\" stroke=\"{Ink}\" stroke-width=\"1.6\"/>");
        }
    }

    private static double Shortening(TipKind tip) => tip switch { TipKind.Arrow => TipLength - 2, TipKind.Dot => 4, TipKind.Cross => 6, _ => 0 };

    private static string Look(LineKind line) => line switch
    {
        LineKind.Dotted => $" stroke=\"{Ink}\" stroke-width=\"1.4\" stroke-dasharray=\"2 4\" stroke-linecap=\"round\"",
        LineKind.Thick => $" stroke=\"{Ink}\" stroke-width=\"3\"",
        _ => $" stroke=\"{Ink}\" stroke-width=\"1.4\"",
    };

    private string At(double x, double y) => Place(screen.Of(x, y));

    private static string Place((double X, double Y) at) => $"{SvgText.Number(at.X)} {SvgText.Number(at.Y)}";
}
