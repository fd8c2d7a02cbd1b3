namespace Phm.Benchmarks;

/// <summary>The peer's warm queries.</summary>
internal sealed record PeerQueries(Timing Grid, Timing Totals);
