using System.Numerics;

namespace Phm.Disclosure;

/// <summary>
/// Finds the numbers to suppress beside the small ones, so that no suppressed number can be worked out from the totals that are
/// shown, across all tables of a result.
/// </summary>
/// <remarks>
/// <para>
/// The reader that this protects against knows every shown number exactly (rounding only takes from what is known), knows that
/// each total is the sum of its parts, and that a suppressed count is at least 1. <b>Guarantee:</b> for each suppressed count
/// there is a range of at least <see cref="DisclosurePolicy.PossibleValues"/> consecutive whole numbers, its own value among
/// them, none of which that reader can rule out: for each there is a whole table that agrees with all that is known. So no linear
/// combination of shown numbers gives a suppressed one, and neither do bounds.
/// </para>
/// <para>
/// It holds by construction: each suppressed node is a corner of a box of suppressed nodes, with one change along every axis that
/// leaves totals true, and a box is taken only if its corners leave room for the range. The cheapest box is searched for among
/// the likeliest; where there is none, a cell is hidden with all totals that it counts towards. This is the hypercube method of
/// secondary suppression (Hundepool et al., <i>Statistical Disclosure Control</i>, Wiley 2012), carried over to trees and to
/// bounds on counts. It may suppress more than the least that would do.
/// </para>
/// <para>
/// Zeros are shown and protect nothing. A 0 that is hidden on request is hidden, but not protected: it may be worked out.
/// Not guarded against: a reader who knows some suppressed numbers from elsewhere, one who reruns the search to see which tables
/// would have led to the same pattern, and results that are protected apart from one another.
/// </para>
/// </remarks>
public static class SecondarySuppression
{
    /// <summary>Finds which counts of people to suppress.</summary>
    /// <param name="lattice">All nodes that the tables of the result can show.</param>
    /// <param name="counts">The count of people at each node, totals being the sums of their parts. See <see cref="Lattice.Totals{T}(ReadOnlySpan{T})"/>.</param>
    /// <param name="policy">The policy that says which counts are small.</param>
    /// <param name="alsoHidden">Nodes that are suppressed for another reason, and protected likewise. Zeros among them are hidden but not protected.</param>
    /// <param name="unpublished">Nodes that no table of the result shows. They need no protection, and hiding behind them is free.</param>
    /// <param name="costs">What is lost by suppressing each node, above 0; by default its count, so that small counts go first.</param>
    /// <returns>Whether each node is hidden: suppressed, or not published.</returns>
    /// <exception cref="ArgumentException">
    /// An array does not have one entry a node, a count is negative, or a count is not the sum of its parts.
    /// </exception>
    public static bool[] Protect(
        Lattice lattice,
        IReadOnlyList<long> counts,
        DisclosurePolicy policy,
        IReadOnlyList<bool>? alsoHidden = null,
        IReadOnlyList<bool>? unpublished = null,
        IReadOnlyList<double>? costs = null)
    {
        ArgumentNullException.ThrowIfNull(policy);
        RequireFit(lattice, counts, nameof(counts));
        RequireSums(lattice, counts);
        return Protect(lattice, alsoHidden, unpublished, costs, node => new()
        {
            Value = counts[node],
            Least = Math.Min(1, counts[node]),
            Width = policy.PossibleValues - 1,
            IsSmall = policy.Suppresses(counts[node]),
            IsVoid = counts[node] == 0,
        });
    }

    /// <summary>
    /// Finds which amounts of money to suppress: those to which few people contribute, and others so that these cannot be worked
    /// out. A reader who knows the shown amounts exactly, and that none is negative, is left with a range for each suppressed amount
    /// of at least £1, and of at least <see cref="DisclosurePolicy.AmountMargin"/> times the amount where few contribute.
    /// </summary>
    /// <param name="lattice">All nodes that the tables of the result can show.</param>
    /// <param name="amounts">The amount at each node, 0 or more, totals being the sums of their parts.</param>
    /// <param name="contributors">
    /// How many people contribute to the amount at each node. Unlike amounts these need not add up: a person may use several services.
    /// </param>
    /// <param name="policy">The policy that says how many people are few.</param>
    /// <param name="alsoHidden">
    /// Nodes that are suppressed for another reason, and protected likewise, such as those of the table of people. See <see cref="Lattice.Spread"/>.
    /// </param>
    /// <param name="unpublished">Nodes that no table of the result shows. They need no protection, and hiding behind them is free.</param>
    /// <param name="costs">What is lost by suppressing each node, above 0; by default its amount, so that small amounts go first.</param>
    /// <returns>Whether each node is hidden: suppressed, or not published.</returns>
    /// <exception cref="ArgumentException">
    /// An array does not have one entry a node, an entry is negative, or an amount is not a finite number, has no contributor, or is
    /// more than a penny off the sum of its parts.
    /// </exception>
    public static bool[] ProtectAmounts(
        Lattice lattice,
        IReadOnlyList<double> amounts,
        IReadOnlyList<long> contributors,
        DisclosurePolicy policy,
        IReadOnlyList<bool>? alsoHidden = null,
        IReadOnlyList<bool>? unpublished = null,
        IReadOnlyList<double>? costs = null)
    {
        ArgumentNullException.ThrowIfNull(policy);
        RequireFit(lattice, amounts, nameof(amounts));
        RequireFit(lattice, contributors, nameof(contributors));
        RequireAmounts(lattice, amounts, contributors);
        return Protect(lattice, alsoHidden, unpublished, costs, node => new()
        {
            Value = amounts[node],
            Least = 0,
            Width = policy.Suppresses(contributors[node]) ? Math.Max(1, policy.AmountMargin * amounts[node]) : 1,
            IsSmall = policy.Suppresses(contributors[node]),
            IsVoid = amounts[node] == 0,
        });
    }

    private static bool[] Protect(
        Lattice lattice,
        IReadOnlyList<bool>? alsoHidden,
        IReadOnlyList<bool>? unpublished,
        IReadOnlyList<double>? costs,
        Func<int, SuppressionNode> describe)
    {
        if (alsoHidden is not null) RequireFit(lattice, alsoHidden, nameof(alsoHidden));
        if (unpublished is not null) RequireFit(lattice, unpublished, nameof(unpublished));
        if (costs is not null) RequireCosts(lattice, costs);
        var state = new SuppressionState(lattice);
        var primary = new List<int>();
        for (var node = 0; node < lattice.Count; node++)
        {
            var description = describe(node);
            var isPublished = unpublished is null || !unpublished[node];
            var isPrimary = isPublished && (description.IsSmall || alsoHidden is not null && alsoHidden[node]);
            if (isPrimary && description.Value > 0) primary.Add(node);
            state.Set(node, description, costs?[node], isPublished, isPrimary);
        }
        SuppressionPlan.Protect(state, primary);
        return state.Hidden;
    }

    private static void RequireFit<T>(Lattice lattice, IReadOnlyList<T> values, string name)
    {
        ArgumentNullException.ThrowIfNull(lattice);
        ArgumentNullException.ThrowIfNull(values, name);
        if (values.Count != lattice.Count) throw new ArgumentException($"{values.Count} entries for a lattice of {lattice.Count} nodes.", name);
    }

    private static void RequireSums(Lattice lattice, IReadOnlyList<long> counts)
    {
        var sums = SumsOfLeaves(lattice, counts);
        for (var node = 0; node < sums.Length; node++)
        {
            if (counts[node] < 0) throw new ArgumentException($"The count at node {node} is negative.", nameof(counts));
            if (counts[node] != sums[node])
                throw new ArgumentException(
                    $"The count at node {node} is not the sum of its parts. Make totals with Lattice.Totals; where a person can be in several categories, use an axis without a total.",
                    nameof(counts));
        }
    }

    private static void RequireAmounts(Lattice lattice, IReadOnlyList<double> amounts, IReadOnlyList<long> contributors)
    {
        const double penny = 0.01, precision = 1e-9;
        var sums = SumsOfLeaves(lattice, amounts);
        for (var node = 0; node < amounts.Count; node++)
        {
            if (!double.IsFinite(amounts[node]) || amounts[node] < 0)
                throw new ArgumentException($"The amount at node {node} is negative or not a finite number.", nameof(amounts));
            if (Math.Abs(amounts[node] - sums[node]) > penny + precision * sums[node])
                throw new ArgumentException($"The amount at node {node} is not the sum of its parts. Make totals with Lattice.Totals.", nameof(amounts));
            if (contributors[node] < 0 || contributors[node] == 0 && amounts[node] > 0)
                throw new ArgumentException(
                    $"The amount at node {node} has no contributor. Count everyone to whom a part of an amount belongs.", nameof(contributors));
        }
    }

    private static T[] SumsOfLeaves<T>(Lattice lattice, IReadOnlyList<T> values) where T : INumber<T>
    {
        var leaves = new T[lattice.LeafCount];
        for (var leaf = 0; leaf < leaves.Length; leaf++) leaves[leaf] = values[lattice.IndexOfLeaf(leaf)];
        return lattice.Totals(leaves);
    }

    private static void RequireCosts(Lattice lattice, IReadOnlyList<double> costs)
    {
        RequireFit(lattice, costs, nameof(costs));
        for (var node = 0; node < costs.Count; node++)
        {
            if (!double.IsFinite(costs[node]) || costs[node] <= 0)
                throw new ArgumentException($"The cost of node {node} is not a finite number above 0.", nameof(costs));
        }
    }
}
