using Phm.Disclosure;

namespace Phm.Tests.Disclosure;

public class LatticeTests
{
    [Fact]
    public void Totals_are_summed_along_every_axis()
    {
        var lattice = new Lattice(Axis.WithTotal(2), Axis.WithTotal(3));
        long[] expected =
        [
            1, 2, 3, 6,
            4, 5, 6, 15,
            5, 7, 9, 21,
        ];
        Assert.Equal(expected, lattice.Totals<long>([1, 2, 3, 4, 5, 6]));
        Assert.Equal(15, expected[lattice.Index(1, 3)]);
    }

    [Fact]
    public void A_tree_may_number_its_nodes_in_any_order_and_have_single_children()
    {
        // 3 is the root of 1 and 0; 1 has the one child 2; 0 has the children 4 and 5.
        var lattice = new Lattice(Axis.Tree([3, 3, 1, -1, 0, 0]));
        Assert.Equal([2, 4, 5], lattice.Axes[0].Leaves);
        Assert.Equal([50, 7, 7, 57, 20, 30], lattice.Totals<long>([7, 20, 30]));
    }

    [Fact]
    public void An_axis_without_total_sums_nothing() =>
        Assert.Equal([1.5, 2.5], new Lattice(Axis.WithoutTotal(2)).Totals([1.5, 2.5]));

    [Fact]
    public void A_mask_of_people_spreads_over_the_services()
    {
        var people = new Lattice(Axis.WithTotal(2));
        var spend = new Lattice(people.Axes[0], Axis.WithTotal(2));
        Assert.Equal([true, true, true, false, false, false, true, true, true], spend.Spread([true, false, true]));
        Assert.Throws<ArgumentException>(() => spend.Spread([true, false]));
    }

    [Fact]
    public void Axes_and_coordinates_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Axis.Tree([]));
        Assert.Throws<ArgumentException>(() => Axis.Tree([-1, 2]));
        Assert.Throws<ArgumentException>(() => Axis.Tree([-1, 2, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Axis.WithTotal(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Axis.WithoutTotal(0));
        Assert.Throws<ArgumentException>(() => new Lattice());
        var lattice = new Lattice(Axis.WithTotal(2), Axis.WithTotal(3));
        Assert.Throws<ArgumentException>(() => lattice.Index(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => lattice.Index(1, 4));
        Assert.Throws<ArgumentException>(() => lattice.Totals<long>([1, 2, 3]));
    }
}
