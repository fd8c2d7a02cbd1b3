using Phm.Disclosure;
using Phm.Populations;
using Phm.Presentation;
using Phm.Segmentation;

namespace Phm.Tests.Segmentation;

/// <summary>A grid of nine people, every number of which is worked out by hand.</summary>
public sealed class SegmentGridTests
{
    private static readonly Period s_year = Period.FinancialYear(2024);

    private static readonly SegmentationScheme s_scheme = SegmentationScheme.Named("Two segments") with { AgeBands = AgeBands.From(0, 18, 65) };

    /// <summary>Ann and Bob share a practice; Cy's network is another; Di lives in another place; Ed's practice is not known.</summary>
    private static readonly Population s_people = SmallPopulation.Of("""
        id  | birth      | practice | from       | to         | death      | conditions                       | activity
        Ann | 1950-06-01 | P1       |            |            |            | diabetes 2010-01-01              | gp 2024-04-01 £40; gp 2025-03-31 £40; ae 2024-12-25 £280; gp 2024-03-31 £999; gp 2025-04-01 £999
        Bob | 2000-01-01 | P1       |            |            |            |                                  | gp 2024-07-01 £40.50
        Cy  | 2010-01-01 | P3       |            |            |            | asthma 2015-01-01                | outpatient 2024-07-01; outpatient 2024-08-01 £150
        Di  | 1960-01-01 | P4       |            |            |            | copd 2024-04-01..2024-04-01      |
        Ed  | 1990-01-01 |          |            |            |            |                                  | emergency 2024-09-09 £3000
        Flo | 1930-01-01 | P4       |            |            | 2024-03-31 | dementia 2020-01-01              | emergency 2024-03-01 £5000
        Gus | 1931-01-01 | P4       |            |            | 2024-04-01 | dementia 2020-01-01              | emergency 2024-04-01 £5000
        Hal | 1985-01-01 | P2       | 2025-04-01 |            |            |                                  |
        Ida | 1985-01-01 | P2       |            | 2024-03-31 |            |                                  |
        Jo  | 2025-03-31 | P2       | 2025-03-31 |            |            |                                  | gp 2025-03-31 £40
        """);

    private static SegmentGrid Grid => Complete(s_scheme).Apply(s_people, s_year).Under(DisclosurePolicy.UnprotectedForSyntheticDataOnly);

    [Fact]
    public void Everyone_present_in_the_period_is_in_one_segment_and_one_band()
    {
        // Flo died and Ida left on the day before the period; Hal comes on the day after; Jo was born on its last day, Gus died on its first.
        Assert.Equal("""
            0-17    1 1
            18-64   1 2
            65+     2 0
            All     4 3
            """, Lines(Grid, (grid, segment, band) => grid.People(segment, band)));
        Assert.Equal(7, Grid.People().Value);
    }

    [Fact]
    public void A_table_of_ratios_says_what_rounding_does_to_those_of_few_people_and_pounds()
    {
        const string words = "Shares and spend per head are ratios of the rounded numbers: rounding alone can move those of ";
        var grid = Grid.Under(DisclosurePolicy.Default).DownTo(Level.Locality);
        foreach (var table in (ResultTable[])[grid.ToTable(), grid.Table(GridMeasure.SpendPerHead), grid.ByService(), grid.By(Level.Locality), grid.By(Level.Locality, GridMeasure.ShareOfPeople), grid.Detailed().Cells(Level.Locality)])
            Assert.Contains(words + "25 people or fewer, or of £5,000 or less, by a tenth or more.", table.Notes);
        foreach (var table in (ResultTable[])[grid.Table(GridMeasure.People), grid.By(Level.Locality, GridMeasure.Spend), grid.Reasons(), Grid.ToTable()])
            Assert.DoesNotContain(table.Notes, note => note.StartsWith(words, StringComparison.Ordinal));
        Assert.Contains(words + "50 people or fewer, by a tenth or more.", Grid.Under(DisclosurePolicy.Default with { RoundTo = 10, RoundPoundsTo = 0 }).ToTable().Notes);
    }

    [Fact]
    public void Spend_is_that_of_the_period_with_both_ends_and_a_row_without_cost_adds_nothing()
    {
        Assert.Equal("""
            0-17    150 40
            18-64   0 3040.5
            65+     5360 0
            All     5510 3080.5
            """, Lines(Grid, (grid, segment, band) => grid.Spend(segment, band)));
        Assert.Equal(80, Grid.Detailed().Spend("Long-term condition", "65+", PointOfDelivery.GeneralPractice).Value);
        Assert.Equal(280, Grid.Spend("Long-term condition", service: PointOfDelivery.AccidentAndEmergency).Value);
        Assert.Equal(8000, Grid.Spend(service: PointOfDelivery.EmergencyAdmission).Value);
        Assert.Equal(150, Grid.Spend(service: PointOfDelivery.Outpatient).Value);
        Assert.Equal(0, Grid.Spend(service: PointOfDelivery.SocialCare).Value);
        Assert.Equal(2680, Grid.SpendPerHead("Long-term condition", "65+").Value);
        Assert.True(Grid.SpendPerHead("No condition", "65+").IsMissing);
    }

    [Fact]
    public void Shares_are_of_the_unit()
    {
        Assert.Equal(4 / 7.0, Grid.Value(GridMeasure.ShareOfPeople, "Long-term condition").Value);
        Assert.Equal(5510 / 8590.5, Grid.Value(GridMeasure.ShareOfSpend, "Long-term condition").Value);
        Assert.Equal(0.5, Grid.In("Riverside").Value(GridMeasure.ShareOfPeople, "No condition").Value);
    }

    [Fact]
    public void People_of_unknown_practice_are_in_every_total_and_in_a_unit_of_their_own()
    {
        var grid = Grid.DownTo(Level.Practice);
        Assert.Equal([2, 1, 1, 2, 1, 7], People(grid.By(Level.Practice)));
        Assert.Equal(["Elm Surgery", "Oak Surgery", "Ash Surgery", "Yew Surgery", "Practice not known", "Everyone"], Names(grid.By(Level.Practice)));
        Assert.Equal([4, 2, 1, 7], People(grid.By(Level.Place)));
        Assert.Equal(["Shire", "Practice not known", "Everyone"], Names(grid.By(Level.System)));
        Assert.Equal([6, 1, 7], People(grid.By(Level.System)));
        Assert.Equal(6, grid.In("Shire").People().Value);
    }

    [Fact]
    public void The_unit_of_unknown_practice_is_shown_only_where_there_are_such_people()
    {
        var known = Complete(s_scheme).Apply(SmallPopulation.Of("""
            id | practice
            A  | P1
            """), s_year).Under(DisclosurePolicy.UnprotectedForSyntheticDataOnly);
        Assert.Equal(["Riverside", "Hillside", "Everyone"], Names(known.By(Level.Locality)));
    }

    [Fact]
    public void Units_of_every_level_add_up_to_the_level_above_and_to_everyone()
    {
        var grid = Grid.DownTo(Level.Practice);
        for (var level = Level.Practice; level <= Level.System; level++)
        {
            foreach (var measure in (GridMeasure[])[GridMeasure.People, GridMeasure.Spend])
            {
                var table = grid.By(level, measure);
                for (var column = 1; column < table.Columns.Count; column++)
                {
                    Assert.Equal(table.Rows[^1][column].Number.Value, table.Rows.SkipLast(1).Sum(row => row[column].Number.Value));
                }
            }
        }
    }

    [Fact]
    public void A_unit_that_is_finer_than_the_grid_is_refused_with_what_to_say_instead()
    {
        var refused = Assert.Throws<DisclosureException>(() => Grid.By(Level.Practice));
        Assert.Contains("grid.DownTo(Level.Practice)", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'Elm Surgery'", Assert.Throws<ArgumentException>(() => Grid.In("Elm Surgery")).Message, StringComparison.Ordinal);
        Assert.Contains("0-17, 18-64, 65+", Assert.Throws<ArgumentException>(() => Grid.People(ageBand: "66+")).Message, StringComparison.Ordinal);
        Assert.Contains("Long-term condition", Assert.Throws<ArgumentException>(() => Grid.People("Ill")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_grid_of_one_unit_stays_that_of_its_unit()
    {
        var unit = Grid.In("Hillside");
        Assert.Equal("Hillside", unit.Unit);
        Assert.Equal(2, unit.People().Value);
        Assert.Equal("Hillside", unit.Under(DisclosurePolicy.UnprotectedForSyntheticDataOnly with { RoundTo = 5 }).Unit);
        Assert.Equal(2, unit.DownTo(Level.Practice).People().Value);
        Assert.Equal(1, unit.DownTo(Level.Practice).In("Ash Surgery").People().Value);
        Assert.Contains("Hillside", unit.ToTable().Title, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => unit.Reasons());
        Assert.Throws<InvalidOperationException>(() => unit.Movement(s_year.Next));
    }

    [Fact]
    public void Cells_of_a_level_are_all_its_people_and_spend_once()
    {
        var cells = Grid.Detailed().Cells(Level.Locality);
        Assert.Equal(3 * 3 * 2, cells.Rows.Count);
        Assert.Equal(7, cells.Rows.Sum(row => row[3].Number.Value));
        var spend = cells.Columns.Index().First(column => column.Item.Heading == "Spend").Index;
        Assert.Equal(8590.5, cells.Rows.Sum(row => row[spend].Number.Value));
        Assert.All(cells.Rows, row => Assert.Equal(row[spend].Number.Value, row.Skip(5).Take(10).Sum(cell => cell.Number.Value)));
    }

    [Fact]
    public void Ages_are_those_of_the_first_day_and_29_February_counts_from_1_March()
    {
        var leap = SmallPopulation.Of("""
            id | birth
            A  | 2004-02-29
            B  | 2004-03-01
            C  | 2004-02-28
            D  | 2022-02-28
            E  | 2022-06-01
            """);
        var scheme = Complete(SegmentationScheme.Named("Adults") with { AgeBands = AgeBands.From(0, 18) });
        Assert.Equal([4, 1], Bands("2022-02-28"));
        Assert.Equal([2, 3], Bands("2022-03-01"));

        double[] Bands(string first)
        {
            var grid = scheme.Apply(leap, Period.Between(first, "2022-12-31")).Under(DisclosurePolicy.UnprotectedForSyntheticDataOnly);
            return [grid.People(ageBand: "0-17").Value, grid.People(ageBand: "18+").Value];
        }
    }

    [Theory]
    [InlineData("diabetes 2010-01-01", true)]
    [InlineData("diabetes 2010-01-01..2024-03-31", false)]
    [InlineData("diabetes 2010-01-01..2024-04-01", true)]
    [InlineData("diabetes 2025-03-31", true)]
    [InlineData("diabetes 2025-04-01", false)]
    [InlineData("diabetes 2010-01-01..2012-01-01; diabetes 2024-06-01..2024-06-02", true)]
    [InlineData("pregnancy 2024-06-01", false)]
    [InlineData("obesity 2010-01-01", false)]
    public void A_condition_counts_where_the_person_lived_with_it_on_any_day_of_the_period(string conditions, bool counts)
    {
        var grid = Complete(s_scheme).Apply(SmallPopulation.Of($"""
            id | conditions
            A  | {conditions}
            """), s_year).Under(DisclosurePolicy.UnprotectedForSyntheticDataOnly);
        Assert.Equal(counts ? 1 : 0, grid.People("Long-term condition").Value);
    }

    [Fact]
    public void A_cohort_is_segmented_like_a_population()
    {
        var cohort = s_people.Where(s_year, person => person.Age >= 65);
        var grid = Complete(s_scheme).Apply(cohort, s_year).Under(DisclosurePolicy.UnprotectedForSyntheticDataOnly);
        Assert.Equal(2, grid.People().Value);
        Assert.Equal(5360, grid.Spend().Value);
    }

    [Fact]
    public void Nobody_makes_a_grid_of_zeros()
    {
        var grid = Complete(s_scheme).Apply(s_people.Where(s_year, _ => false), s_year);
        Assert.Equal(0, grid.People().Value);
        Assert.True(grid.SpendPerHead().IsMissing);
        Assert.Contains("[x]", grid.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Spend_by_service_is_per_head_of_the_segment()
    {
        var table = Grid.ByService();
        var gp = table.Columns.Index().First(column => column.Item.Heading == "GP").Index;
        Assert.Equal([20, 80.5 / 3, 160.5 / 7], table.Rows.Select(row => row[gp].Number.Value));
        Assert.Equal(8590.5 / 7, table.Rows[^1][^1].Number.Value);
    }

    internal static SegmentationScheme Complete(SegmentationScheme scheme) => scheme
        .Segment("Long-term condition", person => person.LongTermConditions > 0, because: "lives with a long-term condition")
        .Otherwise("No condition");

    private static string Lines(SegmentGrid grid, Func<SegmentGrid, string?, string?, DisclosedValue> value) => string.Join('\n', grid.AgeBands.Append(null).Select(band =>
        (band ?? "All").PadRight(8) + string.Join(' ', grid.Segments.Select(segment => value(grid, segment, band)))));

    private static double[] People(ResultTable table) => [.. table.Rows.Select(row => row[1].Number.Value)];

    private static string[] Names(ResultTable table) => [.. table.Rows.Select(row => row[0].Text!)];
}
