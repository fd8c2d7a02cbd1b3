using Phm.Disclosure;
using Phm.Populations;
using Phm.Segmentation;
using Phm.Tests.Disclosure;

namespace Phm.Tests.Segmentation;

/// <summary>
/// Very few people, so that even totals of segments are hidden, and a reader who has the table by age and the table by unit and puts
/// the two together.
/// </summary>
public sealed class OverviewDisclosureTests
{
    private const int Segments = 4;
    private const int AgeBandCount = 2;

    private static readonly SegmentationScheme s_scheme = (SegmentationScheme.Named("Random") with { AgeBands = AgeBands.From(0, 40) })
        .Segment("Cancer", p => p.Has(Condition.Cancer), because: "cancer")
        .Segment("Asthma", p => p.Has(Condition.Asthma), because: "asthma")
        .Segment("Diabetes", p => p.Has(Condition.Diabetes), because: "diabetes")
        .Otherwise("Well");

    [Theory]
    [InlineData(4454, 1)] // These three were found out when each table was protected by itself.
    [InlineData(5299, 1)]
    [InlineData(6664, 1)]
    [InlineData(20_000, 300)]
    public void No_suppressed_count_of_the_two_tables_follows_from_both_together(int firstSeed, int seeds)
    {
        for (var seed = firstSeed; seed < firstSeed + seeds; seed++)
        {
            var population = RandomPeople.Draw(seed, 12 + seed % 60, eventsEach: 0.5).Build();
            var level = (Level)(1 + seed % 3);
            var grid = s_scheme.Apply(population, Period.FinancialYear(2024)).Under(DisclosurePolicy.Default with { RoundTo = 1, RoundPoundsTo = 0 }).DownTo(level);
            var everyCell = grid.Under(DisclosurePolicy.UnprotectedForSyntheticDataOnly).Detailed();
            var units = population.Geography.UnitsAt(level);
            var lattice = new Lattice(Axis.WithTotal(units.Count), Axis.WithTotal(AgeBandCount), Axis.WithTotal(Segments));
            bool IsPublished(int node) => lattice.Coordinate(node, 0) == units.Count || lattice.Coordinate(node, 1) == AgeBandCount;
            bool[] hidden = [.. Enumerable.Range(0, lattice.Count).Select(node => !IsPublished(node) || People(grid, units, lattice, node).IsSuppressed)];

            Assert.DoesNotContain(LinearReader.FindsOut(lattice, hidden), node => IsPublished(node) && People(everyCell, units, lattice, node).Value > 0);
        }
    }

    private static DisclosedValue People(SegmentGrid grid, IReadOnlyList<string> units, Lattice lattice, int node)
    {
        var (unit, age, segment) = (lattice.Coordinate(node, 0), lattice.Coordinate(node, 1), lattice.Coordinate(node, 2));
        return (unit < units.Count ? grid.In(units[unit]) : grid).People(segment < Segments ? grid.Segments[segment] : null, age < AgeBandCount ? grid.AgeBands[age] : null);
    }
}
