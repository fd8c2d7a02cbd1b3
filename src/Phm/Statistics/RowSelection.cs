namespace Phm.Statistics;

/// <summary>The rows of a table that an analysis uses: all, or those that miss nothing.</summary>
internal sealed class RowSelection
{
    private RowSelection(int count, int[]? chosen) => (Count, Chosen) = (count, chosen);

    /// <summary>How many rows are used.</summary>
    public int Count { get; }

    /// <summary>The indices of the rows used; null where all are.</summary>
    public int[]? Chosen { get; }

    /// <summary>The index in the table of the i-th row used.</summary>
    public int this[int i] => Chosen is null ? i : Chosen[i];

    public static RowSelection All(int rows) => new(rows, null);

    /// <summary>The rows in which none of the columns is missing.</summary>
    public static RowSelection Complete(int rows, IEnumerable<AnalysisColumn> columns)
    {
        var missing = columns.Select(column => column.Missing).OfType<bool[]>().ToArray();
        if (missing.Length == 0) return All(rows);
        var chosen = Enumerable.Range(0, rows).Where(row => !Array.Exists(missing, column => column[row])).ToArray();
        return chosen.Length == rows ? All(rows) : new(chosen.Length, chosen);
    }

    /// <summary>Whether a test of its index in the table holds for each of the rows used.</summary>
    public bool TrueForAll(Predicate<int> holds)
    {
        for (var i = 0; i < Count; i++)
        {
            if (!holds(this[i])) return false;
        }
        return true;
    }

    /// <summary>Those of the rows used that a test of their index in the table keeps; the selection itself where it keeps all.</summary>
    public RowSelection Where(Predicate<int> isKept)
    {
        var count = 0;
        for (var i = 0; i < Count; i++)
        {
            if (isKept(this[i])) count++;
        }
        if (count == Count) return this;
        var (kept, next) = (new int[count], 0);
        for (var i = 0; i < Count; i++)
        {
            if (isKept(this[i])) kept[next++] = this[i];
        }
        return new(count, kept);
    }

    /// <summary>The values of the rows used: the array itself where all are.</summary>
    public T[] Take<T>(T[] values) => Chosen is null ? values : Array.ConvertAll(Chosen, row => values[row]);
}
