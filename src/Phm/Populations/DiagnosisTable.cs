namespace Phm.Populations;

/// <summary>Recorded conditions with their onset and, where they ended, their end.</summary>
public sealed class DiagnosisTable : EventTable
{
    internal DiagnosisTable(EventOrder order) : base(order)
    {
    }

    /// <inheritdoc/>
    public override int BytesPerRow => 6;

    internal ReadOnlyMemory<Condition> Condition { get; init; }

    /// <summary>The last day of the condition, where <see cref="HasEnd"/>.</summary>
    internal ReadOnlyMemory<Day> End { get; init; }

    /// <summary>1 where the condition ended.</summary>
    internal ReadOnlyMemory<byte> HasEnd { get; init; }
}
