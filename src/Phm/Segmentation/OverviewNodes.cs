using Phm.Disclosure;
using Phm.Populations;

namespace Phm.Segmentation;

/// <summary>
/// The overview of a grid: segments by age, segments by unit, and segments by service. The three tables share only the totals of the segments.
/// </summary>
/// <remarks>
/// People are protected in one lattice of which the overview is all that is published. Spend is protected table by table, a total that
/// one hides being hidden by all. The tables are the margins of a decomposable graph, so tables that agree on the totals always fit
/// together; what one leaves uncertain about several hidden totals at once the others may still narrow.
/// </remarks>
internal sealed class OverviewNodes : GridNodes
{
    private readonly GridFace _ages;
    private readonly GridFace _units;
    private readonly GridFace _services;

    public OverviewNodes(GridCounts counts, Geography geography, Level finest, DisclosurePolicy policy) : base(counts, geography, finest, policy)
    {
        _ages = Ages();
        _units = Units();
        _services = Services();
        Protect();
    }

    public override GridDetail Detail => GridDetail.Overview;

    public override DisclosedValue People(int unit, int age, int segment) =>
        unit == Geography.Everyone ? _ages.People(age, segment, Policy)
        : age == AllAges ? _units.People(unit, segment, Policy)
        : throw NotShown();

    public override DisclosedValue Spend(int unit, int age, int segment, int service) =>
        service == AllServices && unit == Geography.Everyone ? _ages.Spend(age, segment, Policy)
        : service == AllServices && age == AllAges ? _units.Spend(unit, segment, Policy)
        : unit == Geography.Everyone && age == AllAges ? _services.Spend(service, segment, Policy)
        : throw NotShown();

    private static DisclosureException NotShown() => new(
        "This grid shows segments by age and by service for everyone, and segments alone for each unit. Ask for grid.Detailed() first: the more is shown, the more must be hidden, so the choice comes before the table.");

    private void Protect()
    {
        GridFace[] faces = [_ages, _units, _services];
        var people = ProtectPeople();
        Settle((bool[])people.Clone(), totals =>
        {
            foreach (var face in faces) face.ProtectSpend(Policy, totals, people, CostOfTotals);
        });
    }

    /// <summary>
    /// People are protected in both of their tables at once. Apart from one another it would not be enough: where both hide the totals of
    /// several segments, what one table leaves uncertain about them may be settled by the other.
    /// </summary>
    /// <returns>Whether the total of each segment, and that of all, is hidden.</returns>
    private bool[] ProtectPeople()
    {
        var cells = Cells();
        var counts = Fill(cells, Counts.People);
        bool[] unpublished = [.. Enumerable.Range(0, cells.Count).Select(node => cells.Coordinate(node, 0) != Geography.Everyone && cells.Coordinate(node, 1) != AllAges)];
        var hidden = SecondarySuppression.Protect(cells, counts, Policy, unpublished: unpublished, costs: Costs(cells, counts));
        _ages.HidePeople((age, segment) => hidden[cells.Index(Geography.Everyone, age, segment)]);
        _units.HidePeople((unit, segment) => hidden[cells.Index(unit, AllAges, segment)]);
        return [.. Enumerable.Range(0, AllSegments + 1).Select(segment => hidden[cells.Index(Geography.Everyone, AllAges, segment)])];
    }

    /// <summary>Protects until no face hides a total that another shows. Totals are only ever added, so it ends.</summary>
    private static void Settle(bool[] totals, Action<bool[]> protect)
    {
        int before;
        do
        {
            before = totals.Count(hidden => hidden);
            protect(totals);
        }
        while (totals.Count(hidden => hidden) > before);
    }

    private GridFace Ages()
    {
        long Sum(int age, int segment, Func<int, int, int, long> value) => Enumerable.Range(0, Counts.Practices).Sum(practice => value(practice, age, segment));
        long[] Fill(Func<int, int, int, long> value) => Table(AllAges, (age, segment) => Sum(age, segment, value));
        return new GridFace(Axis.WithTotal(AllAges), AllAges, Counts.Segments, Fill(Counts.People), Fill(PenceOfAll), Fill(Counts.UsersOfAny));
    }

    private GridFace Units()
    {
        var leafOfPractice = LeafOfPractice();
        long[] Fill(Func<int, int, int, long> value)
        {
            var values = new long[Geography.Axis.Leaves.Count * Counts.Segments];
            for (var practice = 0; practice < Counts.Practices; practice++)
            {
                for (var segment = 0; segment < Counts.Segments; segment++)
                {
                    values[leafOfPractice[practice] * Counts.Segments + segment] += Enumerable.Range(0, AllAges).Sum(age => value(practice, age, segment));
                }
            }
            return values;
        }
        return new GridFace(Geography.Axis, Geography.Everyone, Counts.Segments, Fill(Counts.People), Fill(PenceOfAll), Fill(Counts.UsersOfAny));
    }

    private GridFace Services()
    {
        long OfSegment(int segment, Func<int, int, long> value) => Enumerable.Range(0, Counts.Practices).Sum(practice => Enumerable.Range(0, AllAges).Sum(age => value(practice, age)));
        var anyService = Enumerable.Range(0, Counts.Segments).Select(segment => OfSegment(segment, (p, a) => Counts.UsersOfAny(p, a, segment))).ToArray();
        return new GridFace(Axis.WithTotal(AllServices), AllServices, Counts.Segments, people: null,
            Table(AllServices, (service, segment) => OfSegment(segment, (p, a) => Counts.Pence(p, a, segment, service))),
            Table(AllServices, (service, segment) => OfSegment(segment, (p, a) => Counts.Users(p, a, segment, service))),
            [.. anyService, anyService.Sum()]);
    }

    private long PenceOfAll(int practice, int age, int segment) => Enumerable.Range(0, AllServices).Sum(service => Counts.Pence(practice, age, segment, service));

    private long[] Table(int leaves, Func<int, int, long> value) =>
        [.. from leaf in Enumerable.Range(0, leaves) from segment in Enumerable.Range(0, Counts.Segments) select value(leaf, segment)];
}
