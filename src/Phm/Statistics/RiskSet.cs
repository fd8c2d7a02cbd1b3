namespace Phm.Statistics;

/// <summary>Sums over those at risk at a time, kept up to date on a walk from the last time to the first.</summary>
internal sealed class RiskSet(CoxRows rows, double[] predictor, bool withSquares)
{
    private readonly double[] _relative = Array.ConvertAll(predictor, Math.Exp);
    private int _people;

    public double Time { get; private set; }

    public int Stratum { get; private set; }

    /// <summary>The rows that end at the time: from the first to the last (exclusive).</summary>
    public (int From, int To) Ending { get; private set; }

    public int Deaths { get; private set; }

    /// <summary>The sum of the weights of those who have the event.</summary>
    public double DeathWeight { get; private set; }

    /// <summary>Sums of w e^η, of it times x and times xxᵀ (its upper triangle) over all at risk.</summary>
    public RiskSums All { get; } = new(rows.Columns, withSquares);

    /// <summary>The same over those who have the event.</summary>
    public RiskSums Dying { get; } = new(rows.Columns, withSquares);

    /// <summary>Visits each time at which somebody has the event, strata after one another, each from the last time to the first.</summary>
    public static void Walk(CoxRows rows, double[] predictor, bool withSquares, Action<RiskSet> visit)
    {
        var set = new RiskSet(rows, predictor, withSquares) { Stratum = -1 };
        for (int at = 0, removed = 0; at < rows.Count;)
        {
            if (rows.Stratum[at] != set.Stratum)
            {
                set.Empty();
                (set.Stratum, removed) = (rows.Stratum[at], at);
            }
            at = set.Enter(at);
            if (set.Deaths == 0) continue;
            for (; rows.FromLastEntry is { } entries && removed < at && rows.Entry![entries[removed]] >= set.Time; removed++) set.Leave(entries[removed]);
            visit(set);
        }
    }

    private int Enter(int at)
    {
        (Time, Deaths, DeathWeight, var from) = (rows.Time[at], 0, 0, at);
        Dying.Clear();
        for (; at < rows.Count && rows.Time[at] == Time && rows.Stratum[at] == Stratum; at++, _people++)
        {
            var weight = rows.Weight[at] * _relative[at];
            var x = rows.X.AsSpan(at * rows.Columns, rows.Columns);
            All.Add(weight, x);
            if (!rows.Died[at]) continue;
            Dying.Add(weight, x);
            Deaths++;
            DeathWeight += rows.Weight[at];
        }
        Ending = (from, at);
        return at;
    }

    private void Leave(int row)
    {
        All.Add(-rows.Weight[row] * _relative[row], rows.X.AsSpan(row * rows.Columns, rows.Columns));
        // Where nobody is left, what is left of sums is rounding.
        if (--_people == 0) All.Clear();
    }

    private void Empty()
    {
        All.Clear();
        _people = 0;
    }
}
