using System.Text.Json;
using System.Text.Json.Serialization;
using Phm.Benchmarks.Notebooks;

namespace Phm.Benchmarks.Kernels;

/// <summary>What one kernel took, in seconds.</summary>
internal sealed record KernelTimes
{
    [JsonPropertyName("starts")]
    public required double[] Starts { get; init; }

    /// <summary>The first short cells, straight after the start.</summary>
    [JsonPropertyName("hasty")]
    public required double[] Hasty { get; init; }

    /// <summary>Short cells of a kernel that has rested and has run others.</summary>
    [JsonPropertyName("cells")]
    public required double[] Cells { get; init; }

    /// <summary>1,000 lines of 1 kB, each flushed.</summary>
    [JsonPropertyName("written")]
    public required double[] Written { get; init; }

    /// <summary>1,000 displays of 1 kB.</summary>
    [JsonPropertyName("shown")]
    public required double[] Shown { get; init; }

    /// <summary>The first of a session first; none where the library was not loaded.</summary>
    [JsonPropertyName("completions")]
    public double[] Completions { get; init; } = [];

    /// <summary>The first completion of each session apart from all others.</summary>
    [JsonIgnore]
    public double[] FirstCompletions { get; private init; } = [];

    public static KernelTimes Parse(string json)
    {
        var times = JsonSerializer.Deserialize<KernelTimes>(json)!;
        return times with { FirstCompletions = [.. times.Completions.Take(1)], Completions = [.. times.Completions.Skip(1)] };
    }

    /// <summary>Several rounds as one.</summary>
    public static KernelTimes Join(IReadOnlyCollection<KernelTimes> rounds) => new()
    {
        Starts = [.. rounds.SelectMany(round => round.Starts)],
        Hasty = [.. rounds.SelectMany(round => round.Hasty)],
        Cells = [.. rounds.SelectMany(round => round.Cells)],
        Written = [.. rounds.SelectMany(round => round.Written)],
        Shown = [.. rounds.SelectMany(round => round.Shown)],
        Completions = [.. rounds.SelectMany(round => round.Completions)],
        FirstCompletions = [.. rounds.SelectMany(round => round.FirstCompletions)],
    };

    public static double Median(double[] seconds) => new Latencies(seconds).Median;

    public static double P99(double[] seconds) => new Latencies(seconds).Quantile(0.99);
}
