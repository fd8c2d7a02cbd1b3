namespace Phm.Populations;

/// <summary>A patient as one row, on the way into a <see cref="PatientTable"/>. Null is not known.</summary>
internal readonly record struct PatientRow
{
    public required string Id { get; init; }

    public required Day Birth { get; init; }

    public Sex? Sex { get; init; }

    public EthnicGroup? EthnicGroup { get; init; }

    /// <summary>The index of the practice in the <see cref="Geography"/>.</summary>
    public ushort? Practice { get; init; }

    public byte? DeprivationDecile { get; init; }

    public Day? RegisteredFrom { get; init; }

    public Day? RegisteredTo { get; init; }

    public Day? Death { get; init; }

    public bool CareHome { get; init; }

    public PatientFlags Flags =>
        Flag(Sex.HasValue, PatientFlags.HasSex) | Flag(EthnicGroup.HasValue, PatientFlags.HasEthnicGroup)
        | Flag(Practice.HasValue, PatientFlags.HasPractice) | Flag(DeprivationDecile.HasValue, PatientFlags.HasDeprivation)
        | Flag(RegisteredFrom.HasValue, PatientFlags.HasRegisteredFrom) | Flag(RegisteredTo.HasValue, PatientFlags.HasRegisteredTo)
        | Flag(Death.HasValue, PatientFlags.HasDeath) | Flag(CareHome, PatientFlags.CareHome);

    private static PatientFlags Flag(bool on, PatientFlags flag) => on ? flag : PatientFlags.None;
}
