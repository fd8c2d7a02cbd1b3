namespace Phm.Statistics;

/// <summary>A score or risk beside what happened, of the rows that miss neither.</summary>
internal sealed record ScoredOutcomes(double[] Score, bool[] Happened, RowSelection Rows)
{
    public int Count => Score.Length;

    public int Events { get; } = Happened.Count(happened => happened);

    public double Share => Events / (double)Count;

    public static ScoredOutcomes Of(AnalysisTable table, string score, string outcome, params string[] others)
    {
        ArgumentNullException.ThrowIfNull(table);
        string[] used = [score, outcome, .. others];
        var rows = RowSelection.Complete(table.Rows, [.. used.Select(name => table[name])]);
        if (rows.Count == 0)
            throw new DataException(table.Rows == 0 ? "The table has no rows, so there is nothing to assess." : $"Every row misses at least one of {StatisticsErrors.List(used)}: look at which column is empty.");
        var flags = rows.Take(table.NumberAt(outcome, "an outcome").Values);
        for (var i = 0; i < flags.Length; i++)
        {
            if (flags[i] is not (0 or 1)) throw new DataException($"The outcome '{outcome}' is neither 0 nor 1 in row {rows[i] + 1}: give 1 where it happened and 0 where it did not.");
        }
        var found = new ScoredOutcomes(rows.Take(table.NumberAt(score, "a score").Values), Array.ConvertAll(flags, flag => flag == 1), rows);
        return found.Events > 0 && found.Events < found.Count ? found
            : throw new DataException($"The outcome '{outcome}' {(found.Events == 0 ? "never happens" : "always happens")} in the rows that are used, so a score cannot be assessed by it: there have to be both.");
    }

    /// <summary>The same with a score that has to be a probability.</summary>
    public static ScoredOutcomes OfRisks(AnalysisTable table, string risk, string outcome)
    {
        var found = Of(table, risk, outcome);
        for (var i = 0; i < found.Count; i++)
        {
            if (found.Score[i] is not (>= 0 and <= 1)) throw new DataException($"The risk '{risk}' does not lie between 0 and 1 in row {found.Rows[i] + 1}: give probabilities, as those that a logistic regression expects.");
        }
        return found;
    }

    public void RequireVariation(string score)
    {
        if (Score.Max() == Score.Min()) throw new DataException($"The score '{score}' is the same in every row that is used, so it cannot tell anybody apart: look at how it was computed.");
    }

    /// <summary>The rows from the highest score to the lowest.</summary>
    public int[] FromHighest()
    {
        var order = Enumerable.Range(0, Count).ToArray();
        Array.Sort(order, (a, b) => Score[a] != Score[b] ? Score[b].CompareTo(Score[a]) : a.CompareTo(b));
        return order;
    }
}
