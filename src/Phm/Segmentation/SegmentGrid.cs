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
    private readonly GridView _view;
    private readonly Lazy<GridNodes> _nodes;
    private readonly Lazy<int> _unitNode;

    internal SegmentGrid(SegmentationScheme scheme, Population population, Period period, GridCounts counts)
        : this(scheme, population, period, counts, GridView.Default, null)
    {
    }

    private SegmentGrid(SegmentationScheme scheme, Population population, Period period, GridCounts counts, GridView view, Lazy<GridNodes>? nodes)
    {
        (Scheme, Period, _population, _counts, _view) = (scheme, period, population, counts, view);
        _nodes = nodes ?? new(() => GridNodes.Of(counts, population.Geography, view.Finest, view.Detail, view.Policy));
        _unitNode = new(() => view.Unit is null ? Nodes.Geography.Everyone : Nodes.Geography.Find(view.Unit));
    }

    /// <summary>The scheme that made the segments.</summary>
    public SegmentationScheme Scheme { get; }

    /// <summary>The period of conditions, use and spend.</summary>
    public Period Period { get; }

    /// <summary>The policy by which numbers are shown.</summary>
    public DisclosurePolicy Policy => _view.Policy;

    /// <summary>The name of the unit that the grid shows.</summary>
    public string Unit => Nodes.Geography.Name(UnitNode);

    /// <summary>Whom the grid is about, for titles: the unit, or the population by its name.</summary>
    internal string Whom => _view.Unit is { } unit ? $"{unit} in {_population.Name}" : _population.Name;

    /// <summary>The segments, in the order of the scheme.</summary>
    public IReadOnlyList<string> Segments => Scheme.Segments;

    /// <summary>The age bands.</summary>
    public IReadOnlyList<string> AgeBands => Scheme.AgeBands.Names;

    private GridNodes Nodes => _nodes.Value;

    private int UnitNode => _unitNode.Value;

    /// <summary>The same grid under another policy.</summary>
    public SegmentGrid Under(DisclosurePolicy policy) => Seen(_view with { Policy = policy });

    /// <summary>
    /// The same grid with units down to a level. The finest level that can be shown decides what is suppressed: one policy holds over
    /// all of them, so that a network cannot be found from its practices. The default is the locality.
    /// </summary>
    public SegmentGrid DownTo(Level finest) => Seen(_view with { Finest = finest });

    /// <summary>
    /// The same grid with every age band, segment and service of every unit. What it can show must be protected as a whole, so more of it
    /// is hidden than of the overview.
    /// </summary>
    public SegmentGrid Detailed() => Seen(_view with { Detail = GridDetail.EveryCell });

    /// <summary>The grid of one unit, by its name.</summary>
    /// <exception cref="ArgumentException">There is no such unit.</exception>
    public SegmentGrid In(string unit)
    {
        Nodes.Geography.Find(unit);
        return Seen(_view with { Unit = unit }, _nodes);
    }

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
    /// <exception cref="ArgumentException">The other period begins before this one has ended.</exception>
    /// <exception cref="DataException">The data cover no day of the other period.</exception>
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
        if (_view.Unit is not null) throw new InvalidOperationException($"{table} is of everyone, and this grid is of '{_view.Unit}'. Ask the grid before .In(…).");
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

    private SegmentGrid Seen(GridView view, Lazy<GridNodes>? nodes = null) => new(Scheme, _population, Period, _counts, view, nodes);
}
