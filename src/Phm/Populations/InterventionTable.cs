namespace Phm.Populations;

/// <summary>Programmes that a person took part in.</summary>
public sealed class InterventionTable : EventTable
{
    internal InterventionTable(EventOrder order) : base(order)
    {
    }

    /// <inheritdoc/>
    public override int BytesPerRow => 7;

    /// <summary>The programme as a number of <see cref="ProgrammeCodes"/>.</summary>
    internal ReadOnlyMemory<ushort> Programme { get; init; }

    /// <summary>The programmes that occur.</summary>
    public CodeDictionary ProgrammeCodes { get; internal init; } = CodeDictionary.Empty;

    /// <summary>The last day, where <see cref="HasEnd"/>.</summary>
    internal ReadOnlyMemory<Day> End { get; init; }

    /// <summary>1 where the programme ended.</summary>
    internal ReadOnlyMemory<byte> HasEnd { get; init; }
}
