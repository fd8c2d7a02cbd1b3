namespace Phm.Statistics;

/// <summary>
/// The score of each row, whose sum is 0 at the maximum: what it adds as an event, less what was expected of it while at risk
/// (Lin DY, Wei LJ. J Am Stat Assoc 1989;84:1074-1078, doi:10.1080/01621459.1989.10478874).
/// </summary>
internal static class CoxScores
{
    /// <summary>The hazard at a time of events, and it times the mean of each column; of those who have the event, by Efron's method, less of it.</summary>
    private sealed record Increment(double Time, double Hazard, double[] Moment, double DyingHazard, double[] DyingMoment, double[] Mean);

    /// <summary>The scores in the order of the frame, a row after the other.</summary>
    public static double[] Of(CoxRows rows, double[] coefficients, Ties ties)
    {
        var predictor = rows.Predictor(coefficients);
        var strata = new Dictionary<int, List<Increment>>();
        RiskSet.Walk(rows, predictor, withSquares: false, set =>
        {
            if (!strata.TryGetValue(set.Stratum, out var found)) strata[set.Stratum] = found = [];
            found.Add(IncrementOf(set, ties, rows.Columns));
        });
        var scores = new double[rows.Count * rows.Columns];
        for (int start = 0, end; start < rows.Count; start = end)
        {
            for (end = start; end < rows.Count && rows.Stratum[end] == rows.Stratum[start];) end++;
            if (strata.TryGetValue(rows.Stratum[start], out var increments)) AddStratum(rows, predictor, start, end, increments, scores);
        }
        return scores;
    }

    private static Increment IncrementOf(RiskSet set, Ties ties, int columns)
    {
        var (hazard, moment, dyingHazard, dyingMoment, mean) = (0.0, new double[columns], 0.0, new double[columns], new double[columns]);
        foreach (var step in TieStep.Of(set, ties))
        {
            var part = step.Events / step.Total;
            hazard += part;
            dyingHazard += part * (1 - step.Part);
            for (var j = 0; j < columns; j++)
            {
                moment[j] += part * step.Mean(j);
                dyingMoment[j] += part * (1 - step.Part) * step.Mean(j);
                mean[j] += step.Events / set.DeathWeight * step.Mean(j);
            }
        }
        return new(set.Time, hazard, moment, dyingHazard, dyingMoment, mean);
    }

    private static void AddStratum(CoxRows rows, double[] predictor, int start, int end, List<Increment> fromLast, double[] scores)
    {
        var columns = rows.Columns;
        var times = new double[fromLast.Count];
        // Of the first k times, the sum of hazards and then of moments.
        var sums = new double[(times.Length + 1) * (columns + 1)];
        for (var k = 0; k < times.Length; k++)
        {
            var increment = fromLast[^(k + 1)];
            times[k] = increment.Time;
            var before = sums.AsSpan(k * (columns + 1), columns + 1);
            var after = sums.AsSpan((k + 1) * (columns + 1), columns + 1);
            after[0] = before[0] + increment.Hazard;
            for (var j = 0; j < columns; j++) after[j + 1] = before[j + 1] + increment.Moment[j];
        }
        for (var i = start; i < end; i++)
        {
            var (last, first) = (UpTo(times, rows.Time[i]), rows.Entry is { } entry ? UpTo(times, entry[i]) : 0);
            if (rows.Died[i]) last--;
            var low = sums.AsSpan(first * (columns + 1), columns + 1);
            var high = sums.AsSpan(last * (columns + 1), columns + 1);
            var own = rows.Died[i] ? fromLast[^(last + 1)] : null;
            var hazard = high[0] - low[0] + (own?.DyingHazard ?? 0);
            for (var j = 0; j < columns; j++)
            {
                var x = rows.X[i * columns + j];
                var expected = Math.Exp(predictor[i]) * (x * hazard - (high[j + 1] - low[j + 1]) - (own?.DyingMoment[j] ?? 0));
                scores[rows.Order[i] * columns + j] = rows.Weight[i] * ((own is null ? 0 : x - own.Mean[j]) - expected);
            }
        }
    }

    /// <summary>How many times lie at or before a time.</summary>
    private static int UpTo(double[] times, double time)
    {
        var at = Array.BinarySearch(times, time);
        return at >= 0 ? at + 1 : ~at;
    }
}
