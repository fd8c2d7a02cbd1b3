namespace Phm.Notebook.Diagrams;

internal sealed partial class FlowchartReader
{
    private const string Default = "default";

    /// <summary>What can be known only at the end: links to frames that are written below them, and styles.</summary>
    private Flowchart Finish(FlowchartLines lines)
    {
        if (open.TryPeek(out var unclosed)) throw new DiagramException("this 'subgraph' has no 'end'", unclosed.Line);
        (chart.Heading, chart.Title, chart.Description) = (lines.Heading, lines.Title, lines.Description);
        RemoveBoxesThatAreFrames();
        foreach (var (from, to, link) in links)
        {
            var (start, end) = (Inside(from, isStart: true), Inside(to, isStart: false));
            if (start is null || end is null) continue;
            // A frame is not linked to a box within itself.
            var (fromGroup, toGroup) = (groups.GetValueOrDefault(from), groups.GetValueOrDefault(to));
            if (fromGroup?.Holds(end.Group) == true || toGroup?.Holds(start.Group) == true) (fromGroup, toGroup) = (null, null);
            chart.Edges.Add(new FlowEdge(start, end, link) { FromGroup = fromGroup, ToGroup = toGroup });
        }
        ApplyStyles();
        return chart;
    }

    private void RemoveBoxesThatAreFrames()
    {
        foreach (var group in chart.Groups)
        {
            if (nodes.Remove(group.Id, out var node)) chart.Nodes.Remove(node);
        }
        // A frame with nothing in it would have no size.
        foreach (var group in chart.Groups.Where(group => !chart.Nodes.Exists(node => group.Holds(node.Group))).ToList())
        {
            chart.Groups.Remove(group);
            groups.Remove(group.Id);
            if (nodes.ContainsKey(group.Id)) continue;
            var node = new FlowNode(group.Id) { Text = group.Title, Group = group.Parent };
            nodes[group.Id] = node;
            chart.Nodes.Add(node);
        }
    }

    /// <summary>The box itself, or the one of a frame at which a link to the frame is drawn.</summary>
    private FlowNode? Inside(string id, bool isStart)
    {
        if (!groups.TryGetValue(id, out var group)) return nodes.GetValueOrDefault(id);
        var members = chart.Nodes.Where(node => group.Holds(node.Group)).ToList();
        return members.Find(member => !links.Exists(link => (isStart ? link.From : link.To) == member.Id && members.Exists(other => other.Id == (isStart ? link.To : link.From)))) ?? members[0];
    }

    private void ApplyStyles()
    {
        if (classes.TryGetValue(Default, out var common))
        {
            foreach (var node in chart.Nodes) node.Style = common;
        }
        foreach (var (name, className) in classed)
        {
            if (classes.TryGetValue(className, out var style)) Apply(name, style);
        }
        foreach (var (name, style) in styled) Apply(name, style);
    }

    private void Apply(string name, FlowStyle style)
    {
        if (nodes.TryGetValue(name, out var node)) node.Style = node.Style.With(style);
        if (groups.TryGetValue(name, out var group)) group.Style = group.Style.With(style);
    }
}
