using System.Runtime.InteropServices;

namespace Phm.Populations;

/// <summary>Rows of an event table in any order, on the way in.</summary>
internal abstract class EventRows
{
    protected List<int> Person { get; } = [];

    protected List<Day> Date { get; } = [];

    public int Count => Person.Count;

    /// <summary>Whether the data came with this table at all.</summary>
    public bool IsAvailable { get; set; }

    /// <param name="people">How many people there are.</param>
    /// <param name="compare">Compares what two rows say; it settles the order of rows of one person on one day.</param>
    protected EventOrder Order(int people, Comparison<int> compare) => EventOrder.Of(IsAvailable, people, Person, Date, compare);

    protected void AppendRows(EventRows other)
    {
        IsAvailable |= other.IsAvailable;
        Append(Person, other.Person);
        Append(Date, other.Date);
    }

    protected static void Append<T>(List<T> rows, List<T> more) => rows.AddRange(CollectionsMarshal.AsSpan(more));
}
