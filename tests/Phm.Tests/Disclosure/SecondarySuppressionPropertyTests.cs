using Phm.Disclosure;

namespace Phm.Tests.Disclosure;

public class SecondarySuppressionPropertyTests
{
    [Fact]
    public void No_suppressed_count_follows_from_the_shown_ones()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var (lattice, counts, policy) = RandomTable(seed, mostNodes: 120, mostPeople: 40);
            var hidden = SecondarySuppression.Protect(lattice, counts, policy);

            Assert.All(Enumerable.Range(0, lattice.Count).Where(node => policy.Suppresses(counts[node])), node => Assert.True(hidden[node]));
            Assert.DoesNotContain(Enumerable.Range(0, lattice.Count), node => hidden[node] && counts[node] == 0);
            Assert.Empty(LinearReader.FindsOut(lattice, hidden));
        }
    }

    [Fact]
    public void No_suppressed_count_follows_where_some_nodes_are_not_published_and_others_hidden_on_request()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var (lattice, counts, policy) = RandomTable(seed, mostNodes: 90, mostPeople: 40);
            var random = new Random(seed);
            var unpublished = counts.Select(_ => random.Next(4) == 0).ToArray();
            var alsoHidden = counts.Select(_ => random.Next(8) == 0).ToArray();

            var hidden = SecondarySuppression.Protect(lattice, counts, policy, alsoHidden, unpublished);

            Assert.All(Enumerable.Range(0, lattice.Count), node => Assert.True(hidden[node] || !alsoHidden[node] && !unpublished[node] && !policy.Suppresses(counts[node])));
            Assert.DoesNotContain(LinearReader.FindsOut(lattice, hidden), node => !unpublished[node] && counts[node] > 0);
        }
    }

    [Fact]
    public void No_suppressed_amount_follows_from_the_shown_ones()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var (lattice, contributors, policy) = RandomTable(seed, mostNodes: 90, mostPeople: 30);
            var random = new Random(seed);
            var leaves = new double[lattice.LeafCount];
            for (var leaf = 0; leaf < leaves.Length; leaf++) leaves[leaf] = contributors[lattice.IndexOfLeaf(leaf)] * random.Next(2000);
            var amounts = lattice.Totals(leaves);

            var hidden = SecondarySuppression.ProtectAmounts(lattice, amounts, contributors, policy);

            Assert.DoesNotContain(LinearReader.FindsOut(lattice, hidden), node => amounts[node] > 0);
        }
    }

    [Fact]
    public void A_reader_who_writes_down_every_table_is_left_with_as_many_values_as_the_policy_says()
    {
        var suppressed = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var (lattice, counts, policy) = RandomTable(seed, mostNodes: 20, mostPeople: 9);
            policy = policy with { PossibleValues = 2 + seed % 4 };
            var hidden = SecondarySuppression.Protect(lattice, counts, policy);

            var possible = CountingReader.PossibleValues(lattice, counts, hidden, beyond: 4);

            foreach (var node in Enumerable.Range(0, lattice.Count).Where(node => hidden[node]))
            {
                suppressed++;
                Assert.True(LongestRun(possible[node], counts[node]) >= policy.PossibleValues, $"seed {seed}, node {node}");
            }
        }
        Assert.True(suppressed > 500);
    }

    [Fact]
    public void A_reader_who_writes_down_every_table_is_no_wiser_for_two_tables_of_one_result()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var lattice = new Lattice(Axis.WithTotal(2), Axis.WithTotal(2), Axis.WithTotal(2));
            var counts = lattice.Totals(Enumerable.Range(0, 8).Select(_ => (long)random.Next(9)).ToArray());
            var unpublished = Enumerable.Range(0, lattice.Count).Select(node => lattice.Coordinate(node, 0) != 2 && lattice.Coordinate(node, 2) != 2).ToArray();
            var hidden = SecondarySuppression.Protect(lattice, counts, DisclosurePolicy.Default, unpublished: unpublished);

            var possible = CountingReader.PossibleValues(lattice, counts, hidden, unpublished);

            Assert.All(Enumerable.Range(0, lattice.Count).Where(node => hidden[node] && !unpublished[node]), node => Assert.True(LongestRun(possible[node], counts[node]) >= 2));
        }
    }

    [Fact]
    public void The_same_table_is_always_protected_in_the_same_way()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var (lattice, counts, policy) = RandomTable(seed, mostNodes: 400, mostPeople: 60);
            Assert.Equal(SecondarySuppression.Protect(lattice, counts, policy), SecondarySuppression.Protect(lattice, counts, policy));
        }
    }

    /// <summary>How many consecutive values around a node's own are possible.</summary>
    private static int LongestRun(HashSet<long> possible, long own)
    {
        Assert.Contains(own, possible);
        var (least, most) = (own, own);
        while (possible.Contains(least - 1)) least--;
        while (possible.Contains(most + 1)) most++;
        return (int)(most - least + 1);
    }

    private static (Lattice Lattice, long[] Counts, DisclosurePolicy Policy) RandomTable(int seed, int mostNodes, int mostPeople)
    {
        var random = new Random(seed);
        Lattice lattice;
        do
        {
            lattice = new([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => RandomAxis(random))]);
        }
        while (lattice.Count > mostNodes);
        var leaves = new long[lattice.LeafCount];
        var zeros = random.NextDouble() * 0.6;
        for (var leaf = 0; leaf < leaves.Length; leaf++) leaves[leaf] = random.NextDouble() < zeros ? 0 : random.Next(random.Next(mostPeople + 1) + 1);
        return (lattice, lattice.Totals(leaves), DisclosurePolicy.Default with { SuppressThrough = random.Next(1, 8), PossibleValues = random.Next(2, 8) });
    }

    private static Axis RandomAxis(Random random)
    {
        if (random.Next(2) == 0) return Axis.WithTotal(random.Next(1, 5));
        var nodes = random.Next(2, 9);
        return Axis.Tree([.. Enumerable.Range(0, nodes).Select(node => node == 0 || random.Next(10) == 0 ? -1 : random.Next(node))]);
    }
}
