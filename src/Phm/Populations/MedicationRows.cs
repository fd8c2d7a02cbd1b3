namespace Phm.Populations;

/// <summary>Rows on the way into a <see cref="MedicationTable"/>.</summary>
internal sealed class MedicationRows : EventRows
{
    private readonly List<Day> _end = [];
    private readonly List<byte> _hasEnd = [];
    private readonly CodeColumn _medicine = new();

    /// <summary>Adds a row; null is not known.</summary>
    public void Add(int person, Day date, string medicine, Day? end = null)
    {
        Person.Add(person);
        Date.Add(date);
        _end.Add(end.GetValueOrDefault());
        _hasEnd.Add(end.HasValue ? (byte)1 : (byte)0);
        if (!_medicine.TryAdd(medicine)) throw new DataException($"medications: more than {CodeDictionary.MaxCount:N0} distinct codes; check the column.");
    }

    /// <summary>Adds rows that were gathered elsewhere.</summary>
    public void Append(MedicationRows other)
    {
        AppendRows(other);
        Append(_end, other._end);
        Append(_hasEnd, other._hasEnd);
        _medicine.Append(other._medicine);
    }

    /// <summary>The rows as a table of so many people.</summary>
    public MedicationTable Build(int people)
    {
        var (medicineCodes, medicine) = _medicine.Build();
        var order = Order(people, (a, b) => (medicine[a], _hasEnd[a], _end[a]).CompareTo((medicine[b], _hasEnd[b], _end[b])));
        return new MedicationTable(order)
        {
            End = order.Column(_end),
            HasEnd = order.Column(_hasEnd),
            Medicine = order.Column(medicine),
            MedicineCodes = medicineCodes,
        };
    }
}
