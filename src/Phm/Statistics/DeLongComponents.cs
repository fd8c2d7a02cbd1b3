namespace Phm.Statistics;

/// <summary>
/// Of each case the share of controls with a lower score, and of each control the share of cases with a higher one, by ranks within both and within each
/// (Sun X, Xu W. IEEE Signal Process Lett 2014;21:1389-1393, doi:10.1109/LSP.2014.2337313).
/// </summary>
internal sealed record DeLongComponents(double[] Cases, double[] Controls, double Auc)
{
    public static DeLongComponents Of(ScoredOutcomes data, string outcome)
    {
        var (events, others) = (data.Events, data.Count - data.Events);
        if (events < 2 || others < 2)
            throw new DataException($"The outcome '{outcome}' {(events < 2 ? "happens" : "fails to happen")} in one row only, so the area has no standard error: there have to be two rows or more of each kind.");
        var all = Ranks(data, [.. Enumerable.Range(0, data.Count)]);
        int[] cases = [.. Enumerable.Range(0, data.Count).Where(i => data.Happened[i])], controls = [.. Enumerable.Range(0, data.Count).Where(i => !data.Happened[i])];
        var (amongCases, amongControls) = (Ranks(data, cases), Ranks(data, controls));
        var ofCases = cases.Select((row, k) => (all[row] - amongCases[k]) / others).ToArray();
        var ofControls = controls.Select((row, k) => 1 - (all[row] - amongControls[k]) / events).ToArray();
        return new(ofCases, ofControls, ofCases.Average());
    }

    public double CovarianceWith(DeLongComponents other) => Covariance(Cases, other.Cases) / Cases.Length + Covariance(Controls, other.Controls) / Controls.Length;

    private static double Covariance(double[] a, double[] b)
    {
        var (x, y) = (a.Average(), b.Average());
        return a.Zip(b, (u, v) => (u - x) * (v - y)).Sum() / (a.Length - 1);
    }

    /// <summary>The ranks of some rows among themselves, from 1; of equal scores the mean.</summary>
    private static double[] Ranks(ScoredOutcomes data, int[] rows)
    {
        var (order, keys, ranks) = (Enumerable.Range(0, rows.Length).ToArray(), Array.ConvertAll(rows, row => data.Score[row]), new double[rows.Length]);
        Array.Sort(keys, order);
        for (int start = 0, end; start < order.Length; start = end)
        {
            for (end = start + 1; end < order.Length && keys[end] == keys[start];) end++;
            for (var i = start; i < end; i++) ranks[order[i]] = (start + 1 + end) / 2.0;
        }
        return ranks;
    }
}
