using Phm.Disclosure;
using Phm.Populations;
using Phm.Presentation;

namespace Phm.Measures;

/// <summary>Who used each service in a period, how often, and what it cost.</summary>
public sealed record ServiceUse : Result
{
    private static readonly int Services = Vocabulary<PointOfDelivery>.All.Count;

    private readonly long[] _users;
    private readonly long[] _payers;
    private readonly long[] _contacts;
    private readonly long[] _pence;
    private readonly long _people;

    private ServiceUse(Period period, DisclosurePolicy policy, long[] sums)
    {
        (Period, Policy) = (period, policy);
        (_users, _contacts, _pence) = (sums[..Services], sums[Services..(2 * Services)], sums[(2 * Services)..(3 * Services)]);
        (_payers, _people) = (sums[(3 * Services)..(4 * Services)], sums[^1]);
    }

    /// <summary>Whom it is about.</summary>
    public required string Name { get; init; }

    /// <summary>The period.</summary>
    public Period Period { get; }

    /// <summary>The policy by which numbers are shown.</summary>
    public DisclosurePolicy Policy { get; }

    /// <summary>How much of the period the data cover, where that is not all of it; empty otherwise.</summary>
    internal string Coverage { get; private init; } = "";

    /// <summary>The use of services by everyone present in a period.</summary>
    /// <exception cref="DataException">The data came without activity, or cover no day of the period.</exception>
    public static ServiceUse Of(Population population, Period period, DisclosurePolicy? policy = null)
    {
        population.Require(population.Activity, "The use of services");
        var coverage = population.RequireCovered(period, "The use of services");
        var sums = population.Fold(period, () => new long[4 * Services + 1], (totals, person) =>
        {
            totals[^1]++;
            var activity = population.Activity;
            var (seen, paid) = (0, 0);
            foreach (var row in activity.RowsIn(person.Index, period))
            {
                var point = (int)activity.Point.Span[row];
                if (!activity.IsMissedConsultation(row))
                {
                    seen |= 1 << point;
                    totals[Services + point]++;
                }
                var pence = activity.Cost.Span[row];
                totals[2 * Services + point] += pence;
                if (pence != 0) paid |= 1 << point;
            }
            for (var point = 0; point < Services; point++)
            {
                totals[point] += (seen >> point) & 1;
                totals[3 * Services + point] += (paid >> point) & 1;
            }
        }, (totals, more) =>
        {
            for (var i = 0; i < totals.Length; i++) totals[i] += more[i];
        });
        return new(period, policy ?? DisclosurePolicy.Default, sums) { Name = population.Name, Coverage = coverage };
    }

    /// <summary>People who used a service.</summary>
    public DisclosedValue Users(PointOfDelivery point) => Policy.Count(_users[(int)point]);

    /// <summary>Rows of activity for each 1,000 people, from numbers as shown; suppressed where few people used the service.</summary>
    public DisclosedValue RatePer1000(PointOfDelivery point) => PerHead(Policy.Count(_contacts[(int)point], hidden: Policy.Suppresses(_users[(int)point])).Map(rows => 1000 * rows));

    /// <summary>Pounds for each person, from numbers as shown; suppressed where few people used the service, or few of those at any cost.</summary>
    public DisclosedValue SpendPerHead(PointOfDelivery point) =>
        PerHead(Policy.Amount(_pence[(int)point] / 100.0, _payers[(int)point], hidden: Policy.Suppresses(_users[(int)point])));

    /// <summary>The services, one row each.</summary>
    public override ResultTable ToTable() => new()
    {
        Title = $"Use of services, {Name}, {Period}",
        Columns = [new("Service"), new("People who used it", ColumnFormat.Count), new("Share of people", ColumnFormat.Percent), new("Rows per 1,000 people", ColumnFormat.Count), new("Spend per head", ColumnFormat.Pounds)],
        Rows =
        [
            .. Vocabulary<PointOfDelivery>.All.Select(point => (TableCell[])
                [point.Name(), Users(point), PerHead(Users(point)), RatePer1000(point), SpendPerHead(point)]),
        ],
        Notes = ["A row is a contact, an attendance or an admission; for prescribing and social care it sums a stretch of time.", .. Coverage.Length > 0 ? [Coverage] : Array.Empty<string>(), Policy.Note],
    };

    private DisclosedValue PerHead(DisclosedValue total) => DisclosedValue.Combine(total, Policy.Count(_people), (sum, people) => people == 0 ? double.NaN : sum / people);
}
