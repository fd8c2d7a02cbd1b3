using Phm.Populations;

namespace Phm.Costing;

/// <summary>What one unit of a service costs.</summary>
/// <param name="Service">The word by which the cost is set, such as <c>outpatient_attendance</c>.</param>
/// <param name="Name">The service in words.</param>
/// <param name="Unit">What one unit is.</param>
/// <param name="Pounds">The cost of one unit in pounds, up to two decimals.</param>
/// <param name="PriceYear">The year whose prices it is in, such as 2024/25.</param>
/// <param name="Source">Where it was found.</param>
/// <param name="Status">How well it is known.</param>
public sealed record UnitCost(string Service, string Name, string Unit, decimal Pounds, string PriceYear, string Source, UnitCostStatus Status)
{
    /// <summary>The point of delivery, or null for a service that no row of activity stands for.</summary>
    public PointOfDelivery? Point { get; init; }

    /// <summary>Whether activity at the point of delivery costs this where nothing more is known of it.</summary>
    public bool IsUsed { get; init; }

    /// <summary>The fewest nights of a stay to which the cost applies.</summary>
    public int NightsFrom { get; init; }

    /// <summary>The most nights of a stay to which the cost applies.</summary>
    public int NightsTo { get; init; } = int.MaxValue;

    internal bool AppliesTo(PointOfDelivery point, int nights) => IsUsed && Point == point && nights >= NightsFrom && nights <= NightsTo;

    internal bool Overlaps(UnitCost other) =>
        IsUsed && other.IsUsed && Point is not null && Point == other.Point && NightsFrom <= other.NightsTo && other.NightsFrom <= NightsTo;
}
