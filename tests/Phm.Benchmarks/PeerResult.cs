namespace Phm.Benchmarks;

/// <summary>What the peer needed for the same tasks, and what its totals come to.</summary>
/// <param name="Version">The peer's version.</param>
/// <param name="Import">The files into its memory.</param>
/// <param name="AsImported">Queries on the tables as imported, keyed by pseudonym.</param>
/// <param name="Numbered">Queries after rows were given a number for a key, the work for which is not timed.</param>
/// <param name="TotalsCheck">What the totals of all people come to.</param>
/// <param name="PeakBytes">Its peak working set.</param>
internal sealed record PeerResult(string Version, Timing Import, PeerQueries AsImported, PeerQueries Numbered, TotalsCheck TotalsCheck, long PeakBytes)
{
    /// <summary>How many cells of the grid were equal on both sides.</summary>
    public int EqualCells { get; init; }
}
