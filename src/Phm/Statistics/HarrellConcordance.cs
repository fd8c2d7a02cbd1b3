namespace Phm.Statistics;

/// <summary>
/// The share of pairs of people in which the one with the higher predictor had the event earlier, of all pairs where it is known who had it earlier; ties of
/// the predictor count a half (Harrell FE, Lee KL, Mark DB. Stat Med 1996;15:361-387). Pairs are made within strata.
/// </summary>
internal static class HarrellConcordance
{
    /// <summary>The share; null where there is no such pair.</summary>
    public static double? Of(CoxRows rows, double[] predictor)
    {
        var levels = predictor.Distinct().Order().ToArray();
        var places = Array.ConvertAll(predictor, value => Array.BinarySearch(levels, value));
        var (atRisk, agree, pairs) = (new RunningSums(levels.Length), 0.0, 0.0);
        for (int at = 0, removed = 0, stratum = -1; at < rows.Count;)
        {
            if (rows.Stratum[at] != stratum) (atRisk, stratum, removed) = (stratum < 0 ? atRisk : new(levels.Length), rows.Stratum[at], at);
            var (time, from) = (rows.Time[at], at);
            for (; at < rows.Count && rows.Time[at] == time && rows.Stratum[at] == stratum; at++)
            {
                if (!rows.Died[at]) atRisk.Add(places[at], rows.Weight[at]);
            }
            // Only rows that have been added can leave: an entry at or after this time belongs to an end after it.
            for (; rows.FromLastEntry is { } entries && removed < at && rows.Entry![entries[removed]] >= time; removed++) atRisk.Add(places[entries[removed]], -rows.Weight[entries[removed]]);
            for (var i = from; i < at; i++)
            {
                if (!rows.Died[i]) continue;
                var (below, upTo) = (atRisk.Below(places[i]), atRisk.Below(places[i] + 1));
                agree += rows.Weight[i] * (below + upTo) / 2;
                pairs += rows.Weight[i] * atRisk.Total;
            }
            for (var i = from; i < at; i++)
            {
                if (rows.Died[i]) atRisk.Add(places[i], rows.Weight[i]);
            }
        }
        return pairs > 0 ? agree / pairs : null;
    }

    /// <summary>Sums of weights by place, which change and are asked for in turn (Fenwick PM. Softw Pract Exp 1994;24:327-336, doi:10.1002/spe.4380240306).</summary>
    private sealed class RunningSums(int places)
    {
        private readonly double[] _tree = new double[places + 1];

        public double Total { get; private set; }

        public void Add(int place, double weight)
        {
            Total += weight;
            for (var k = place + 1; k < _tree.Length; k += k & -k) _tree[k] += weight;
        }

        public double Below(int place)
        {
            var sum = 0.0;
            for (var k = place; k > 0; k -= k & -k) sum += _tree[k];
            return sum;
        }
    }
}
