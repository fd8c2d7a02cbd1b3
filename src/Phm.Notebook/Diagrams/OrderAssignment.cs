using Phm.Notebook.Execution;

namespace Phm.Notebook.Diagrams;

/// <summary>
/// Orders each rank so that few links cross, by barycentres of neighbours swept down and up. What lies in a frame stays together, and
/// frames keep one order on all ranks.
/// </summary>
internal sealed class OrderAssignment
{
    private const int Sweeps = 24;

    private readonly LayeredGraph graph;
    private readonly Dictionary<FlowGroup, double> groupKeys = [];
    private bool swapsEquals;

    private OrderAssignment(LayeredGraph graph) => this.graph = graph;

    public static void Run(LayeredGraph graph)
    {
        var assignment = new OrderAssignment(graph);
        assignment.SortAll(item => item.Index);
        var best = graph.Items.Select(item => item.Order).ToArray();
        var least = Crossings(graph);
        for (var sweep = 0; sweep < Sweeps && least > 0; sweep++)
        {
            // Equals keep their order in two sweeps and change it in the next two, which leads out of many a dead end.
            assignment.swapsEquals = sweep % 4 >= 2;
            assignment.Sweep(isDown: sweep % 2 == 0);
            var crossings = Crossings(graph);
            if (crossings >= least) continue;
            least = crossings;
            best = [.. graph.Items.Select(item => item.Order)];
        }
        foreach (var item in graph.Items) item.Order = best[item.Index];
        foreach (var rank in graph.Ranks) rank.Sort((one, other) => one.Order.CompareTo(other.Order));
    }

    /// <summary>How many pairs of links cross between neighbouring ranks.</summary>
    public static long Crossings(LayeredGraph graph)
    {
        var crossings = 0L;
        foreach (var rank in graph.Ranks)
        {
            var ends = rank.SelectMany(item => item.Below.Select(below => below.Order).Order()).ToArray();
            crossings += Inversions(ends);
        }
        return crossings;
    }

    private static long Inversions(int[] values)
    {
        if (values.Length == 0) return 0;
        var (counts, inversions) = (new int[values.Max() + 2], 0L);
        for (var i = 0; i < values.Length; i++)
        {
            var notGreater = 0;
            for (var at = values[i] + 1; at > 0; at -= at & -at) notGreater += counts[at];
            inversions += i - notGreater;
            for (var at = values[i] + 1; at < counts.Length; at += at & -at) counts[at]++;
        }
        return inversions;
    }

    private void Sweep(bool isDown)
    {
        foreach (var group in graph.Chart.Groups) groupKeys[group] = graph.Items.Where(item => group.Holds(item.Group)).Average(Place);
        foreach (var rank in isDown ? graph.Ranks : Enumerable.Reverse(graph.Ranks))
            Sort(rank, item => (isDown ? item.Above : item.Below) is { Count: > 0 } neighbours ? neighbours.Average(Place) : Place(item));
    }

    private void SortAll(Func<LayoutItem, double> key)
    {
        foreach (var group in graph.Chart.Groups) groupKeys[group] = graph.Items.Where(item => group.Holds(item.Group)).Average(key);
        foreach (var rank in graph.Ranks) Sort(rank, key);
    }

    /// <summary>Where an item lies in its rank, from 0 to 1.</summary>
    private double Place(LayoutItem item) => (item.Order + 0.5) / graph.Ranks[item.Rank].Count;

    private void Sort(List<LayoutItem> rank, Func<LayoutItem, double> key)
    {
        StopPoint.Pass();
        var keys = rank.ToDictionary(item => item, item => Keys(item, key));
        var sorted = rank.OrderBy(item => item, Comparer<LayoutItem>.Create((one, other) => Compare(one, other, keys))).ToList();
        rank.Clear();
        rank.AddRange(sorted);
        for (var i = 0; i < rank.Count; i++) rank[i].Order = i;
    }

    /// <summary>The keys of the frames around an item, outermost first, and its own; each with a number that tells equals apart.</summary>
    private List<(double Key, int Number)> Keys(LayoutItem item, Func<LayoutItem, double> key)
    {
        var keys = new List<(double, int)>();
        for (var group = item.Group; group is not null; group = group.Parent) keys.Insert(0, (groupKeys[group], -1 - graph.Chart.Groups.IndexOf(group)));
        keys.Add((key(item), swapsEquals ? -item.Order : item.Order));
        return keys;
    }

    private static int Compare(LayoutItem one, LayoutItem other, Dictionary<LayoutItem, List<(double Key, int Number)>> keys)
    {
        var (left, right) = (keys[one], keys[other]);
        for (var i = 0; i < Math.Min(left.Count, right.Count); i++)
        {
            var compared = left[i].CompareTo(right[i]);
            if (compared != 0) return compared;
        }
        return one.Index.CompareTo(other.Index);
    }
}
