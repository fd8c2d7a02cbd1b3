namespace Phm.Statistics;

/// <summary>The product-limit estimate of survival (Kaplan EL, Meier P. J Am Stat Assoc 1958;53:457-481, doi:10.1080/01621459.1958.10501452).</summary>
internal static class KaplanMeier
{
    public static IReadOnlyList<SurvivalCurve> Curves(SurvivalModel model, AnalysisTable table, string[] by)
    {
        ArgumentNullException.ThrowIfNull(by);
        var rows = FollowUp.Complete(model, table, by);
        return Curves(FollowUp.Of(model with { StrataColumns = by }, table, rows));
    }

    /// <summary>A curve for each stratum.</summary>
    public static IReadOnlyList<SurvivalCurve> Curves(FollowUp data)
    {
        var (order, entries) = (data.FromLast(), data.Entry is null ? [] : data.FromLastEntry());
        var curves = new List<SurvivalCurve>();
        for (int end = order.Length - 1, start; end >= 0; end = start - 1)
        {
            var group = data.Strata.Codes[order[end]];
            for (start = end; start > 0 && data.Strata.Codes[order[start - 1]] == group;) start--;
            curves.Add(Curve(data, group, order.AsSpan(start, end - start + 1), data.Entry is null ? [] : entries.AsSpan(start, end - start + 1)));
        }
        curves.Reverse();
        return curves;
    }

    private static SurvivalCurve Curve(FollowUp data, int group, ReadOnlySpan<int> fromLast, ReadOnlySpan<int> fromLastEntry)
    {
        var points = new List<SurvivalPoint>();
        var (survival, spread, left, entered) = (1.0, 0.0, 0, 0);
        for (var end = fromLast.Length; end > 0;)
        {
            var time = data.Time[fromLast[end - 1]];
            var (from, died) = (end, 0);
            for (; from > 0 && data.Time[fromLast[from - 1]] == time; from--) died += data.Died[fromLast[from - 1]] ? 1 : 0;
            if (data.Entry is null) entered = fromLast.Length;
            else while (entered < fromLastEntry.Length && data.Entry[fromLastEntry[^(entered + 1)]] < time) entered++;
            var atRisk = entered - left;
            if (died > 0)
            {
                survival *= 1 - died / (double)atRisk;
                spread += died / ((double)atRisk * (atRisk - died));
            }
            points.Add(new(time, atRisk, died, end - from - died, survival, spread));
            left += end - from;
            end = from;
        }
        var entry = data.Entry is null ? null : Entries(data, fromLastEntry);
        return new(data.Strata.Names[group], fromLast.Length, points, entry);
    }

    private static double[] Entries(FollowUp data, ReadOnlySpan<int> fromLastEntry)
    {
        var entries = new double[fromLastEntry.Length];
        for (var i = 0; i < entries.Length; i++) entries[i] = data.Entry![fromLastEntry[^(i + 1)]];
        return entries;
    }
}
