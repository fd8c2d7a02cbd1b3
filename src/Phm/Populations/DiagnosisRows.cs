namespace Phm.Populations;

/// <summary>Rows on the way into a <see cref="DiagnosisTable"/>.</summary>
internal sealed class DiagnosisRows : EventRows
{
    private readonly List<Condition> _condition = [];
    private readonly List<Day> _end = [];
    private readonly List<byte> _hasEnd = [];

    /// <summary>Adds a row; null is not known.</summary>
    public void Add(int person, Day date, Condition condition, Day? end = null)
    {
        Person.Add(person);
        Date.Add(date);
        _condition.Add(condition);
        _end.Add(end.GetValueOrDefault());
        _hasEnd.Add(end.HasValue ? (byte)1 : (byte)0);
    }

    /// <summary>Adds rows that were gathered elsewhere.</summary>
    public void Append(DiagnosisRows other)
    {
        AppendRows(other);
        Append(_condition, other._condition);
        Append(_end, other._end);
        Append(_hasEnd, other._hasEnd);
    }

    /// <summary>The rows as a table of so many people.</summary>
    public DiagnosisTable Build(int people)
    {
        var order = Order(people, (a, b) => (_condition[a], _hasEnd[a], _end[a]).CompareTo((_condition[b], _hasEnd[b], _end[b])));
        return new DiagnosisTable(order)
        {
            Condition = order.Column(_condition),
            End = order.Column(_end),
            HasEnd = order.Column(_hasEnd),
        };
    }
}
