using Phm.Disclosure;
using Phm.Populations;
using Phm.Segmentation;
using Phm.Tests.Disclosure;

namespace Phm.Tests.Segmentation;

/// <summary>
/// A reader who has every table of a grid, knows that totals are the sums of their parts, and solves for what is suppressed. Numbers are
/// not rounded here, which only helps the reader.
/// </summary>
public sealed class GridDisclosureTests
{
    private static readonly Period s_year = Period.FinancialYear(2024);

    private static readonly DisclosurePolicy s_exact = DisclosurePolicy.Default with { RoundTo = 1, RoundPoundsTo = 0 };

    private static readonly SegmentationScheme s_scheme = (SegmentationScheme.Named("Random") with { AgeBands = AgeBands.From(0, 40) })
        .Segment("Cancer", p => p.Has(Condition.Cancer), because: "cancer")
        .Segment("Ill", p => p.Has(Condition.Asthma), because: "asthma")
        .Segment("Ill", p => p.Has(Condition.Diabetes), because: "diabetes")
        .Otherwise("Well");

    public static TheoryData<int, int, Level> Populations()
    {
        var cases = new TheoryData<int, int, Level>();
        for (var seed = 1; seed <= 12; seed++) cases.Add(seed, seed % 3 == 0 ? 60 : 40 * seed, (Level)(seed % 4));
        return cases;
    }

    [Theory]
    [MemberData(nameof(Populations))]
    public void No_suppressed_count_of_people_follows_from_every_cell_that_the_grid_shows(int seed, int people, Level finest) =>
        AssertPeopleProtected(RandomPeople.Draw(seed, people).Build(), finest, grid => grid.Detailed());

    [Theory]
    [MemberData(nameof(Populations))]
    public void No_suppressed_count_of_people_follows_from_the_overview(int seed, int people, Level finest) =>
        AssertPeopleProtected(RandomPeople.Draw(seed, people).Build(), finest, grid => grid);

    [Theory]
    [MemberData(nameof(Populations))]
    public void Where_people_are_suppressed_so_is_all_that_is_made_of_them(int seed, int people, Level finest)
    {
        var population = RandomPeople.Draw(seed, people).Build();
        var grid = s_scheme.Apply(population, s_year).Under(s_exact).DownTo(finest).Detailed();
        var (lattice, units) = Lattice(population.Geography, finest);
        for (var node = 0; node < lattice.Count; node++)
        {
            var (unit, age, segment) = Cell(grid, units, lattice, node);
            if (!unit.People(segment, age).IsSuppressed) continue;
            foreach (var measure in Enum.GetValues<GridMeasure>()) Assert.True(unit.Value(measure, segment, age).IsSuppressed);
            foreach (var service in Vocabulary<PointOfDelivery>.All) Assert.True(unit.Spend(segment, age, service).IsSuppressed);
        }
    }

    [Theory]
    [InlineData(1, 150)]
    [InlineData(2, 300)]
    [InlineData(3, 600)]
    public void No_suppressed_amount_follows_from_every_cell_that_the_grid_shows(int seed, int people) =>
        AssertSpendProtected(RandomPeople.Draw(seed, people).Build(), grid => grid.Detailed());

    [Theory]
    [InlineData(1, 150)]
    [InlineData(2, 300)]
    [InlineData(3, 600)]
    [InlineData(4, 900)]
    public void No_suppressed_amount_follows_from_the_overview(int seed, int people) =>
        AssertSpendProtected(RandomPeople.Draw(seed, people).Build(), grid => grid);

    private static void AssertPeopleProtected(Population population, Level finest, Func<SegmentGrid, SegmentGrid> detail)
    {
        var grid = detail(s_scheme.Apply(population, s_year).Under(s_exact).DownTo(finest));
        var everything = grid.Detailed().Under(DisclosurePolicy.UnprotectedForSyntheticDataOnly);
        var (lattice, units) = Lattice(population.Geography, finest);
        var hidden = Enumerable.Range(0, lattice.Count).Select(node => IsUnknown(() =>
        {
            var (unit, age, segment) = Cell(grid, units, lattice, node);
            return unit.People(segment, age);
        })).ToArray();
        Assert.DoesNotContain(LinearReader.FindsOut(lattice, hidden), node =>
        {
            var (unit, age, segment) = Cell(everything, units, lattice, node);
            return s_exact.Suppresses((long)unit.People(segment, age).Value);
        });
    }

    private static void AssertSpendProtected(Population population, Func<SegmentGrid, SegmentGrid> detail)
    {
        var grid = detail(s_scheme.Apply(population, s_year).Under(s_exact).DownTo(Level.System));
        var everything = grid.Detailed().Under(DisclosurePolicy.UnprotectedForSyntheticDataOnly);
        var services = Vocabulary<PointOfDelivery>.All.Cast<PointOfDelivery?>().Append(null).ToArray();
        var (_, units) = Lattice(population.Geography, Level.System);
        var lattice = new Lattice(Axis.Tree([2, 2, -1]), Axis.WithTotal(2), Axis.WithTotal(3), Axis.WithTotal(services.Length - 1));
        DisclosedValue Spend(SegmentGrid of, int node) =>
            (units[lattice.Coordinate(node, 0)] is { } name ? of.In(name) : of)
            .Spend(Name(of.Segments, lattice.Coordinate(node, 2)), Name(of.AgeBands, lattice.Coordinate(node, 1)), services[lattice.Coordinate(node, 3)]);

        var hidden = Enumerable.Range(0, lattice.Count).Select(node => IsUnknown(() => Spend(grid, node))).ToArray();

        Assert.Contains(true, hidden);
        Assert.DoesNotContain(LinearReader.FindsOut(lattice, hidden), node => Spend(everything, node).Value > 0 && IsSuppressed(() => Spend(grid, node)));
    }

    /// <summary>What a reader does not have: a number that is suppressed, or one that this grid does not show at all.</summary>
    private static bool IsUnknown(Func<DisclosedValue> ask)
    {
        try
        {
            return ask().IsSuppressed;
        }
        catch (DisclosureException)
        {
            return true;
        }
    }

    private static bool IsSuppressed(Func<DisclosedValue> ask)
    {
        try
        {
            return ask().IsSuppressed;
        }
        catch (DisclosureException)
        {
            return false;
        }
    }

    [Theory]
    [MemberData(nameof(Populations))]
    public void No_suppressed_reason_follows_from_the_reasons_and_segments_that_are_shown(int seed, int people, Level finest)
    {
        var grid = s_scheme.Apply(RandomPeople.Draw(seed, people).Build(), s_year).Under(s_exact).DownTo(finest);
        // Rules 0 to 3, segments 4 to 6, everyone 7.
        var lattice = new Lattice(Axis.Tree([4, 5, 5, 6, 7, 7, 7, -1]));
        bool[] hidden = [.. grid.Reasons().Rows.Select(row => row[2].Number.IsSuppressed), .. grid.Segments.Select(segment => grid.People(segment).IsSuppressed), grid.People().IsSuppressed];
        Assert.Empty(LinearReader.FindsOut(lattice, hidden));
    }

    [Theory]
    [MemberData(nameof(Populations))]
    public void No_suppressed_cell_of_a_movement_follows_from_it_and_the_grids_of_both_years(int seed, int people, Level finest)
    {
        var population = RandomPeople.Draw(seed, people).Build();
        var from = s_scheme.Apply(population, s_year).Under(s_exact).DownTo(finest);
        var to = s_scheme.Apply(population, s_year.Next).Under(s_exact).DownTo(finest);
        var movement = from.Movement(s_year.Next);
        var lattice = new Lattice(Axis.WithTotal(5), Axis.WithTotal(5));
        var hidden = Enumerable.Range(0, lattice.Count).Select(node => movement.People(node / 6, node % 6).IsSuppressed).ToArray();
        for (var segment = 0; segment < 3; segment++)
        {
            hidden[lattice.Index(segment, 5)] &= from.People(from.Segments[segment]).IsSuppressed;
            hidden[lattice.Index(5, segment)] &= to.People(to.Segments[segment]).IsSuppressed;
        }
        // A total of few who came, died or left may follow where both grids show all segments: they are protected apart from one another.
        Assert.DoesNotContain(LinearReader.FindsOut(lattice, hidden), node => node / 6 < 5 && node % 6 < 5);
    }

    [Theory]
    [MemberData(nameof(Populations))]
    public void Every_table_shows_what_the_grid_shows_and_no_more(int seed, int people, Level finest)
    {
        var grid = s_scheme.Apply(RandomPeople.Draw(seed, people).Build(), s_year).Under(s_exact).DownTo(finest);
        for (var level = finest; level <= Level.System; level++)
        {
            foreach (var row in grid.By(level, GridMeasure.People).Rows)
            {
                var unit = row[0].Text == "Everyone" ? grid : grid.In(row[0].Text!);
                Assert.Equal(grid.Segments.Select(segment => unit.People(segment)).Append(unit.People()), row.Skip(1).Select(cell => cell.Number));
            }
            foreach (var row in grid.Detailed().Cells(level).Rows)
                Assert.Equal(grid.Detailed().In(row[0].Text!).People(row[2].Text, row[1].Text), row[3].Number);
        }
    }

    [Fact]
    public void Suppressed_zero_and_missing_are_told_apart_in_the_table_and_in_CSV()
    {
        var people = SmallPopulation.Of("id | conditions | activity\n"
            + string.Join('\n', Enumerable.Range(0, 3).Select(i => $"c{i} | cancer | gp 2024-05-01 £40"))
            + "\n" + string.Join('\n', Enumerable.Range(0, 43).Select(i => $"d{i} | diabetes | gp 2024-05-01 £100"))
            + "\n" + string.Join('\n', Enumerable.Range(0, 21).Select(i => $"w{i} | | gp 2024-05-01 £100")));
        var grid = (s_scheme with { AgeBands = AgeBands.All }).Apply(people, s_year);
        var table = grid.ToTable();
        Assert.Equal("Cancer,[c],[c],[c],[c],[c]", table.ToCsv().Split('\n')[1]);
        Assert.Equal("[c]", table.Rows[0][1].Print(table.Columns[1]));

        var empty = SegmentationScheme.Named("Nobody").Segment("None", _ => false, because: "no one").Otherwise("All").Apply(people, s_year).ToTable();
        Assert.Equal("None,0,0,0,[x],0", empty.ToCsv().Split('\n')[1]);
    }

    [Fact]
    public void Rates_are_made_of_the_numbers_that_are_shown()
    {
        var people = SmallPopulation.Of("id | activity\n" + string.Join('\n', Enumerable.Range(0, 43).Select(i => $"d{i} | gp 2024-05-01 £100")));
        var grid = s_scheme.Apply(people, s_year);
        Assert.Equal(45, grid.People().Value);
        Assert.Equal(4_000, grid.Spend().Value);
        Assert.Equal(4_000 / 45.0, grid.SpendPerHead().Value);
        Assert.Equal(4_000 / 45.0, grid.ByService().Rows[^1][^1].Number.Value);
    }

    /// <summary>Units, ages and segments with their totals, written down apart from the product; a unit without a name is everyone.</summary>
    private static (Lattice Lattice, string?[] Units) Lattice(Geography geography, Level finest)
    {
        var units = new List<string?>();
        var parents = new List<int>();
        var first = new Dictionary<Level, int>();
        for (var level = finest; level <= Level.System; level++)
        {
            first[level] = units.Count;
            units.AddRange(geography.Practices.Select(practice => practice.UnitAt(level)).Distinct());
            // The unit of people without a practice has one name at all levels, so it is looked at once, at the top.
            if (level == Level.System) units.Add(Geography.NotKnown);
        }
        units.Add(null);
        for (var level = finest; level <= Level.System; level++)
        {
            foreach (var unit in geography.Practices.GroupBy(practice => practice.UnitAt(level)))
                parents.Add(level == Level.System ? units.Count - 1 : units.IndexOf(unit.First().UnitAt(level + 1), first[level + 1]));
        }
        parents.Add(units.Count - 1);
        parents.Add(-1);
        return (new Lattice(Axis.Tree(parents), Axis.WithTotal(2), Axis.WithTotal(3)), [.. units]);
    }

    private static (SegmentGrid Unit, string? Age, string? Segment) Cell(SegmentGrid grid, string?[] units, Lattice lattice, int node) =>
        (units[lattice.Coordinate(node, 0)] is { } unit ? grid.In(unit) : grid, Name(grid.AgeBands, lattice.Coordinate(node, 1)), Name(grid.Segments, lattice.Coordinate(node, 2)));

    private static string? Name(IReadOnlyList<string> names, int index) => index < names.Count ? names[index] : null;
}
