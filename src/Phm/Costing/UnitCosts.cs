using Phm.Populations;
using Phm.Presentation;

namespace Phm.Costing;

/// <summary>
/// A table of unit costs, by which activity is priced where no cost came with it. Costs that no source gives are placeholders, marked
/// as such wherever the table is shown: set them before a sum of money is believed.
/// </summary>
/// <remarks>
/// A GP consultation costs £42 and not £49: the costs of the years of training are not spent by the system on the consultation, and the
/// hospital costs beside it leave the training of staff out as well.
/// </remarks>
public sealed record UnitCosts : Result
{
    private static readonly Lazy<UnitCosts> LazyPublished = new(() => UnitCostsReader.ReadResource("unit-costs.csv"));

    private readonly IReadOnlyList<UnitCost> _costs = [];

    internal UnitCosts(string name, IReadOnlyList<UnitCost> costs)
    {
        Name = name;
        Costs = costs;
    }

    /// <summary>The costs that ship with the product: published ones, and placeholders where none was found.</summary>
    public static UnitCosts Published => LazyPublished.Value;

    /// <summary>A table without costs: what came without a cost stays without one.</summary>
    public static UnitCosts None { get; } = new("No unit costs", []);

    /// <summary>The name of the table.</summary>
    public string Name { get; }

    /// <summary>The costs, in the order of the table.</summary>
    public IReadOnlyList<UnitCost> Costs
    {
        get => _costs;
        private init
        {
            RequireOneEach(value);
            _costs = value;
        }
    }

    /// <summary>
    /// Reads a table from a CSV or CSV.gz file with the columns <c>service, name, point_of_delivery, unit, nights_from, nights_to,
    /// used, pounds, price_year, source, status</c>.
    /// </summary>
    /// <exception cref="DataException">The file is missing or malformed, or two costs apply to the same stay.</exception>
    public static UnitCosts Load(string path) => UnitCostsReader.ReadFile(path);

    /// <summary>The cost with a word, or null.</summary>
    public UnitCost? Find(string service) => Costs.FirstOrDefault(cost => cost.Service == service);

    /// <summary>The cost of activity of which only the point of delivery and the nights of the stay are known, or null where the table has none.</summary>
    /// <param name="point">The point of delivery.</param>
    /// <param name="nights">Nights of the stay; 0 for anything without one.</param>
    public UnitCost? CostOf(PointOfDelivery point, int nights = 0) => Costs.FirstOrDefault(cost => cost.AppliesTo(point, nights));

    /// <summary>The table with one cost set by the user, as in <c>UnitCosts.Published.With("outpatient_attendance", 175m, "2024/25", "our ledger")</c>.</summary>
    /// <param name="service">The word of a cost of the table.</param>
    /// <param name="pounds">The cost of one unit, 0 or more.</param>
    /// <param name="priceYear">The year whose prices it is in.</param>
    /// <param name="source">Where it comes from.</param>
    /// <exception cref="ArgumentException">The table has no such cost.</exception>
    public UnitCosts With(string service, decimal pounds, string priceYear, string source)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pounds);
        var old = Find(service) ?? throw new ArgumentException($"There is no unit cost '{service}'. There are: {string.Join(", ", Costs.Select(cost => cost.Service))}.", nameof(service));
        var set = old with { Pounds = pounds, PriceYear = priceYear, Source = source, Status = UnitCostStatus.Own };
        return this with { Costs = [.. Costs.Select(cost => cost == old ? set : cost)] };
    }

    /// <summary>The costs with their status.</summary>
    public override ResultTable ToTable() => new()
    {
        Title = Name,
        Columns = [new("Service"), new("Unit"), new("Point of delivery"), new("Pounds", ColumnFormat.Decimal2), new("Price year"), new("Status"), new("Source")],
        Rows = [.. Costs.Select(cost => (TableCell[])[cost.Name, cost.Unit, PointOf(cost), (double)cost.Pounds, cost.PriceYear, cost.Status.Name(), cost.Source])],
        Notes =
        [
            .. Costs.Any(cost => cost.Status == UnitCostStatus.Placeholder)
                ? ["A placeholder is a round number that stands in until you set your own; it is no evidence of what anything costs."]
                : Array.Empty<string>(),
            "A point of delivery in brackets: the cost is held but not used to price activity.",
        ],
    };

    private static string PointOf(UnitCost cost) => cost.Point is not { } point ? "" : !cost.IsUsed ? $"({point.Name()})"
        : cost.NightsTo < int.MaxValue ? $"{point.Name()}, {cost.NightsFrom} to {cost.NightsTo} nights"
        : cost.NightsFrom > 0 ? $"{point.Name()}, {cost.NightsFrom} nights or more"
        : point.Name();

    private static void RequireOneEach(IReadOnlyList<UnitCost> costs)
    {
        for (var i = 0; i < costs.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (costs[i].Service == costs[j].Service) throw new DataException($"Unit costs: '{costs[i].Service}' stands in two rows; each service has one.");
                if (costs[i].Overlaps(costs[j])) throw new DataException($"Unit costs: both '{costs[j].Service}' and '{costs[i].Service}' price the same activity; set 'used' to 0 for one of them or part them by nights.");
            }
        }
    }
}
