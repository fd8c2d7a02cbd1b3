using Phm.Disclosure;
using Phm.Populations;

namespace Phm.Segmentation;

/// <summary>
/// The overview of a grid: segments by age, segments by unit, and segments by service, protected together though far less is hidden than if
/// every cell could be shown.
/// </summary>
/// <remarks>
/// <para>
/// The tables share the totals of the segments and nothing else. Where all these totals are shown, whatever agrees with each table alone can
/// be put together to a whole grid (take the classifications as independent within each segment), so a reader of all tables learns no more
/// of a cell than a reader of its own table, and each table is protected by itself.
/// </para>
/// <para>
/// A segment whose total must be hidden is hidden throughout, zeros included, and never alone: at least two are, and what they have together
/// is not small. A reader knows their sum in each row of each table. Any split of these sums agrees with all tables, and so does any total
/// from 0 to the sum of both, so neither their cells nor their totals can be worked out.
/// </para>
/// </remarks>
internal sealed class OverviewNodes : GridNodes
{
    private readonly GridFace _peopleByAge;
    private readonly GridFace _peopleByUnit;
    private readonly GridFace _penceByAge;
    private readonly GridFace _penceByUnit;
    private readonly GridFace _penceByService;

    public OverviewNodes(GridCounts counts, Geography geography, Level finest, DisclosurePolicy policy) : base(counts, geography, finest, policy)
    {
        var ages = Axis.WithTotal(AllAges);
        _peopleByAge = new GridFace(ages, AllAges, Counts.Segments, ByAge(Counts.People));
        _penceByAge = new GridFace(ages, AllAges, Counts.Segments, ByAge(PenceOfAll), ByAge(Counts.PayersOfAny));
        _peopleByUnit = new GridFace(Geography.Axis, Geography.Everyone, Counts.Segments, ByUnit(Counts.People));
        _penceByUnit = new GridFace(Geography.Axis, Geography.Everyone, Counts.Segments, ByUnit(PenceOfAll), ByUnit(Counts.PayersOfAny));
        _penceByService = new GridFace(Axis.WithTotal(AllServices), AllServices, Counts.Segments, ByService(Counts.Pence), ByService(Counts.Payers), PayersOfSegments());
        Protect();
    }

    public override DisclosedValue People(int unit, int age, int segment) =>
        unit == Geography.Everyone ? Count(_peopleByAge, age, segment)
        : age == AllAges ? Count(_peopleByUnit, unit, segment)
        : throw NotShown();

    public override DisclosedValue Spend(int unit, int age, int segment, int service) =>
        service == AllServices && unit == Geography.Everyone ? Amount(_penceByAge, age, segment)
        : service == AllServices && age == AllAges ? Amount(_penceByUnit, unit, segment)
        : unit == Geography.Everyone && age == AllAges ? Amount(_penceByService, service, segment)
        : throw NotShown();

    private static DisclosureException NotShown() => new(
        "This grid shows segments by age and by service for everyone, and segments alone for each unit. Ask for grid.Detailed() first: the more is shown, the more must be hidden, so the choice comes before the table.");

    private DisclosedValue Count(GridFace face, int node, int segment) => Policy.Count(face.Value(node, segment), face.IsHidden(node, segment));

    private DisclosedValue Amount(GridFace face, int node, int segment) =>
        Policy.Amount(face.Value(node, segment) / 100.0, face.People(node, segment), face.IsHidden(node, segment));

    private void Protect()
    {
        var hidden = new bool[Counts.Segments];
        Settle(hidden, _peopleByAge, AllAges, () => [.. _peopleByAge.Protect(Policy, hidden), .. _peopleByUnit.Protect(Policy, hidden)]);
        // Where people are hidden, so is what was spent on them; spend may have to hide more.
        Settle(hidden, _penceByAge, AllAges, () =>
        [
            .. _penceByAge.Protect(Policy, hidden, _peopleByAge.IsHidden),
            .. _penceByUnit.Protect(Policy, hidden, _peopleByUnit.IsHidden),
            .. _penceByService.Protect(Policy, hidden, (_, segment) => _peopleByAge.IsHidden(AllAges, segment)),
        ]);
    }

    /// <summary>Protects until no table hides a total that another shows. Hidden segments are only ever added, so it ends.</summary>
    private void Settle(bool[] hidden, GridFace face, int total, Func<IReadOnlyList<int>> protect)
    {
        for (var segment = 0; segment < hidden.Length; segment++) hidden[segment] |= Policy.Suppresses(face.People(total, segment));
        while (true)
        {
            NeverAlone(hidden, face, total);
            var more = protect().Where(segment => !hidden[segment]).ToArray();
            if (more.Length == 0) return;
            foreach (var segment in more) hidden[segment] = true;
        }
    }

    /// <summary>Hides the smallest of the others too, until at least two are hidden and they are not few together.</summary>
    private void NeverAlone(bool[] hidden, GridFace face, int total)
    {
        while (true)
        {
            var chosen = Enumerable.Range(0, hidden.Length).Where(segment => hidden[segment] && face.Value(total, segment) > 0).ToArray();
            if (chosen.Length == 0 || (chosen.Length > 1 && !Policy.Suppresses(chosen.Sum(segment => face.People(total, segment))))) return;
            var others = Enumerable.Range(0, hidden.Length).Where(segment => !hidden[segment] && face.Value(total, segment) > 0).ToArray();
            if (others.Length == 0) return;
            hidden[others.MinBy(segment => face.Value(total, segment))] = true;
        }
    }

    private long PenceOfAll(int practice, int age, int segment) => Enumerable.Range(0, AllServices).Sum(service => Counts.Pence(practice, age, segment, service));

    private long[] ByAge(Func<int, int, int, long> value) => Table(AllAges, (age, segment) => Enumerable.Range(0, Counts.Practices).Sum(practice => value(practice, age, segment)));

    private long[] ByService(Func<int, int, int, int, long> value) => Table(AllServices, (service, segment) => OverPracticesAndAges((practice, age) => value(practice, age, segment, service)));

    private long[] ByUnit(Func<int, int, int, long> value)
    {
        var leafOfPractice = LeafOfPractice();
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

    /// <summary>On how many people of each segment anything was spent: fewer than the sum over services, since it is spent at several.</summary>
    private long[] PayersOfSegments() => [.. Enumerable.Range(0, Counts.Segments).Select(segment => OverPracticesAndAges((practice, age) => Counts.PayersOfAny(practice, age, segment)))];

    private long OverPracticesAndAges(Func<int, int, long> value) =>
        Enumerable.Range(0, Counts.Practices).Sum(practice => Enumerable.Range(0, AllAges).Sum(age => value(practice, age)));

    private long[] Table(int leaves, Func<int, int, long> value) =>
        [.. from leaf in Enumerable.Range(0, leaves) from segment in Enumerable.Range(0, Counts.Segments) select value(leaf, segment)];
}
