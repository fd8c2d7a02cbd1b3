namespace Phm.Disclosure;

/// <summary>
/// One line of the audit log: who looked at how many people's records, which, and why. It is written before anything is shown, so an entry
/// also stands where the showing or writing then failed.
/// </summary>
public sealed record AuditEntry
{
    /// <summary>When, in universal time, to the millisecond.</summary>
    public DateTimeOffset When { get; init; }

    /// <summary>The account's name.</summary>
    public string User { get; init; } = "";

    /// <summary>The name of the machine.</summary>
    public string Machine { get; init; } = "";

    /// <summary>Whether records were shown or written.</summary>
    public required AuditAction Action { get; init; }

    /// <summary>The name of the population.</summary>
    public required string Population { get; init; }

    /// <summary>How the people were chosen, as it was written in the source.</summary>
    public required string Criterion { get; init; }

    /// <summary>What was told of each person.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The whole path of the file that was written, or null where nothing was.</summary>
    public string? File { get; init; }

    /// <summary>The kind of purpose, in words.</summary>
    public required string Purpose { get; init; }

    /// <summary>The purpose as it was explained.</summary>
    public required string Why { get; init; }

    /// <summary>Of how many people, exactly.</summary>
    public required long Rows { get; init; }
}
