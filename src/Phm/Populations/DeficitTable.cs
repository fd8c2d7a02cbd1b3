namespace Phm.Populations;

/// <summary>Deficits of the electronic frailty index, with the day on which each was first recorded.</summary>
public sealed class DeficitTable : EventTable
{
    internal DeficitTable(EventOrder order) : base(order)
    {
    }

    /// <inheritdoc/>
    public override int BytesPerRow => 3;

    internal ReadOnlyMemory<Deficit> Deficit { get; init; }
}
