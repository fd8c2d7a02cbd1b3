namespace Phm.Populations;

/// <summary>
/// Many rows a person, sorted by person and then by date, one array a column. A person's history is one contiguous slice, so first
/// and last events, distinct people and rolling windows need no hash table.
/// </summary>
public abstract class EventTable
{
    private protected EventTable(EventOrder order)
    {
        Offsets = order.Offsets;
        Date = order.Date;
        IsAvailable = order.IsAvailable;
    }

    /// <summary>How many rows there are.</summary>
    public int Rows => Date.Length;

    /// <summary>False where the data came without this table; an empty table is available.</summary>
    public bool IsAvailable { get; }

    /// <summary>Bytes of memory that one row takes in the columns.</summary>
    public abstract int BytesPerRow { get; }

    /// <summary>Rows <c>Offsets[p]</c> up to, not including, <c>Offsets[p + 1]</c> are those of person p.</summary>
    internal ReadOnlyMemory<int> Offsets { get; }

    /// <summary>The date of the event, or on which a state began.</summary>
    internal ReadOnlyMemory<Day> Date { get; }

    /// <summary>The rows of a person.</summary>
    internal Range RowsOf(int person)
    {
        var offsets = Offsets.Span;
        return offsets[person]..offsets[person + 1];
    }

    /// <summary>The rows of a person whose date lies in a period.</summary>
    internal RowRange RowsIn(int person, Period period)
    {
        var offsets = Offsets.Span;
        return DayColumn.Within(Date.Span, offsets[person], offsets[person + 1], period);
    }
}
