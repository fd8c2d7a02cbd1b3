namespace Phm.Populations;

/// <summary>Rows on the way into a <see cref="DeficitTable"/>.</summary>
internal sealed class DeficitRows : EventRows
{
    private readonly List<Deficit> _deficit = [];

    /// <summary>Adds a row; null is not known.</summary>
    public void Add(int person, Day date, Deficit deficit)
    {
        Person.Add(person);
        Date.Add(date);
        _deficit.Add(deficit);
    }

    /// <summary>Adds rows that were gathered elsewhere.</summary>
    public void Append(DeficitRows other)
    {
        AppendRows(other);
        Append(_deficit, other._deficit);
    }

    /// <summary>The rows as a table of so many people.</summary>
    public DeficitTable Build(int people)
    {
        var order = Order(people, (a, b) => Comparer<Deficit>.Default.Compare(_deficit[a], _deficit[b]));
        return new DeficitTable(order)
        {
            Deficit = order.Column(_deficit),
        };
    }
}
