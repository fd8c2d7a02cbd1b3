namespace Phm.Populations;

/// <summary>
/// The order that sorts rows by person, then by date and then by what they say, so that equal rows give equal bytes however the file
/// was ordered.
/// </summary>
internal sealed class EventOrder
{
    private readonly int[]? _order;

    private EventOrder(bool available, int[] offsets, Day[] date, int[]? order)
    {
        IsAvailable = available;
        Offsets = offsets;
        _order = order;
        Date = Column(date);
    }

    public bool IsAvailable { get; }

    public int[] Offsets { get; }

    public Day[] Date { get; }

    public static EventOrder Of(bool available, int people, List<int> person, List<Day> date, Comparison<int> compare)
    {
        var offsets = new int[people + 1];
        foreach (var p in person) offsets[p + 1]++;
        for (var p = 0; p < people; p++) offsets[p + 1] += offsets[p];
        var dates = date.ToArray();
        if (IsSorted(person, dates, compare)) return new(available, offsets, dates, order: null);

        var next = offsets.AsSpan(0, people).ToArray();
        var order = new int[dates.Length];
        for (var row = 0; row < order.Length; row++) order[next[person[row]]++] = row;
        for (var p = 0; p < people; p++) Sort(order.AsSpan(offsets[p], offsets[p + 1] - offsets[p]), dates, compare);
        return new(available, offsets, dates, order);
    }

    /// <summary>A column in the sorted order.</summary>
    public T[] Column<T>(T[] rows)
    {
        if (_order is null) return rows;
        var sorted = new T[rows.Length];
        for (var i = 0; i < sorted.Length; i++) sorted[i] = rows[_order[i]];
        return sorted;
    }

    public T[] Column<T>(List<T> rows) => Column(rows.ToArray());

    private static bool IsSorted(List<int> person, Day[] date, Comparison<int> compare)
    {
        for (var row = 1; row < date.Length; row++)
        {
            var byPerson = person[row - 1].CompareTo(person[row]);
            if (byPerson > 0) return false;
            if (byPerson == 0 && (date[row - 1] > date[row] || (date[row - 1] == date[row] && compare(row - 1, row) > 0))) return false;
        }
        return true;
    }

    private static void Sort(Span<int> rows, Day[] date, Comparison<int> compare) => rows.Sort((a, b) =>
    {
        var byDate = date[a].CompareTo(date[b]);
        return byDate != 0 ? byDate : compare(a, b);
    });
}
