using System.Globalization;
using Phm.Disclosure;
using Phm.Populations;
using Phm.Presentation;

namespace Phm.Segmentation;

/// <summary>
/// How unevenly spend lies on people: the share of all spend that falls on the costliest hundredth, twentieth, tenth and so on (a Lorenz
/// curve read from the top).
/// </summary>
/// <remarks>
/// Two shares that lie close together would tell, by subtraction, of the few people between them. Under a policy that suppresses, shares
/// are therefore given in whole steps of people only: every 1%, or where a hundredth of the people would be suppressed as a count every 5%,
/// 10%, 20% or 50%, whichever is the first that would not. Every other share is suppressed.
/// </remarks>
public sealed record SpendConcentration : Result
{
    private static readonly int[] TablePercents = [1, 2, 5, 10, 20, 50];
    private static readonly int[] Steps = [1, 5, 10, 20, 50];

    /// <summary>The step where even half of the people would be suppressed as a count.</summary>
    private const int TooWide = 100;

    /// <summary>A straight line over longer steps would lie far above the curve, and the coefficient far below its value.</summary>
    private const int WidestStepOfGini = 5;

    private readonly long[] _cumulativePence;
    private readonly int _payers;
    private readonly int _step;
    private readonly PointOfDelivery[] _services;

    private SpendConcentration(Period period, long[] sortedPence, DisclosurePolicy policy, PointOfDelivery[] services)
    {
        (Period, Policy, _services) = (period, policy, services);
        _cumulativePence = new long[sortedPence.Length + 1];
        for (var i = 0; i < sortedPence.Length; i++) _cumulativePence[i + 1] = _cumulativePence[i] + sortedPence[sortedPence.Length - 1 - i];
        _payers = sortedPence.Count(pence => pence > 0);
        _step = Steps.FirstOrDefault(step => (long)step * sortedPence.Length / 100 > policy.SuppressThrough, TooWide);
        Gini = policy.IsProtective ? GiniOfCurve() : ExactGini();
    }

    /// <summary>Whom it is about.</summary>
    public required string Name { get; init; }

    /// <summary>The period of the spend.</summary>
    public Period Period { get; }

    /// <summary>The policy by which numbers are shown.</summary>
    public DisclosurePolicy Policy { get; }

    /// <summary>
    /// The Gini coefficient: 0 where everyone costs the same, near 1 where one person costs everything. Under a policy that suppresses it
    /// is that of straight lines between the shares that are shown, which is a little less than that of the people; suppressed where
    /// shares are not shown for every 5% or finer, missing where nothing was spent.
    /// </summary>
    public DisclosedValue Gini { get; }

    /// <summary>How much of the period the data cover, where that is not all of it; empty otherwise.</summary>
    internal string Coverage { get; private init; } = "";

    /// <summary>The percentages of people at which shares are given, from 0 to 100.</summary>
    internal IEnumerable<int> Percents => Enumerable.Range(0, 101).Where(percent => !Policy.IsProtective || percent % _step == 0);

    /// <summary>The concentration of the spend of everyone present in a period.</summary>
    /// <param name="population">The people.</param>
    /// <param name="period">The period of the spend.</param>
    /// <param name="policy">The policy by which numbers are shown; the default where null.</param>
    /// <param name="services">The services whose spend counts; all where none is named.</param>
    /// <exception cref="DataException">The data came without activity, or cover no day of the period.</exception>
    public static SpendConcentration Of(Population population, Period period, DisclosurePolicy? policy = null, params PointOfDelivery[] services)
    {
        population.Require(population.Activity, "The concentration of spend");
        var coverage = population.RequireCovered(period, "The concentration of spend");
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
        return new(period, pence, policy ?? DisclosurePolicy.Default, services) { Name = population.Name, Coverage = coverage };
    }

    /// <summary>
    /// The share of spend that falls on the costliest share of people. Under a policy that suppresses, the share of people is taken to the
    /// nearest whole percent and the answer is worked out from amounts as shown; it is suppressed between the steps that are given (see the
    /// remarks on the type), and where few people have any spend or few of those who have are left. Missing where the share of people is
    /// less than one person, or nothing was spent.
    /// </summary>
    /// <param name="topShare">The share of people, between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share lies outside 0 to 1.</exception>
    public DisclosedValue ShareOfSpend(double topShare)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(topShare);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(topShare, 1);
        if (Policy.IsProtective) return ShareAt((int)Math.Round(topShare * 100, MidpointRounding.AwayFromZero));
        var people = PeopleIn(topShare);
        return people == 0 && topShare > 0 ? DisclosedValue.Missing : ShareOf(people);
    }

    /// <summary>Share of spend by share of people, from the costliest.</summary>
    public override ResultTable ToTable() => new()
    {
        Title = $"Concentration of spend, {Name}, {Period}",
        Columns = [new("Costliest share of people", ColumnFormat.Percent), new("People", ColumnFormat.Count), new("Share of spend", ColumnFormat.Percent)],
        Rows = [.. TablePercents.Select(percent => (TableCell[])[percent / 100.0, Policy.Count(PeopleIn(percent / 100.0)), ShareOfSpend(percent / 100.0)])],
        Notes =
        [
            $"Gini coefficient {new TableColumn("Gini", ColumnFormat.Decimal2).Print(Gini)}. Everyone present in the period counts, with or without spend.",
            .. _services.Length > 0 ? [$"Spend on {string.Join(", ", _services.Select(point => point.Name()))} only."] : Array.Empty<string>(),
            .. Coverage.Length > 0 ? [Coverage] : Array.Empty<string>(),
            .. StepNote is { } note ? [note] : Array.Empty<string>(),
            Policy.Note,
        ],
    };

    /// <summary>Which shares are given, where these are not all whole percents; null where they are.</summary>
    internal string? StepNote => !Policy.IsProtective || _step == 1 ? null
        : _step == TooWide ? "There are too few people to give shares of spend."
        : string.Create(CultureInfo.InvariantCulture, $"For so few people shares of spend are given only for every {_step}% of them.");

    private int PeopleIn(double topShare) => (int)Math.Round(topShare * (_cumulativePence.Length - 1), MidpointRounding.AwayFromZero);

    /// <summary>The share at a percentage, where it is one of the steps. Of none and all alone a reader would draw a straight line.</summary>
    private DisclosedValue ShareAt(int percent) => _cumulativePence.Length == 1 || (percent % _step == 0 && _step < TooWide)
        ? ShareOf((int)(((long)percent * (_cumulativePence.Length - 1) + 50) / 100))
        : DisclosedValue.Suppressed;

    private DisclosedValue ShareOf(int people) =>
        DisclosedValue.Combine(SpendOn(people), SpendOn(_cumulativePence.Length - 1), (part, whole) => whole == 0 ? double.NaN : part / whole);

    /// <summary>
    /// Spend on so many of the costliest as it may be shown. Only those with spend contribute, and what is left when it is taken from
    /// all spend must not be that of few.
    /// </summary>
    private DisclosedValue SpendOn(int people)
    {
        var payers = Math.Min(people, _payers);
        return Policy.Amount(_cumulativePence[people] / 100.0, payers, hidden: Policy.Suppresses(_payers - payers));
    }

    private DisclosedValue ExactGini()
    {
        var n = _cumulativePence.Length - 1;
        var (total, area) = ((double)_cumulativePence[^1], 0.0);
        for (var i = 1; i <= n; i++) area += (_cumulativePence[i - 1] + _cumulativePence[i]) / 2.0;
        return DisclosedValue.Of(total > 0 ? 2 * area / (n * total) - 1 : double.NaN);
    }

    /// <summary>Twice the area between the shares that are shown and the diagonal: whoever has those shares can work it out.</summary>
    private DisclosedValue GiniOfCurve()
    {
        if (_cumulativePence.Length == 1) return DisclosedValue.Missing;
        if (_step > WidestStepOfGini) return DisclosedValue.Suppressed;
        if (ShareAt(100) is { IsShown: false } none) return none;
        var shown = Percents.Select(percent => (Percent: percent, Share: ShareAt(percent))).Where(point => point.Share.IsShown).ToArray();
        var area = shown.Zip(shown.Skip(1)).Sum(pair => (pair.Second.Percent - pair.First.Percent) / 100.0 * (pair.First.Share.Value + pair.Second.Share.Value) / 2);
        return DisclosedValue.Of(2 * area - 1);
    }
}
