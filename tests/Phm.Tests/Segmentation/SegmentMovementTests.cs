using Phm.Disclosure;
using Phm.Populations;
using Phm.Segmentation;

namespace Phm.Tests.Segmentation;

/// <summary>Who moved where between two years, each person followed by hand.</summary>
public sealed class SegmentMovementTests
{
    private static readonly Period s_year = Period.FinancialYear(2023);

    private static readonly SegmentationScheme s_scheme = SegmentGridTests.Complete(SegmentationScheme.Named("Two segments"));

    private static readonly Population s_people = SmallPopulation.Of("""
        id              | birth      | from       | to         | death      | conditions
        stays well      |            |            |            |            |
        stays ill       |            |            |            |            | asthma 2000-01-01
        falls ill       |            |            |            |            | asthma 2024-04-01
        gets well       |            |            |            |            | asthma 2000-01-01..2024-03-31
        dies ill        |            |            |            | 2024-03-31 | asthma 2000-01-01
        dies later      |            |            |            | 2024-04-01 | asthma 2000-01-01
        leaves          |            |            | 2024-03-31 |            |
        leaves and dies |            |            | 2023-05-01 | 2024-01-01 |
        leaves, dies in |            |            | 2024-03-31 | 2024-05-01 |
        comes           |            | 2024-04-01 |            |            |
        is born         | 2024-06-01 | 2024-06-01 |            |            |
        comes too late  |            | 2025-04-01 |            |            |
        died before     |            |            |            | 2023-03-31 | asthma 2000-01-01
        """);

    [Fact]
    public void People_are_followed_from_where_they_were_to_where_they_went()
    {
        var movement = Movement();
        Assert.Equal(["Long-term condition", "No condition", "Died", "Not registered"], movement.States);
        // Rows and columns: ill, well, died, not registered, all.
        Assert.Equal("""
            2 1 1 0 4
            1 1 1 2 5
            0 0 0 0 0
            0 2 0 0 2
            3 4 2 2 11
            """, string.Join('\n', Enumerable.Range(0, 5).Select(from => string.Join(' ', Enumerable.Range(0, 5).Select(to => movement.People(from, to))))));
        Assert.Equal(0.25, movement.Share(0, 2).Value);
        Assert.True(movement.Share(2, 0).IsMissing);
    }

    [Fact]
    public void The_table_leaves_out_the_row_of_those_who_had_died_since_no_one_comes_from_there()
    {
        var table = Movement().ToTable();
        Assert.Equal(["Long-term condition", "No condition", "Not registered", "All"], table.Rows.Select(row => row[0].Text!));
        Assert.Equal([3], table.TotalRows);
        Assert.Equal([4, 5, 2, 11], table.Rows.Select(row => row[^1].Number.Value));
    }

    [Fact]
    public void Everyone_of_the_first_period_and_everyone_of_the_second_is_counted_once()
    {
        var (movement, before, after) = (Movement(), s_scheme.Apply(s_people, s_year).Under(DisclosurePolicy.UnprotectedForSyntheticDataOnly), s_scheme.Apply(s_people, s_year.Next).Under(DisclosurePolicy.UnprotectedForSyntheticDataOnly));
        for (var segment = 0; segment < 2; segment++)
        {
            Assert.Equal(before.People(s_scheme.Segments[segment]), movement.People(segment, 4));
            Assert.Equal(after.People(s_scheme.Segments[segment]), movement.People(4, segment));
        }
    }

    [Fact]
    public void Movement_goes_forward() =>
        Assert.Contains("2022/23", Assert.Throws<ArgumentException>(() => s_scheme.Apply(s_people, s_year).Movement(s_year.Previous)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("2023-04-02", "2024-04-01")]
    [InlineData("2024-03-31", "2025-03-30")]
    public void Movement_is_to_a_period_that_begins_after_the_first_has_ended(string first, string last)
    {
        var grid = s_scheme.Apply(s_people, s_year);
        var message = Assert.Throws<ArgumentException>(() => grid.Movement(Period.Between(first, last))).Message;
        Assert.Contains($"begins after its last day 2024-03-31; it was given {first} to {last}, which begins on {first}", message, StringComparison.Ordinal);
        Assert.Equal(Period.Between("2024-04-01", "2024-04-01"), grid.Movement(Period.Between("2024-04-01", "2024-04-01")).To);
    }

    private static SegmentMovement Movement() => s_scheme.Apply(s_people, s_year).Under(DisclosurePolicy.UnprotectedForSyntheticDataOnly).Movement(s_year.Next);
}
