namespace Phm.Benchmarks.Notebooks;

/// <summary>What was measured of the notebook engine.</summary>
internal sealed record NotebookResult
{
    public required Latencies WarmStart { get; init; }

    public required Latencies Cell { get; init; }

    /// <summary>The published program from its start to its end with a notebook of one cell; null where it is not there.</summary>
    public Latencies? NewProcess { get; init; }

    public Latencies? Walkthroughs { get; init; }

    /// <summary>Null where the program cannot verify.</summary>
    public Latencies? Verification { get; init; }
}
