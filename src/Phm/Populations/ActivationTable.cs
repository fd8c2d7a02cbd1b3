namespace Phm.Populations;

/// <summary>Measurements of patient activation: a score between 0 and 100, or a level between 1 and 4.</summary>
public sealed class ActivationTable : EventTable
{
    internal ActivationTable(EventOrder order) : base(order)
    {
    }

    /// <inheritdoc/>
    public override int BytesPerRow => 7;

    /// <summary>The score, where <see cref="Level"/> is 0.</summary>
    internal ReadOnlyMemory<float> Score { get; init; }

    /// <summary>The level 1 to 4 where only that was recorded, otherwise 0.</summary>
    internal ReadOnlyMemory<byte> Level { get; init; }
}
