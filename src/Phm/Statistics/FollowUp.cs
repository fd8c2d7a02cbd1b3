namespace Phm.Statistics;

/// <summary>Times, events, entries and strata of the rows that an analysis uses, in the order of the rows.</summary>
internal sealed record FollowUp(SurvivalModel Model, RowSelection Rows, double[] Time, bool[] Died, double[]? Entry, RowGroups Strata)
{
    public int Count => Time.Length;

    public static FollowUp Of(SurvivalModel model, AnalysisTable table, RowSelection rows)
    {
        var time = rows.Take(table.NumberAt(model.Outcome, "a time of follow-up").Values);
        var flags = rows.Take(table.NumberAt(model.EventColumn, "an event").Values);
        var entry = model.EntryColumn is { } column ? rows.Take(table.NumberAt(column, "a time of entry").Values) : null;
        for (var i = 0; i < time.Length; i++)
        {
            if (time[i] < 0)
                throw new DataException($"Column '{model.Outcome}' is below 0 in row {rows[i] + 1}, but a time of follow-up is 0 or more: look at the dates that it was computed from.");
            if (flags[i] is not (0 or 1))
                throw new DataException($"The event '{model.EventColumn}' is neither 0 nor 1 in row {rows[i] + 1}: give 1 where the event ended the time and 0 where it did not.");
            if (entry?[i] >= time[i])
                throw new DataException($"The entry '{model.EntryColumn}' is not before the end '{model.Outcome}' in row {rows[i] + 1}: leave out those who were never watched, or look at the dates.");
        }
        return new(model, rows, time, Array.ConvertAll(flags, flag => flag == 1), entry, RowGroups.Of(table, rows, model.StrataColumns));
    }

    /// <summary>The rows of a table that miss nothing of times, events, entries, strata and some columns more.</summary>
    public static RowSelection Complete(SurvivalModel model, AnalysisTable table, IEnumerable<string> others)
    {
        ArgumentNullException.ThrowIfNull(table);
        string[] used = [model.Outcome, model.EventColumn, .. model.EntryColumn is null ? Array.Empty<string>() : [model.EntryColumn], .. others];
        var rows = RowSelection.Complete(table.Rows, [.. used.Distinct().Select(name => table[name])]);
        return rows.Count > 0 ? rows : throw new DataException(table.Rows == 0
            ? "The table has no rows, so there is no survival to estimate."
            : $"Every row misses at least one of {StatisticsErrors.List(used)}: look at which column is empty.");
    }

    public FollowUp RequireEvents() => Array.IndexOf(Died, true) >= 0 ? this
        : throw new DataException($"The event '{Model.EventColumn}' never happens in the rows that are used, so there are no hazards to compare.");

    /// <summary>The rows, strata after one another, each from the last time to the first.</summary>
    public int[] FromLast() => Sorted(Time);

    /// <summary>The rows, strata after one another, each from the last entry to the first.</summary>
    public int[] FromLastEntry() => Sorted(Entry!);

    private int[] Sorted(double[] by)
    {
        var order = Enumerable.Range(0, Count).ToArray();
        Array.Sort(order, (a, b) => Strata.Codes[a] != Strata.Codes[b] ? Strata.Codes[a].CompareTo(Strata.Codes[b])
            : by[a] != by[b] ? by[b].CompareTo(by[a]) : a.CompareTo(b));
        return order;
    }
}
