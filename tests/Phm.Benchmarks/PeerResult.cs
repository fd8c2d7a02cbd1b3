namespace Phm.Benchmarks;

/// <summary>Seconds that the peer needed for the same tasks, and what its totals come to.</summary>
internal sealed record PeerResult(string Version, double Import, double Grid, double Totals, long PeopleWithContacts, long Pence, long Contacts, long PeakBytes)
{
    /// <summary>How many cells of the grid were equal on both sides.</summary>
    public int EqualCells { get; init; }

    public TotalsCheck TotalsCheck => new(PeopleWithContacts, Pence, Contacts);
}
