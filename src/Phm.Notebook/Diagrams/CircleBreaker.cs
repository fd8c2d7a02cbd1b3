namespace Phm.Notebook.Diagrams;

/// <summary>Finds links to turn so that no circle remains: those that lead back to where a walk in order of writing came from.</summary>
internal static class CircleBreaker
{
    public static HashSet<FlowEdge> Turned(IReadOnlyList<FlowNode> nodes, IReadOnlyList<FlowEdge> edges)
    {
        var leaving = edges.ToLookup(edge => edge.From);
        var (seen, onWay, turned) = (new HashSet<FlowNode>(), new HashSet<FlowNode>(), new HashSet<FlowEdge>(ReferenceEqualityComparer.Instance));
        var way = new Stack<(FlowNode Node, IEnumerator<FlowEdge> Leaving)>();
        foreach (var start in nodes)
        {
            if (seen.Add(start)) Enter(start);
            while (way.TryPeek(out var top))
            {
                if (!top.Leaving.MoveNext())
                {
                    onWay.Remove(way.Pop().Node);
                    continue;
                }
                var edge = top.Leaving.Current;
                if (onWay.Contains(edge.To)) turned.Add(edge);
                else if (seen.Add(edge.To)) Enter(edge.To);
            }
        }
        return turned;

        void Enter(FlowNode node)
        {
            onWay.Add(node);
            way.Push((node, leaving[node].GetEnumerator()));
        }
    }
}
