namespace Phm.Statistics;

/// <summary>
/// Whether a partial likelihood never falls along a direction: at each event, those who have it lie as far along as anyone at risk
/// (Bryson MC, Johnson ME. Technometrics 1981;23:381-383, doi:10.1080/00401706.1981.10487681). Then no finite maximum exists.
/// </summary>
internal static class MonotoneLikelihood
{
    /// <summary>Shares of the largest difference that are taken for 0: a direction found by iteration is not exact.</summary>
    private const double Negligible = 1e-3;

    /// <summary>The columns that make the likelihood monotone; none where the direction proves nothing.</summary>
    public static string[] Columns(CoxRows rows, double[] direction, IReadOnlyList<string> names)
    {
        var along = rows.Predictor(direction);
        for (var i = 0; i < along.Length; i++) along[i] -= rows.Offset[i];
        var range = along.Max() - along.Min();
        if (!(range > 0) || !double.IsFinite(range)) return [];
        var proves = true;
        var atRisk = new PriorityQueue<int, double>();
        for (int at = 0, stratum = -1; at < rows.Count && proves;)
        {
            if (rows.Stratum[at] != stratum) atRisk.Clear();
            (stratum, var time) = (rows.Stratum[at], rows.Time[at]);
            var least = double.PositiveInfinity;
            for (; at < rows.Count && rows.Time[at] == time && rows.Stratum[at] == stratum; at++)
            {
                atRisk.Enqueue(at, -along[at]);
                if (rows.Died[at]) least = Math.Min(least, along[at]);
            }
            if (double.IsPositiveInfinity(least)) continue;
            while (rows.Entry is { } entry && entry[atRisk.Peek()] >= time) atRisk.Dequeue();
            proves = least >= along[atRisk.Peek()] - Negligible * range;
        }
        return proves ? [.. names.Where((_, j) => Math.Abs(direction[j]) * rows.Largest[j] > Negligible * range)] : [];
    }
}
