using System.Text.Json;

namespace Phm.Benchmarks;

/// <summary>What was measured on one size of population. It crosses a process boundary as JSON: each size has a process of its own, so that peak memory and first calls are its own.</summary>
internal sealed record SizeResult
{
    public required int People { get; init; }

    public required int ActivityRows { get; init; }

    public required Timing Generation { get; init; }

    public required long PeakAfterGeneration { get; init; }

    public required MemoryAccount Memory { get; init; }

    public required Timing GridCold { get; init; }

    public required Timing GridWarm { get; init; }

    public required Timing Disclosure { get; init; }

    public required Timing Totals { get; init; }

    public required Timing Concentration { get; init; }

    public required Timing Save { get; init; }

    public required long CsvBytes { get; init; }

    public required Timing ImportCsv { get; init; }

    public required Timing ImportGzip { get; init; }

    public required long Peak { get; init; }

    /// <summary>Sums of the totals per person, to check the peer against.</summary>
    public required TotalsCheck TotalsCheck { get; init; }

    public static SizeResult Read(string path) => JsonSerializer.Deserialize<SizeResult>(File.ReadAllBytes(path))!;

    public void Write(string path) => File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(this));
}
