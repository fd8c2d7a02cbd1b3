using Phm.Disclosure;
using Phm.Populations;
using Phm.Presentation;

namespace Phm.Segmentation;

/// <summary>
/// How unevenly spend lies on people: the share of all spend that falls on the costliest hundredth, twentieth, tenth and so on (a Lorenz
/// curve read from the top).
/// </summary>
public sealed record SpendConcentration : Result
{
    private static readonly double[] TableShares = [0.01, 0.02, 0.05, 0.10, 0.20, 0.50];

    private readonly long[] _cumulativePence;
    private readonly PointOfDelivery[] _services;

    private SpendConcentration(Period period, long[] sortedPence, DisclosurePolicy policy, PointOfDelivery[] services)
    {
        (Period, Policy, _services) = (period, policy, services);
        _cumulativePence = new long[sortedPence.Length + 1];
        for (var i = 0; i < sortedPence.Length; i++) _cumulativePence[i + 1] = _cumulativePence[i] + sortedPence[sortedPence.Length - 1 - i];
        var n = sortedPence.Length;
        var (total, area) = ((double)_cumulativePence[^1], 0.0);
        for (var i = 1; i <= n; i++) area += (_cumulativePence[i - 1] + _cumulativePence[i]) / 2.0;
        Gini = policy.Suppresses(n) ? DisclosedValue.Suppressed : DisclosedValue.Of(total > 0 ? 2 * area / (n * total) - 1 : double.NaN);
    }

    /// <summary>The period of the spend.</summary>
    public Period Period { get; }

    /// <summary>The policy by which numbers are shown.</summary>
    public DisclosurePolicy Policy { get; }

    /// <summary>
    /// The Gini coefficient: 0 where everyone costs the same, near 1 where one person costs everything; suppressed where there are few
    /// people, missing where nothing was spent.
    /// </summary>
    public DisclosedValue Gini { get; }

    /// <summary>The concentration of the spend of everyone present in a period.</summary>
    /// <param name="population">The people.</param>
    /// <param name="period">The period of the spend.</param>
    /// <param name="policy">The policy by which numbers are shown; the default where null.</param>
    /// <param name="services">The services whose spend counts; all where none is named.</param>
    public static SpendConcentration Of(Population population, Period period, DisclosurePolicy? policy = null, params PointOfDelivery[] services)
    {
        var counted = new bool[Vocabulary<PointOfDelivery>.All.Count];
        foreach (var point in services.Length == 0 ? Vocabulary<PointOfDelivery>.All : services) counted[(int)point] = true;
        var pence = population.FoldPartitions(() => new List<long>(), (list, partition) =>
        {
            var points = population.Activity.Point.Span;
            var costs = population.Activity.Cost.Span;
            for (var position = partition.Start; position < partition.End; position++)
            {
                var patient = partition.PatientAt(position);
                if (!population.IsPresent(patient, period)) continue;
                var rows = population.Activity.RowsIn(patient, period);
                long sum = 0;
                for (var row = rows.Start; row < rows.End; row++)
                {
                    if (counted[(int)points[row]]) sum += costs[row];
                }
                list.Add(sum);
            }
        }, (list, more) => list.AddRange(more)).ToArray();
        Array.Sort(pence);
        return new(period, pence, policy ?? DisclosurePolicy.Default, services);
    }

    /// <summary>
    /// The share of spend that falls on the costliest share of people, from amounts as shown; suppressed where these are few or where
    /// few are left, missing where they are less than one person or nothing was spent.
    /// </summary>
    /// <param name="topShare">The share of people, between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share lies outside 0 to 1.</exception>
    public DisclosedValue ShareOfSpend(double topShare)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(topShare);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(topShare, 1);
        var n = _cumulativePence.Length - 1;
        var people = (int)Math.Round(topShare * n);
        if (people == 0 && topShare > 0) return DisclosedValue.Missing;
        return DisclosedValue.Combine(SpendOn(people), SpendOn(n), (part, whole) => whole == 0 ? double.NaN : part / whole);
    }

    /// <summary>Share of spend by share of people, from the costliest.</summary>
    public override ResultTable ToTable() => new()
    {
        Title = $"Concentration of spend, {Period}",
        Columns = [new("Costliest share of people", ColumnFormat.Percent), new("People", ColumnFormat.Count), new("Share of spend", ColumnFormat.Percent)],
        Rows = [.. TableShares.Select(share => (TableCell[])[share, Policy.Count((long)Math.Round(share * (_cumulativePence.Length - 1))), ShareOfSpend(share)])],
        Notes =
        [
            $"Gini coefficient {new TableColumn("Gini", ColumnFormat.Decimal2).Print(Gini)}. Everyone present in the period counts, with or without spend.",
            .. _services.Length > 0 ? [$"Spend on {string.Join(", ", _services.Select(point => point.Name()))} only."] : Array.Empty<string>(),
            Policy.Note,
        ],
    };

    /// <summary>Spend on so many of the costliest as it may be shown. What is left when it is taken from all spend must not be that of few.</summary>
    private DisclosedValue SpendOn(int people) =>
        Policy.Amount(_cumulativePence[people] / 100.0, people, hidden: Policy.Suppresses(_cumulativePence.Length - 1 - people));
}
