namespace Phm.Notebook.Diagrams;

/// <summary>
/// A flowchart as ranks of items, after Sugiyama, Tagawa and Toda (1981): links that close a circle are turned, each box has a rank
/// below those that lead to it, and a link over several ranks has a point on each.
/// </summary>
internal sealed class LayeredGraph
{
    private const int MostItems = 10_000;

    private readonly Flowchart chart;
    private readonly Dictionary<FlowNode, LayoutItem> boxes = [];
    private readonly Dictionary<FlowGroup, (int First, int Last)> extents = [];

    private LayeredGraph(Flowchart chart) => this.chart = chart;

    public Flowchart Chart => chart;

    public List<LayoutItem> Items { get; } = [];

    public List<LayoutEdge> Edges { get; } = [];

    /// <summary>Links from a box to itself.</summary>
    public List<FlowEdge> Loops { get; } = [];

    public List<List<LayoutItem>> Ranks { get; } = [];

    /// <summary>Whether each rank of boxes is followed by one of labels.</summary>
    public bool HasLabelRanks { get; private set; }

    /// <param name="chart">The flowchart.</param>
    /// <param name="size">The extent of a box along and across the ranks.</param>
    /// <param name="labelSize">The extent of a link's label.</param>
    public static LayeredGraph Of(Flowchart chart, Func<FlowNode, (double Width, double Height)> size, Func<FlowEdge, (double Width, double Height)> labelSize)
    {
        var graph = new LayeredGraph(chart);
        foreach (var node in chart.Nodes)
        {
            var item = graph.Add(node, node.Group);
            (item.Width, item.Height) = size(node);
            graph.boxes[node] = item;
        }
        graph.Loops.AddRange(chart.Edges.Where(edge => edge.From == edge.To));
        var edges = chart.Edges.Where(edge => edge.From != edge.To).ToList();
        graph.HasLabelRanks = edges.Exists(edge => edge.Link.Text.Length > 0)
            || edges.GroupBy(edge => string.CompareOrdinal(edge.From.Id, edge.To.Id) < 0 ? (edge.From, edge.To) : (edge.To, edge.From)).Any(pair => pair.Count() > 1);
        var turned = CircleBreaker.Turned(chart.Nodes, edges);
        graph.Edges.AddRange(edges.Select(edge => new LayoutEdge(edge, turned.Contains(edge))));
        RankAssignment.Run(graph);
        foreach (var edge in graph.Edges) graph.AddPoints(edge, labelSize);
        graph.KeepRoomOfFrames();
        graph.CollectRanks();
        return graph;
    }

    public LayoutItem Start(LayoutEdge edge) => boxes[edge.IsReversed ? edge.Edge.To : edge.Edge.From];

    public LayoutItem End(LayoutEdge edge) => boxes[edge.IsReversed ? edge.Edge.From : edge.Edge.To];

    public LayoutItem BoxOf(FlowNode node) => boxes[node];

    /// <summary>The ranks that a frame goes over.</summary>
    public (int First, int Last) Extent(FlowGroup group)
    {
        if (extents.TryGetValue(group, out var extent)) return extent;
        var ranks = Items.Where(item => group.Holds(item.Group)).Select(item => item.Rank).ToList();
        return extents[group] = (ranks.Min(), ranks.Max());
    }

    private LayoutItem Add(FlowNode? node, FlowGroup? group)
    {
        var item = new LayoutItem(Items.Count, node, group);
        Items.Add(item);
        if (Items.Count > MostItems) throw new DiagramException("the links of this diagram are too many and too long to draw", 1);
        return item;
    }

    private void AddPoints(LayoutEdge edge, Func<FlowEdge, (double Width, double Height)> labelSize)
    {
        var (start, end) = (Start(edge), End(edge));
        var around = Common(start.Group, end.Group);
        // A label belongs near where its link comes from: the answer beside the question.
        var labelled = edge.IsReversed ? end.Rank - 1 : start.Rank + 1;
        edge.Items.Add(start);
        for (var rank = start.Rank + 1; rank < end.Rank; rank++)
        {
            var point = Add(null, around);
            point.Rank = rank;
            if (edge.Edge.Link.Text.Length > 0 && rank == labelled)
            {
                (point.Width, point.Height) = labelSize(edge.Edge);
                edge.Label = point;
            }
            edge.Items.Add(point);
        }
        edge.Items.Add(end);
        foreach (var (upper, lower) in edge.Items.Zip(edge.Items.Skip(1)))
        {
            upper.Below.Add(lower);
            lower.Above.Add(upper);
        }
    }

    /// <summary>A frame has an item on each of its ranks, so that nothing else is laid through it.</summary>
    private void KeepRoomOfFrames()
    {
        foreach (var group in chart.Groups.OrderByDescending(group => group.Depth))
        {
            var (first, last) = Extent(group);
            var taken = Items.Where(item => group.Holds(item.Group)).Select(item => item.Rank).ToHashSet();
            for (var rank = first; rank <= last; rank++)
                if (!taken.Contains(rank)) Add(null, group).Rank = rank;
        }
    }

    private void CollectRanks()
    {
        for (var rank = 0; rank <= Items.Max(item => item.Rank); rank++) Ranks.Add([.. Items.Where(item => item.Rank == rank)]);
        RenumberOrders();
    }

    public void RenumberOrders()
    {
        foreach (var rank in Ranks)
            for (var i = 0; i < rank.Count; i++) rank[i].Order = i;
    }

    private static FlowGroup? Common(FlowGroup? one, FlowGroup? other)
    {
        var at = one;
        while (at is not null && !at.Holds(other)) at = at.Parent;
        return at;
    }
}
