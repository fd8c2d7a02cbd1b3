using Phm.Disclosure;

namespace Phm.Tests.Disclosure;

public class SecondarySuppressionTests
{
    private static readonly DisclosurePolicy s_policy = DisclosurePolicy.Default;

    [Theory]
    [InlineData("3 20 30 40 | 93", "c c . . | .")]   // the smallest other count goes with it
    [InlineData("3 0 20 30 | 53", "c . c . | .")]    // a 0 protects nothing
    [InlineData("3 5 20 | 28", "c c . | .")]         // 8 between them: neither is known
    [InlineData("1 1 20 | 22", "c c c | .")]         // 2 between them would be 1 and 1
    [InlineData("5 0 0 | 5", "c . . | c")]           // the total is small itself
    [InlineData("2 0 0 | 2", "c . . | c")]
    [InlineData("0 0 0 | 0", ". . . | .")]
    [InlineData("10 20 30 | 60", ". . . | .")]
    public void In_a_row_with_its_total(string counts, string expected)
    {
        var leaves = counts[..counts.IndexOf('|', StringComparison.Ordinal)].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(long.Parse).ToArray();
        var lattice = new Lattice(Axis.WithTotal(leaves.Length));

        var hidden = SecondarySuppression.Protect(lattice, lattice.Totals(leaves), s_policy);

        var marks = hidden.Select(h => h ? "c" : ".").ToArray();
        Assert.Equal(expected, string.Join(' ', [.. marks[..^1], "|", marks[^1]]));
    }

    [Fact]
    public void In_a_square_one_small_count_takes_three_others_and_no_total()
    {
        string[] hidden = Protect(
            "3 50 60",
            "40 20 80",
            "90 70 99");
        Assert.Equal(["c c . .", "c c . .", ". . . .", ". . . ."], hidden);
    }

    [Fact]
    public void A_count_that_joins_two_blocks_is_not_left_to_be_worked_out()
    {
        // Every row and column with a suppressed count has two or more. Yet the first two rows less the first two columns leave
        // just the 4 in the first row.
        string[] rows =
        [
            "5 6 4 90",
            "3 7 80 70",
            "60 50 2 5",
            "40 95 6 3",
        ];
        var (lattice, counts) = Table(rows);
        var small = counts.Select(s_policy.Suppresses).ToArray();
        foreach (var (total, parts) in LinearReader.Equations(lattice)) Assert.NotEqual(1, parts.Append(total).Count(node => small[node]));
        Assert.Equal([lattice.Index(0, 2)], LinearReader.FindsOut(lattice, small));

        var hidden = SecondarySuppression.Protect(lattice, counts, s_policy);

        Assert.Empty(LinearReader.FindsOut(lattice, hidden));
        Assert.False(hidden[lattice.Index(4, 4)]);
    }

    [Fact]
    public void A_square_whose_corners_leave_too_few_values_is_widened()
    {
        // Row and column sums of the four small counts leave just two tables: 5 2 / 2 1 and 6 1 / 1 2.
        var (lattice, counts) = Table("5 2 20", "2 1 30", "25 35 40");
        var small = counts.Select(s_policy.Suppresses).ToArray();
        Assert.Equal([5, 6], CountingReader.PossibleValues(lattice, counts, small)[0].Order());
        Assert.Equal(small, SecondarySuppression.Protect(lattice, counts, s_policy));

        var wider = SecondarySuppression.Protect(lattice, counts, s_policy with { PossibleValues = 3 });
        Assert.True(CountingReader.PossibleValues(lattice, counts, wider)[0].Count >= 3);
    }

    [Fact]
    public void A_place_with_a_single_practice_is_hidden_with_it()
    {
        // system 0 - place 1 - localities 2 (one practice, 4) and 3 (practices 5 and 6).
        var lattice = new Lattice(Axis.Tree([-1, 0, 1, 1, 2, 3, 3]));

        var hidden = SecondarySuppression.Protect(lattice, lattice.Totals<long>([30, 3, 0]), s_policy);

        Assert.Equal([false, false, true, true, true, true, false], hidden);
    }

    [Fact]
    public void In_a_tree_a_small_practice_takes_its_nearest_sibling()
    {
        // system 0 - localities 1 (practices 3, 4) and 2 (practices 5, 6).
        var lattice = new Lattice(Axis.Tree([-1, 0, 0, 1, 1, 2, 2]));

        var hidden = SecondarySuppression.Protect(lattice, lattice.Totals<long>([4, 900, 20, 30]), s_policy);

        Assert.Equal([false, false, false, true, true, false, false], hidden);
    }

    [Fact]
    public void Two_tables_of_one_result_do_not_give_one_another_away()
    {
        // Shown: localities by age, and ages by segment. Not shown: all three together. Both tables show the totals by age: 6, 100 and 200.
        var lattice = new Lattice(Axis.WithTotal(2), Axis.WithTotal(3), Axis.WithTotal(2));
        var counts = lattice.Totals<long>([6, 0, 0, 0, 5, 45, 0, 0, 10, 90, 15, 135]);
        bool InFirst(int node) => lattice.Coordinate(node, 2) == 2;
        bool InSecond(int node) => lattice.Coordinate(node, 0) == 2;
        var unpublished = Enumerable.Range(0, lattice.Count).Select(node => !InFirst(node) && !InSecond(node)).ToArray();

        // Protected apart, the first table hides the total of 200 and the second that of 100, so each tells what the other hides.
        var first = SecondarySuppression.Protect(lattice, counts, s_policy, unpublished: [.. counts.Select((_, node) => !InFirst(node))]);
        var second = SecondarySuppression.Protect(lattice, counts, s_policy, unpublished: [.. counts.Select((_, node) => !InSecond(node))]);
        var apart = first.Zip(second, (a, b) => a && b).ToArray();
        Assert.Contains(lattice.Index(2, 0, 2), LinearReader.FindsOut(lattice, apart));

        var together = SecondarySuppression.Protect(lattice, counts, s_policy, unpublished: unpublished);
        Assert.True(together[lattice.Index(2, 0, 2)]);
        Assert.DoesNotContain(LinearReader.FindsOut(lattice, together), node => !unpublished[node]);
    }

    [Fact]
    public void What_is_hidden_among_people_is_hidden_and_protected_in_their_spend()
    {
        var people = new Lattice(Axis.WithTotal(3));
        var spend = new Lattice(people.Axes[0], Axis.WithTotal(2));
        var hiddenPeople = SecondarySuppression.Protect(people, people.Totals<long>([4, 20, 90]), s_policy);
        var amounts = spend.Totals([4000.0, 800, 9000, 0, 70_000, 30_000]);
        long[] contributors = [4, 2, 4, 18, 0, 18, 80, 60, 90, 102, 62, 112];

        var hidden = SecondarySuppression.ProtectAmounts(spend, amounts, contributors, s_policy, spend.Spread(hiddenPeople));

        Assert.All(Enumerable.Range(0, spend.Count).Where(node => hiddenPeople[node / 3]), node => Assert.True(hidden[node]));
        Assert.DoesNotContain(LinearReader.FindsOut(spend, hidden), node => amounts[node] > 0);
        Assert.Equal("c c c c c c . . . . . .", string.Join(' ', hidden.Select(h => h ? "c" : ".")));
    }

    [Fact]
    public void An_amount_is_not_hidden_behind_amounts_too_small_to_blur_it()
    {
        // The cheapest box for the £50,000 of three people is £2, £2 and £1: hidden with these it could only be £49,999 to £50,002.
        var lattice = new Lattice(Axis.WithTotal(3), Axis.WithTotal(3));
        var amounts = lattice.Totals([50_000.0, 2, 60_000, 2, 1, 70_000, 80_000, 90_000, 10_000]);
        var contributors = lattice.Totals<long>([3, 30, 30, 30, 30, 30, 30, 30, 30]);

        var hidden = SecondarySuppression.ProtectAmounts(lattice, amounts, contributors, s_policy);

        int[] expected = [lattice.Index(0, 0), lattice.Index(0, 2), lattice.Index(1, 0), lattice.Index(1, 2)];
        Assert.Equal(expected, Enumerable.Range(0, lattice.Count).Where(node => hidden[node]));
    }

    [Fact]
    public void Costs_say_what_is_hidden_rather_than_what()
    {
        var lattice = new Lattice(Axis.WithTotal(3));
        var hidden = SecondarySuppression.Protect(lattice, lattice.Totals<long>([3, 20, 30]), s_policy, costs: [1, 9, 2, 99]);
        Assert.Equal([true, false, true, false], hidden);
    }

    [Fact]
    public void A_stricter_policy_leaves_more_values_possible()
    {
        // 8 between 3 and 5 leaves 1 to 7 possible for each; 4 between 1 and 3 leaves 1 to 3.
        var strict = s_policy with { PossibleValues = 7 };
        var row = new Lattice(Axis.WithTotal(3));
        Assert.Equal([true, true, false, false], SecondarySuppression.Protect(row, row.Totals<long>([3, 5, 90]), strict));
        Assert.Equal([true, true, true, false], SecondarySuppression.Protect(row, row.Totals<long>([1, 3, 90]), strict));
    }

    [Fact]
    public void Without_protection_nothing_is_hidden()
    {
        var (lattice, counts) = Table("1 2 3", "4 5 6");
        Assert.DoesNotContain(true, SecondarySuppression.Protect(lattice, counts, DisclosurePolicy.UnprotectedForSyntheticDataOnly));
    }

    [Fact]
    public void Inputs_that_do_not_fit_are_refused_without_telling_a_count()
    {
        var lattice = new Lattice(Axis.WithTotal(2));
        var refused = Assert.Throws<ArgumentException>(() => SecondarySuppression.Protect(lattice, [271, 3, 275], s_policy));
        Assert.DoesNotContain("27", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SecondarySuppression.Protect(lattice, [1, 2], s_policy));
        Assert.Throws<ArgumentException>(() => SecondarySuppression.Protect(lattice, [-1, 2, 1], s_policy));
        Assert.Throws<ArgumentException>(() => SecondarySuppression.Protect(lattice, [1, 2, 3], s_policy, alsoHidden: [true]));
        Assert.Throws<ArgumentException>(() => SecondarySuppression.Protect(lattice, [1, 2, 3], s_policy, costs: [1, 0, 1]));
        Assert.Throws<ArgumentException>(() => SecondarySuppression.ProtectAmounts(lattice, [1, -1, 0], [1, 1, 2], s_policy));
        Assert.Throws<ArgumentException>(() => SecondarySuppression.ProtectAmounts(lattice, [1, 1, 2], [1, 0, 1], s_policy));
        Assert.Throws<ArgumentException>(() => SecondarySuppression.ProtectAmounts(lattice, [1, 1, 2.5], [1, 1, 2], s_policy));
    }

    private static string[] Protect(params string[] rows)
    {
        var (lattice, counts) = Table(rows);
        var hidden = SecondarySuppression.Protect(lattice, counts, s_policy);
        return [.. hidden.Chunk(lattice.Axes[1].Count).Select(row => string.Join(' ', row.Select(h => h ? "c" : ".")))];
    }

    private static (Lattice Lattice, long[] Counts) Table(params string[] rows)
    {
        var cells = rows.Select(row => row.Split(' ').Select(long.Parse).ToArray()).ToArray();
        var lattice = new Lattice(Axis.WithTotal(cells.Length), Axis.WithTotal(cells[0].Length));
        return (lattice, lattice.Totals(cells.SelectMany(row => row).ToArray()));
    }
}
