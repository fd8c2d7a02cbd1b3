using System.Numerics;
using System.Runtime.CompilerServices;
using Phm.Populations;

namespace Phm.Segmentation;

/// <summary>
/// What a grid adds up, for every practice, age band and segment: people, and for each service pence and the people on whom they were
/// spent. Whole numbers only, so the sums are the same in any order.
/// </summary>
internal sealed class GridCounts
{
    private readonly int _cells;
    private readonly long[]?[] _people;
    private readonly long[]?[] _services;
    private readonly long[]?[] _payers;
    private readonly long[] _reasons;

    public GridCounts(int practices, int ageBands, int segments, int rules)
    {
        AgeBands = ageBands;
        Segments = segments;
        _cells = ageBands * segments;
        _people = new long[practices][];
        _services = new long[practices][];
        _payers = new long[practices][];
        _reasons = new long[rules];
    }

    /// <summary>How many services are told apart.</summary>
    public static int Services { get; } = Vocabulary<PointOfDelivery>.All.Count;

    public int Practices => _people.Length;

    public int AgeBands { get; }

    public int Segments { get; }

    /// <summary>How many people met each rule first.</summary>
    public ReadOnlySpan<long> Reasons => _reasons;

    public long People(int practice, int ageBand, int segment) => _people[practice]?[ageBand * Segments + segment] ?? 0;

    /// <summary>
    /// On how many people of a cell something was spent at a service. Only they contribute to the amount: someone who was seen at no cost
    /// does not hide someone who was.
    /// </summary>
    public long Payers(int practice, int ageBand, int segment, int service) => Service(practice, ageBand, segment, service, 0);

    /// <summary>On how many people of a cell something was spent at any service.</summary>
    public long PayersOfAny(int practice, int ageBand, int segment) => _payers[practice]?[ageBand * Segments + segment] ?? 0;

    /// <summary>What was spent on a cell at a service, in pence.</summary>
    public long Pence(int practice, int ageBand, int segment, int service) => Service(practice, ageBand, segment, service, 1);

    /// <summary>Adds a person and their rows of activity, one point of delivery and one cost in pence each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(int practice, int ageBand, int segment, int rule, ReadOnlySpan<PointOfDelivery> points, ReadOnlySpan<int> costs)
    {
        var people = _people[practice] ??= new long[_cells];
        var services = _services[practice] ??= new long[_cells * Services * 2];
        var payers = _payers[practice] ??= new long[_cells];
        var cell = ageBand * Segments + segment;
        people[cell]++;
        _reasons[rule]++;

        var sums = services.AsSpan(cell * Services * 2, Services * 2);
        var paid = 0u;
        for (var row = 0; row < points.Length; row++)
        {
            var service = (int)points[row];
            var cost = costs[row];
            // A cost is never negative, so its negation has the sign bit exactly where something was spent.
            paid |= ((uint)-cost >> 31) << service;
            sums[service * 2 + 1] += cost;
        }
        if (paid != 0) payers[cell]++;
        for (; paid != 0; paid &= paid - 1) sums[BitOperations.TrailingZeroCount(paid) * 2]++;
    }

    /// <summary>Adds the sums of other people.</summary>
    public void Merge(GridCounts other)
    {
        for (var practice = 0; practice < Practices; practice++)
        {
            Merge(ref _people[practice], other._people[practice]);
            Merge(ref _services[practice], other._services[practice]);
            Merge(ref _payers[practice], other._payers[practice]);
        }
        for (var rule = 0; rule < _reasons.Length; rule++) _reasons[rule] += other._reasons[rule];
    }

    private static void Merge(ref long[]? sums, long[]? more)
    {
        if (more is null) return;
        if (sums is null)
        {
            sums = more;
            return;
        }
        for (var i = 0; i < sums.Length; i++) sums[i] += more[i];
    }

    private long Service(int practice, int ageBand, int segment, int service, int measure) =>
        _services[practice]?[((ageBand * Segments + segment) * Services + service) * 2 + measure] ?? 0;
}
