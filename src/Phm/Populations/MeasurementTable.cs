namespace Phm.Populations;

/// <summary>Measurements of the body and of blood.</summary>
public sealed class MeasurementTable : EventTable
{
    internal MeasurementTable(EventOrder order) : base(order)
    {
    }

    /// <inheritdoc/>
    public override int BytesPerRow => 7;

    internal ReadOnlyMemory<MeasureKind> Kind { get; init; }

    /// <summary>The value in the unit of its kind.</summary>
    internal ReadOnlyMemory<float> Value { get; init; }
}
