namespace Phm.Populations;

/// <summary>
/// One row a person, sorted by practice and then by pseudonym, one array a column. A value that is not known is marked as such by
/// a bit of <see cref="Flags"/>; its cell in the column then means nothing.
/// </summary>
public sealed class PatientTable
{
    /// <summary>How many people there are.</summary>
    public int Count => Ids.Count;

    /// <summary>Bytes of memory that the columns take.</summary>
    public long Bytes => Ids.Bytes + (long)Count * (sizeof(ushort) * 6 + 3);

    internal PatientIds Ids { get; init; } = new([]);

    internal ReadOnlyMemory<PatientFlags> Flags { get; init; }

    internal ReadOnlyMemory<Day> Birth { get; init; }

    internal ReadOnlyMemory<Sex> Sex { get; init; }

    internal ReadOnlyMemory<EthnicGroup> EthnicGroup { get; init; }

    /// <summary>The index of the practice in the <see cref="Geography"/>.</summary>
    internal ReadOnlyMemory<ushort> Practice { get; init; }

    /// <summary>Decile of the Index of Multiple Deprivation, 1 for the most deprived tenth.</summary>
    internal ReadOnlyMemory<byte> DeprivationDecile { get; init; }

    internal ReadOnlyMemory<Day> RegisteredFrom { get; init; }

    internal ReadOnlyMemory<Day> RegisteredTo { get; init; }

    internal ReadOnlyMemory<Day> Death { get; init; }
}
