namespace Phm.Notebook.Diagrams;

/// <summary>
/// How far items may move along their ranks. Items and the two borders of each frame keep distances from one another; borders have
/// no place of their own until the end, so bounds are sought through them.
/// </summary>
internal sealed class PlaceBounds
{
    private const double ItemGap = 28;
    private const double PointGap = 14;
    private const double FrameGap = 20;

    private readonly LayeredGraph graph;
    private readonly Func<FlowGroup, double> lowPadding;
    private readonly Func<FlowGroup, double> highPadding;
    private readonly List<List<(int Other, double Gap)>> after = [];
    private readonly List<List<(int Other, double Gap)>> before = [];
    private readonly Dictionary<int, double> borders = [];
    private readonly Dictionary<int, double> known = [];
    private readonly Func<FlowGroup, double> leastWidth;

    /// <param name="graph">The graph, in order.</param>
    /// <param name="lowPadding">The room between a frame's lower border and what it holds.</param>
    /// <param name="highPadding">The room at its upper border.</param>
    /// <param name="leastWidth">How wide a frame is at least, for its title.</param>
    public PlaceBounds(LayeredGraph graph, Func<FlowGroup, double> lowPadding, Func<FlowGroup, double> highPadding, Func<FlowGroup, double> leastWidth)
    {
        this.graph = graph;
        this.lowPadding = lowPadding;
        this.highPadding = highPadding;
        this.leastWidth = leastWidth;
        for (var i = 0; i < graph.Items.Count + (2 * graph.Chart.Groups.Count); i++)
        {
            after.Add([]);
            before.Add([]);
        }
        foreach (var rank in graph.Ranks) AddRank(rank);
        foreach (var group in graph.Chart.Groups) Add(Low(group), High(group), leastWidth(group));
    }

    /// <summary>The largest place of an item while all others stay.</summary>
    public double Most(LayoutItem item) => Bound(item.Index, after, isMost: true);

    /// <summary>The smallest place of an item while all others stay.</summary>
    public double Least(LayoutItem item) => Bound(item.Index, before, isMost: false);

    /// <summary>Puts everything as far to the low side as it goes.</summary>
    public void PlaceLeft()
    {
        var places = new double[after.Count];
        var waiting = before.Select(list => list.Count).ToArray();
        var ready = new Queue<int>(Enumerable.Range(0, after.Count).Where(i => waiting[i] == 0));
        while (ready.TryDequeue(out var at))
        {
            foreach (var (other, gap) in after[at])
            {
                places[other] = Math.Max(places[other], places[at] + gap);
                if (--waiting[other] == 0) ready.Enqueue(other);
            }
        }
        foreach (var item in graph.Items) item.X = places[item.Index];
    }

    /// <summary>The frames' borders, close around what they hold, and wide enough for their titles.</summary>
    public Dictionary<FlowGroup, (double Low, double High)> Frames()
    {
        var frames = new Dictionary<FlowGroup, (double Low, double High)>();
        foreach (var group in graph.Chart.Groups.OrderByDescending(group => group.Depth))
        {
            var inner = frames.Where(frame => frame.Key.Parent == group).Select(frame => (frame.Value.Low, frame.Value.High))
                .Concat(graph.Items.Where(item => item.Group == group).Select(item => (item.X - (item.Width / 2), item.X + (item.Width / 2)))).ToList();
            var (low, high) = (inner.Min(part => part.Item1) - lowPadding(group), inner.Max(part => part.Item2) + highPadding(group));
            if (leastWidth(group) - (high - low) is var lack && lack > 0)
            {
                low = Math.Max(Bound(Low(group), before, isMost: false), low - (lack / 2));
                high = Math.Min(Math.Max(high, low + leastWidth(group)), Bound(High(group), after, isMost: true));
                low = Math.Min(low, high - leastWidth(group));
            }
            frames[group] = (low, high);
            (borders[Low(group)], borders[High(group)]) = (low, high);
        }
        return frames;
    }

    /// <summary>Seeks a bound through borders that have no place yet; each is looked at once.</summary>
    private double Bound(int at, List<List<(int Other, double Gap)>> next, bool isMost)
    {
        known.Clear();
        return Seek(at);

        double Seek(int from)
        {
            if (known.TryGetValue(from, out var bound)) return bound;
            bound = isMost ? double.PositiveInfinity : double.NegativeInfinity;
            foreach (var (other, gap) in next[from])
            {
                var place = Place(other) ?? Seek(other);
                bound = isMost ? Math.Min(bound, place - gap) : Math.Max(bound, place + gap);
            }
            return known[from] = bound;
        }
    }

    /// <summary>The place of an item or of a border that has one.</summary>
    private double? Place(int at) => at < graph.Items.Count ? graph.Items[at].X : borders.TryGetValue(at, out var place) ? place : null;

    private int Low(FlowGroup group) => graph.Items.Count + (2 * graph.Chart.Groups.IndexOf(group));

    private int High(FlowGroup group) => Low(group) + 1;

    private void Add(int one, int other, double gap)
    {
        after[one].Add((other, gap));
        before[other].Add((one, gap));
    }

    /// <summary>Walks a rank from item to item, in and out of frames.</summary>
    private void AddRank(List<LayoutItem> rank)
    {
        LayoutItem? previous = null;
        foreach (var item in rank)
        {
            var (at, room) = (-1, 0.0);
            if (previous is not null)
            {
                (at, room) = (previous.Index, previous.Width / 2);
                foreach (var left in Chain(previous.Group).TakeWhile(group => !group.Holds(item.Group)))
                {
                    Add(at, High(left), room + highPadding(left));
                    (at, room) = (High(left), 0);
                }
                room += Gap(previous, item);
            }
            foreach (var entered in Chain(item.Group).TakeWhile(group => previous is null || !group.Holds(previous.Group)).Reverse())
            {
                if (at >= 0) Add(at, Low(entered), room);
                (at, room) = (Low(entered), lowPadding(entered));
            }
            if (at >= 0) Add(at, item.Index, room + (item.Width / 2));
            previous = item;
        }
        if (previous is null) return;
        var (last, rest) = (previous.Index, previous.Width / 2);
        foreach (var left in Chain(previous.Group))
        {
            Add(last, High(left), rest + highPadding(left));
            (last, rest) = (High(left), 0);
        }
    }

    private static double Gap(LayoutItem one, LayoutItem other) =>
        one.Group != other.Group ? FrameGap : one.Node is null || other.Node is null ? PointGap : ItemGap;

    private static IEnumerable<FlowGroup> Chain(FlowGroup? group)
    {
        for (; group is not null; group = group.Parent) yield return group;
    }
}
