namespace Phm.Populations;

/// <summary>Medicines, from the first to the last day of use.</summary>
public sealed class MedicationTable : EventTable
{
    internal MedicationTable(EventOrder order) : base(order)
    {
    }

    /// <inheritdoc/>
    public override int BytesPerRow => 7;

    /// <summary>The medicine as a number of <see cref="MedicineCodes"/>.</summary>
    internal ReadOnlyMemory<ushort> Medicine { get; init; }

    /// <summary>The medicines that occur.</summary>
    public CodeDictionary MedicineCodes { get; internal init; } = CodeDictionary.Empty;

    /// <summary>The last day of use, where <see cref="HasEnd"/>.</summary>
    internal ReadOnlyMemory<Day> End { get; init; }

    /// <summary>1 where the last day is known.</summary>
    internal ReadOnlyMemory<byte> HasEnd { get; init; }
}
