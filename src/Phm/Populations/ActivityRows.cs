namespace Phm.Populations;

/// <summary>Activity rows on the way into an <see cref="ActivityTable"/>.</summary>
internal sealed class ActivityRows : EventRows
{
    private readonly List<Day> _end = [];
    private readonly List<PointOfDelivery> _point = [];
    private readonly List<ActivityFlags> _flags = [];
    private readonly List<int> _cost = [];
    private readonly CodeColumn _diagnosis = new();
    private readonly CodeColumn _provider = new();

    /// <summary>Adds a row; null or empty is not known. <paramref name="pence"/> is the cost in pence.</summary>
    public void Add(int person, Day date, PointOfDelivery point, Day? end = null, int? pence = null, bool? attended = null, ReadOnlySpan<char> diagnosis = default, ReadOnlySpan<char> provider = default) =>
        Add(new ActivityRow(person, date, point, end, pence, attended, DiagnosisNumber(diagnosis), ProviderNumber(provider)));

    /// <summary>Adds a row.</summary>
    public void Add(ActivityRow row)
    {
        Person.Add(row.Person);
        Date.Add(row.Date);
        _end.Add(row.End.GetValueOrDefault());
        _point.Add(row.Point);
        _cost.Add(row.Pence.GetValueOrDefault());
        _diagnosis.Add(row.Diagnosis.GetValueOrDefault());
        _provider.Add(row.Provider.GetValueOrDefault());
        _flags.Add((row.End.HasValue ? ActivityFlags.HasEnd : 0) | (row.Diagnosis.HasValue ? ActivityFlags.HasDiagnosis : 0)
            | (row.Pence.HasValue ? ActivityFlags.HasCost : 0) | (row.Provider.HasValue ? ActivityFlags.HasProvider : 0)
            | (row.Attended.HasValue ? ActivityFlags.AttendanceKnown : 0) | (row.Attended == true ? ActivityFlags.Attended : 0));
    }

    /// <summary>The number of a diagnosis, null where it is empty. Any thread may ask.</summary>
    public ushort? DiagnosisNumber(ReadOnlySpan<char> code) => Number(_diagnosis, code);

    /// <summary>The number of a provider, null where it is empty. Any thread may ask.</summary>
    public ushort? ProviderNumber(ReadOnlySpan<char> code) => Number(_provider, code);

    /// <summary>Adds rows that were gathered elsewhere.</summary>
    public void Append(ActivityRows other)
    {
        AppendRows(other);
        Append(_end, other._end);
        Append(_point, other._point);
        Append(_flags, other._flags);
        Append(_cost, other._cost);
        _diagnosis.Append(other._diagnosis);
        _provider.Append(other._provider);
    }

    /// <summary>The rows as a table of so many people.</summary>
    public ActivityTable Build(int people)
    {
        var order = Order(people);
        var (diagnosisCodes, diagnosis) = _diagnosis.Build();
        var (providerCodes, provider) = _provider.Build();
        return new ActivityTable(order)
        {
            End = order.Column(_end),
            Point = order.Column(_point),
            Flags = order.Column(_flags),
            Cost = order.Column(_cost),
            Diagnosis = order.Column(diagnosis),
            DiagnosisCodes = diagnosisCodes,
            Provider = order.Column(provider),
            ProviderCodes = providerCodes,
        };
    }

    private static ushort? Number(CodeColumn column, ReadOnlySpan<char> code) => code.IsEmpty ? null
        : column.TryNumber(code, out var number) ? number
        : throw new DataException($"activity: more than {CodeDictionary.MaxCount:N0} distinct diagnosis or provider codes; check the column.");
}
