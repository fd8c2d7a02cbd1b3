using Phm.Disclosure;
using Phm.Populations;

namespace Phm.Segmentation;

/// <summary>
/// The overview of a grid: segments by age, segments by unit, and segments by service. The three tables share only the totals of the segments,
/// so whatever agrees with each of them alone can be put together to a whole grid, and it is enough to protect each table by itself as long
/// as a total that one hides is hidden by all.
/// </summary>
/// <remarks>
/// The tables are the margins of a graph in which each classification is joined to the segments alone. Such a graph is decomposable: a
/// joint table exists for any margins that agree on the totals (for example, with classifications independent within each segment).
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
        var people = new bool[Counts.Segments + 1];
        Settle(people, totals =>
        {
            foreach (var face in faces) face.ProtectPeople(Policy, totals, CostOfTotals);
        });
        Settle((bool[])people.Clone(), totals =>
        {
            foreach (var face in faces) face.ProtectSpend(Policy, totals, people, CostOfTotals);
        });
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
