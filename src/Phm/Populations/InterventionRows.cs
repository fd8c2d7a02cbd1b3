namespace Phm.Populations;

/// <summary>Rows on the way into a <see cref="InterventionTable"/>.</summary>
internal sealed class InterventionRows : EventRows
{
    private readonly List<Day> _end = [];
    private readonly List<byte> _hasEnd = [];
    private readonly CodeColumn _programme = new();

    /// <summary>Adds a row; null is not known.</summary>
    public void Add(int person, Day date, string programme, Day? end = null)
    {
        Person.Add(person);
        Date.Add(date);
        _end.Add(end.GetValueOrDefault());
        _hasEnd.Add(end.HasValue ? (byte)1 : (byte)0);
        if (!_programme.TryAdd(programme)) throw new DataException($"interventions: more than {CodeDictionary.MaxCount:N0} distinct codes; check the column.");
    }

    /// <summary>Adds rows that were gathered elsewhere.</summary>
    public void Append(InterventionRows other)
    {
        AppendRows(other);
        Append(_end, other._end);
        Append(_hasEnd, other._hasEnd);
        _programme.Append(other._programme);
    }

    /// <summary>The rows as a table of so many people.</summary>
    public InterventionTable Build(int people)
    {
        var (programmeCodes, programme) = _programme.Build();
        var order = Order(people, (a, b) => (programme[a], _hasEnd[a], _end[a]).CompareTo((programme[b], _hasEnd[b], _end[b])));
        return new InterventionTable(order)
        {
            End = order.Column(_end),
            HasEnd = order.Column(_hasEnd),
            Programme = order.Column(programme),
            ProgrammeCodes = programmeCodes,
        };
    }
}
