namespace Phm.Notebook.Diagrams;

/// <summary>Where everything of a flowchart lies, in a picture that runs downwards; <see cref="Screen"/> turns it the way that it is to run.</summary>
internal sealed class FlowchartLayout
{
    private const double FramePadding = 14;
    private const double RankGap = 46;
    private const double RankGapWithLabels = 26;

    private readonly LayeredGraph graph;
    private readonly Dictionary<FlowGroup, (double Low, double High)> frames;
    private readonly double[] tops;
    private readonly double[] bottoms;
    private readonly double[] before;
    private readonly double[] after;
    private readonly Dictionary<FlowGroup, double> lacks = [];

    private FlowchartLayout(LayeredGraph graph)
    {
        this.graph = graph;
        OrderAssignment.Run(graph);
        frames = PlaceFrames();
        var count = graph.Ranks.Count;
        (tops, bottoms, before, after) = (new double[count], new double[count], new double[count], new double[count]);
        PlaceRanks();
    }

    public LayeredGraph Graph => graph;

    /// <summary>The frames, outermost first.</summary>
    public IEnumerable<FlowGroup> Groups => graph.Chart.Groups.OrderBy(group => group.Depth);

    /// <summary>How far from a box its loop reaches.</summary>
    public const double LoopReach = 26;

    private bool IsHorizontal => graph.Chart.IsHorizontal;

    public static FlowchartLayout Of(Flowchart chart)
    {
        var loops = chart.Edges.Where(edge => edge.From == edge.To).ToLookup(edge => edge.From);
        return new FlowchartLayout(LayeredGraph.Of(chart, Size, edge => Turn(DiagramText.LabelSize(edge.Link.Text))));

        (double, double) Size(FlowNode node)
        {
            var (width, height) = Turn(NodeOutline.SizeOf(node));
            var room = loops[node].Select(loop => LoopReach + Turn(DiagramText.LabelSize(loop.Link.Text)).Item1 + 4).DefaultIfEmpty(0).Max();
            return (width + (2 * room), height);
        }

        (double, double) Turn((double Width, double Height) size) => chart.IsHorizontal ? (size.Height, size.Width) : size;
    }

    /// <summary>The centre of an item.</summary>
    public (double X, double Y) Centre(LayoutItem item) => (item.X, (tops[item.Rank] + bottoms[item.Rank]) / 2);

    /// <summary>Where a rank begins and ends.</summary>
    public (double Top, double Bottom) Band(int rank) => (tops[rank], bottoms[rank]);

    public (double Left, double Top, double Right, double Bottom) Frame(FlowGroup group)
    {
        var (first, last) = graph.Extent(group);
        var (low, high) = frames[group];
        return (low, tops[first] - Before(group, first), high, bottoms[last] + After(group, last));
    }

    private static double TitleWidth(FlowGroup group) => group.Title.Length == 0 ? 0 : DiagramText.TitleWidth(group.Title) + (2 * FramePadding);

    /// <summary>A frame that is too narrow for its title gets the room that it lacks at both of its sides, so that what it holds stays in its middle.</summary>
    private Dictionary<FlowGroup, (double Low, double High)> PlaceFrames()
    {
        var low = FramePadding + (IsHorizontal ? DiagramText.TitleHeight : 0);
        var close = PlaceAssignment.Run(graph, new PlaceBounds(graph, _ => low, _ => FramePadding, _ => 0));
        if (IsHorizontal || close.Count == 0) return close;
        var lack = close.ToDictionary(frame => frame.Key, frame => Math.Max(0, TitleWidth(frame.Key) - (frame.Value.High - frame.Value.Low)) / 2);
        return PlaceAssignment.Run(graph, new PlaceBounds(graph, group => low + lack[group], group => FramePadding + lack[group], TitleWidth));
    }

    private void PlaceRanks()
    {
        var extents = graph.Chart.Groups.ToDictionary(group => group, graph.Extent);
        for (var rank = 0; rank < tops.Length; rank++) bottoms[rank] = graph.Ranks[rank].Max(item => item.Height);
        foreach (var group in graph.Chart.Groups.OrderByDescending(group => group.Depth))
        {
            var (first, last) = extents[group];
            var least = 2 * FramePadding;
            for (var rank = first; rank <= last; rank++) least += bottoms[rank] + (rank > first ? Gap : 0);
            if (IsHorizontal) lacks[group] = Math.Max(0, TitleWidth(group) - least) / 2;
            before[first] = Math.Max(before[first], Before(group, first));
            after[last] = Math.Max(after[last], After(group, last));
        }
        var at = 0.0;
        for (var rank = 0; rank < tops.Length; rank++)
        {
            tops[rank] = at + before[rank];
            bottoms[rank] += tops[rank];
            at = bottoms[rank] + after[rank] + Gap + RoomForSlants(graph.Ranks[rank]);
        }
    }

    /// <summary>Links that go far along the ranks need more way across them, or they lie flat.</summary>
    private static double RoomForSlants(List<LayoutItem> rank)
    {
        var farthest = rank.SelectMany(item => item.Below.Select(below => Math.Abs(below.X - item.X))).DefaultIfEmpty(0).Max();
        return Math.Clamp((farthest - 150) * 0.08, 0, 40);
    }

    private double Gap => graph.HasLabelRanks ? RankGapWithLabels : RankGap;

    /// <summary>The room before a frame's first rank: its own and that of frames within it that begin there too.</summary>
    private double Before(FlowGroup group, int rank)
    {
        var title = graph.Chart.Direction == FlowDirection.Down && group.Title.Length > 0 ? DiagramText.TitleHeight : 0;
        return FramePadding + title + lacks.GetValueOrDefault(group) + Inner(group, child => graph.Extent(child).First == rank, child => Before(child, rank));
    }

    private double After(FlowGroup group, int rank)
    {
        var title = graph.Chart.Direction == FlowDirection.Up && group.Title.Length > 0 ? DiagramText.TitleHeight : 0;
        return FramePadding + title + lacks.GetValueOrDefault(group) + Inner(group, child => graph.Extent(child).Last == rank, child => After(child, rank));
    }

    private double Inner(FlowGroup group, Func<FlowGroup, bool> isThere, Func<FlowGroup, double> room) =>
        graph.Chart.Groups.Where(child => child.Parent == group && isThere(child)).Select(room).DefaultIfEmpty(0).Max();
}
