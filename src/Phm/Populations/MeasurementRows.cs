namespace Phm.Populations;

/// <summary>Rows on the way into a <see cref="MeasurementTable"/>.</summary>
internal sealed class MeasurementRows : EventRows
{
    private readonly List<MeasureKind> _kind = [];
    private readonly List<float> _value = [];

    /// <summary>Adds a row; null is not known.</summary>
    public void Add(int person, Day date, MeasureKind kind, float value)
    {
        Person.Add(person);
        Date.Add(date);
        _kind.Add(kind);
        _value.Add(value);
    }

    /// <summary>Adds rows that were gathered elsewhere.</summary>
    public void Append(MeasurementRows other)
    {
        AppendRows(other);
        Append(_kind, other._kind);
        Append(_value, other._value);
    }

    /// <summary>The rows as a table of so many people.</summary>
    public MeasurementTable Build(int people)
    {
        var order = Order(people, (a, b) => (_kind[a], _value[a]).CompareTo((_kind[b], _value[b])));
        return new MeasurementTable(order)
        {
            Kind = order.Column(_kind),
            Value = order.Column(_value),
        };
    }
}
