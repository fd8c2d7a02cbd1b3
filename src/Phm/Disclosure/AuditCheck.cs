namespace Phm.Disclosure;

/// <summary>What an audit log holds, and whether it is as it was written.</summary>
/// <param name="Entries">The entries that could be read, oldest first.</param>
/// <param name="Breaks">Where the chain does not hold, in sentences: a line was altered, added, moved or removed there.</param>
/// <param name="TornLines">Lines, from 1, that are no entries and over which the chain passes: a crash cut them off while they were written.</param>
/// <param name="LastDigest">
/// The digest of the newest entry. A chain cannot tell that its newest lines were removed, or that all of it was written anew; whoever
/// keeps this digest elsewhere can.
/// </param>
public sealed record AuditCheck(IReadOnlyList<AuditEntry> Entries, IReadOnlyList<string> Breaks, IReadOnlyList<int> TornLines, string LastDigest)
{
    /// <summary>Whether every entry follows the one before it, and the newest line is whole.</summary>
    public bool IsWhole => Breaks.Count == 0;
}
