namespace Phm.Notebook.Diagrams;

/// <summary>Gives each box the least rank below all that lead to it, then draws boxes up to where they lead.</summary>
internal static class RankAssignment
{
    public static void Run(LayeredGraph graph)
    {
        var leaving = graph.Edges.ToLookup(graph.Start);
        var order = Sorted(graph, leaving);
        foreach (var item in order)
        {
            foreach (var edge in leaving[item]) graph.End(edge).Rank = Math.Max(graph.End(edge).Rank, item.Rank + Length(graph, edge));
        }
        // A box without anything before it belongs near what it leads to.
        var entered = graph.Edges.Select(graph.End).ToHashSet();
        foreach (var item in Enumerable.Reverse(order))
        {
            if (!entered.Contains(item) && leaving[item].Any()) item.Rank = leaving[item].Min(edge => graph.End(edge).Rank - Length(graph, edge));
        }
    }

    private static int Length(LayeredGraph graph, LayoutEdge edge) => edge.Edge.Link.Length * (graph.HasLabelRanks ? 2 : 1);

    private static List<LayoutItem> Sorted(LayeredGraph graph, ILookup<LayoutItem, LayoutEdge> leaving)
    {
        var waiting = graph.Items.ToDictionary(item => item, _ => 0);
        foreach (var edge in graph.Edges) waiting[graph.End(edge)]++;
        var ready = new Queue<LayoutItem>(graph.Items.Where(item => waiting[item] == 0));
        var sorted = new List<LayoutItem>();
        while (ready.TryDequeue(out var item))
        {
            sorted.Add(item);
            foreach (var edge in leaving[item])
                if (--waiting[graph.End(edge)] == 0) ready.Enqueue(graph.End(edge));
        }
        return sorted;
    }
}
