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
    public void Add(int person, Day date, PointOfDelivery point, Day? end = null, int? pence = null, bool? attended = null, ReadOnlySpan<char> diagnosis = default, ReadOnlySpan<char> provider = default, bool? minorSelfReferred = null)
    {
        Person.Add(person);
        Date.Add(date);
        _end.Add(end.GetValueOrDefault());
        _point.Add(point);
        _cost.Add(pence.GetValueOrDefault());
        if (!_diagnosis.TryAdd(diagnosis) || !_provider.TryAdd(provider)) throw new DataException($"activity: more than {CodeDictionary.MaxCount:N0} distinct diagnosis or provider codes; check the column.");
        _flags.Add((end.HasValue ? ActivityFlags.HasEnd : 0) | (!diagnosis.IsEmpty ? ActivityFlags.HasDiagnosis : 0)
            | (pence.HasValue ? ActivityFlags.HasCost : 0) | (!provider.IsEmpty ? ActivityFlags.HasProvider : 0)
            | (attended.HasValue ? ActivityFlags.AttendanceKnown : 0) | (attended == true ? ActivityFlags.Attended : 0)
            | (minorSelfReferred.HasValue ? ActivityFlags.MinorSelfReferredKnown : 0) | (minorSelfReferred == true ? ActivityFlags.MinorSelfReferred : 0));
    }

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
        var (diagnosisCodes, diagnosis) = _diagnosis.Build();
        var (providerCodes, provider) = _provider.Build();
        Blank(diagnosis, ActivityFlags.HasDiagnosis);
        Blank(provider, ActivityFlags.HasProvider);
        var order = Order(people, (a, b) => (_point[a], _end[a], _flags[a], diagnosis[a], _cost[a], provider[a])
            .CompareTo((_point[b], _end[b], _flags[b], diagnosis[b], _cost[b], provider[b])));
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

    /// <summary>A cell that is not known is 0: otherwise it would tell which code was met first, and equal data would not give equal bytes.</summary>
    private void Blank(ushort[] cells, ActivityFlags known)
    {
        for (var row = 0; row < cells.Length; row++)
        {
            if ((_flags[row] & known) == 0) cells[row] = 0;
        }
    }
}
