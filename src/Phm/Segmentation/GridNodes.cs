using Phm.Disclosure;
using Phm.Populations;

namespace Phm.Segmentation;

/// <summary>All that a grid can show, after disclosure control.</summary>
internal abstract class GridNodes(GridCounts counts, Geography geography, Level finest, DisclosurePolicy policy)
{
    /// <summary>How much dearer it is to hide a total than a part, for each axis on which it is one: a reader misses a total more.</summary>
    internal const double CostOfTotals = 1000;

    public GeographyAxis Geography { get; } = new(geography, finest);

    /// <summary>The node of all ages.</summary>
    public int AllAges => Counts.AgeBands;

    /// <summary>The node of all segments.</summary>
    public int AllSegments => Counts.Segments;

    /// <summary>The node of all services.</summary>
    public static int AllServices => GridCounts.Services;

    protected GridCounts Counts { get; } = counts;

    protected DisclosurePolicy Policy { get; } = policy;

    public static GridNodes Of(GridCounts counts, Geography geography, Level finest, GridDetail detail, DisclosurePolicy policy) =>
        detail == GridDetail.EveryCell ? new EveryCellNodes(counts, geography, finest, policy) : new OverviewNodes(counts, geography, finest, policy);

    /// <summary>People of a unit, an age band and a segment, each of which may be the total.</summary>
    public abstract DisclosedValue People(int unit, int age, int segment);

    /// <summary>Pounds spent on these people at a service, which may be all services.</summary>
    public abstract DisclosedValue Spend(int unit, int age, int segment, int service);

    /// <summary>The place of each practice among the leaves of the geography.</summary>
    protected int[] LeafOfPractice()
    {
        var leafOf = Geography.Axis.Leaves.Select((node, leaf) => (node, leaf)).ToDictionary(pair => pair.node, pair => pair.leaf);
        return [.. Enumerable.Range(0, Counts.Practices).Select(practice => leafOf[Geography.NodeOf(practice, Geography.Finest)])];
    }
}
