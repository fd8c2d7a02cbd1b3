using Phm.Disclosure;
using Phm.Populations;
using Phm.Presentation;

namespace Phm.Segmentation;

/// <summary>
/// A population in a period, put into segments by a scheme and crossed with age: people and spend by service in every cell and every
/// unit of geography. Shown by itself it is the segments of everyone; the methods show other faces of the same grid.
/// </summary>
public sealed partial record SegmentGrid : Result
{
    private readonly GridCounts _counts;
    private readonly Population _population;
    private readonly Level _finest;
    private readonly Lazy<GridNodes> _nodes;
    private readonly string? _unit;
    private readonly Lazy<int> _unitNode;

    internal SegmentGrid(SegmentationScheme scheme, Population population, Period period, GridCounts counts, Level finest = Level.Locality, DisclosurePolicy? policy = null, string? unit = null)
    {
        Scheme = scheme;
        Period = period;
        Policy = policy ?? DisclosurePolicy.Default;
        _population = population;
        _counts = counts;
        _finest = finest;
        _unit = unit;
        _nodes = new(() => new GridNodes(counts, population.Geography, finest, Policy));
        _unitNode = new(() => unit is null ? Nodes.Geography.Everyone : Nodes.Geography.Find(unit));
    }

    private SegmentGrid(SegmentGrid grid, string unit) : base(grid)
    {
        (Scheme, Period, Policy) = (grid.Scheme, grid.Period, grid.Policy);
        (_population, _counts, _finest, _nodes, _unit) = (grid._population, grid._counts, grid._finest, grid._nodes, unit);
        var node = Nodes.Geography.Find(unit);
        _unitNode = new(() => node);
    }

    /// <summary>The scheme that made the segments.</summary>
    public SegmentationScheme Scheme { get; }

    /// <summary>The period of conditions, use and spend.</summary>
    public Period Period { get; }

    /// <summary>The policy by which numbers are shown.</summary>
    public DisclosurePolicy Policy { get; }

    /// <summary>The name of the unit that the grid shows.</summary>
    public string Unit => Nodes.Geography.Name(UnitNode);

    /// <summary>The segments, in the order of the scheme.</summary>
    public IReadOnlyList<string> Segments => Scheme.Segments;

    /// <summary>The age bands.</summary>
    public IReadOnlyList<string> AgeBands => Scheme.AgeBands.Names;

    private GridNodes Nodes => _nodes.Value;

    private int UnitNode => _unitNode.Value;

    /// <summary>The same grid under another policy.</summary>
    public SegmentGrid Under(DisclosurePolicy policy) => new(Scheme, _population, Period, _counts, _finest, policy, _unit);

    /// <summary>
    /// The same grid with units down to a level. The finest level that can be shown decides what is suppressed: one policy holds over
    /// all of them, so that a network cannot be found from its practices. The default is the locality.
    /// </summary>
    public SegmentGrid DownTo(Level finest) => new(Scheme, _population, Period, _counts, finest, Policy, _unit);

    /// <summary>The grid of one unit, by its name.</summary>
    /// <exception cref="ArgumentException">There is no such unit.</exception>
    public SegmentGrid In(string unit) => new(this, unit);

    /// <summary>People in a cell; null stands for all.</summary>
    public DisclosedValue People(string? segment = null, string? ageBand = null) => Nodes.People(UnitNode, Age(ageBand), Segment(segment));

    /// <summary>Spend in pounds on a cell at a service; null stands for all.</summary>
    public DisclosedValue Spend(string? segment = null, string? ageBand = null, PointOfDelivery? service = null) =>
        Nodes.Spend(UnitNode, Age(ageBand), Segment(segment), Service(service));

    /// <summary>Spend in pounds for each person of a cell at a service; null stands for all.</summary>
    public DisclosedValue SpendPerHead(string? segment = null, string? ageBand = null, PointOfDelivery? service = null) =>
        Ratio(Spend(segment, ageBand, service), People(segment, ageBand));

    /// <summary>A measure of a cell; null stands for all.</summary>
    public DisclosedValue Value(GridMeasure measure, string? segment = null, string? ageBand = null) => Value(measure, UnitNode, Age(ageBand), Segment(segment));

    internal DisclosedValue Value(GridMeasure measure, int unit, int age, int segment)
    {
        var people = Nodes.People(unit, age, segment);
        var spend = Nodes.Spend(unit, age, segment, GridNodes.AllServices);
        return measure switch
        {
            GridMeasure.People => people,
            GridMeasure.ShareOfPeople => Ratio(people, Nodes.People(unit, Nodes.AllAges, Nodes.AllSegments)),
            GridMeasure.Spend => spend,
            GridMeasure.SpendPerHead => Ratio(spend, people),
            GridMeasure.ShareOfSpend => Ratio(spend, Nodes.Spend(unit, Nodes.AllAges, Nodes.AllSegments, GridNodes.AllServices)),
            _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "Not a measure of a grid."),
        };
    }

    /// <summary>How many people moved between segments from this period to a later one. See <see cref="SegmentMovement"/>.</summary>
    /// <exception cref="ArgumentException">The other period does not begin later.</exception>
    /// <exception cref="InvalidOperationException">The grid is that of one unit.</exception>
    public SegmentMovement Movement(Period to)
    {
        RequireEveryone("Movement");
        return SegmentMovement.Of(Scheme, _population, Period, to, Policy);
    }

    /// <summary>A ratio of two numbers as shown, so that it tells no more than they do; missing where the second is 0.</summary>
    private static DisclosedValue Ratio(DisclosedValue part, DisclosedValue whole) => DisclosedValue.Combine(part, whole, (a, b) => b == 0 ? double.NaN : a / b);

    /// <summary>The numbers of one unit would have to be protected together with those of all others, which is not done for this table.</summary>
    private void RequireEveryone(string table)
    {
        if (_unit is not null) throw new InvalidOperationException($"{table} is of everyone, and this grid is of '{_unit}'. Ask the grid before .In(…).");
    }

    private int Age(string? band) => band is null ? Nodes.AllAges : IndexOf(AgeBands, band, "age band");

    private int Segment(string? name) => name is null ? Nodes.AllSegments : IndexOf(Segments, name, "segment");

    private static int Service(PointOfDelivery? service) => service is { } point ? (int)point : GridNodes.AllServices;

    private int IndexOf(IReadOnlyList<string> names, string name, string kind)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (string.Equals(names[i], name, StringComparison.Ordinal)) return i;
        }
        throw new ArgumentException($"'{Scheme.Name}' has no {kind} '{name}'. It has {string.Join(", ", names)}.", nameof(name));
    }
}
