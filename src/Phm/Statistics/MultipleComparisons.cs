namespace Phm.Statistics;

/// <summary>Several tests at once: p values adjusted so that each can be compared with the same bound, as 0.05.</summary>
public static class MultipleComparisons
{
    /// <summary>The adjusted p values, in the order given; never above 1 and never in another order of size.</summary>
    /// <param name="pValues">The p values of all the tests that were done, not of the chosen ones alone: each 0 to 1.</param>
    /// <param name="adjustment">What is kept down.</param>
    /// <exception cref="DataException">A p value does not lie between 0 and 1.</exception>
    public static IReadOnlyList<double> Adjust(IReadOnlyList<double> pValues, Adjustment adjustment)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        if (pValues.Index().FirstOrDefault(pair => pair.Item is not (>= 0 and <= 1), (-1, 0)) is (>= 0 and var at, _))
            throw new DataException($"The p value {at + 1} of {pValues.Count} does not lie between 0 and 1: leave out tests that gave none.");
        var (count, order, adjusted) = (pValues.Count, Enumerable.Range(0, pValues.Count).OrderBy(i => pValues[i]).ToArray(), new double[pValues.Count]);
        var all = Enumerable.Range(1, count).Sum(k => 1.0 / k);
        // Those of rank k, from 1 for the smallest, times this.
        Func<int, double> factor = adjustment switch
        {
            Adjustment.Bonferroni => _ => count,
            Adjustment.Holm or Adjustment.Hochberg => k => count - k + 1,
            Adjustment.BenjaminiHochberg => k => count / (double)k,
            Adjustment.BenjaminiYekutieli => k => all * count / k,
            _ => throw new ArgumentOutOfRangeException(nameof(adjustment), adjustment, "There is no such adjustment."),
        };
        var (isDown, bound) = (adjustment == Adjustment.Holm, adjustment == Adjustment.Holm ? 0.0 : 1.0);
        for (var step = 0; step < count; step++)
        {
            var rank = isDown ? step : count - 1 - step;
            var value = Math.Min(1, factor(rank + 1) * pValues[order[rank]]);
            adjusted[order[rank]] = bound = isDown ? Math.Max(bound, value) : Math.Min(bound, value);
        }
        return adjusted;
    }
}
