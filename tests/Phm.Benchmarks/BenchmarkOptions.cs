using Phm.Populations;

namespace Phm.Benchmarks;

/// <summary>What to measure. <paramref name="Folder"/> is where data are written; it is left as it was found.</summary>
internal sealed record BenchmarkOptions(IReadOnlyList<int> People, int Years, bool WithPeer, string Folder)
{
    public const int StartYear = 2022;

    /// <summary>How often a warm task is repeated; the median counts.</summary>
    public const int Repeats = 5;

    /// <summary>The threads of both sides.</summary>
    public static int Threads => Environment.ProcessorCount;

    /// <summary>The last whole year of the records.</summary>
    public Period Year => Period.FinancialYear(StartYear + Years - 1);
}
