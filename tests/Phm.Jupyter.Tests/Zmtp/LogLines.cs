using System.Collections.Concurrent;

namespace Phm.Jupyter.Tests.Zmtp;

/// <summary>What a socket wrote to its log.</summary>
internal sealed class LogLines
{
    private readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyList<string> All => [.. lines];

    public void Write(string line) => lines.Enqueue(line);

    /// <summary>Waits for a line with some words in it.</summary>
    public async Task<string> WaitForAsync(string words)
    {
        await Patience.UntilAsync(() => lines.Any(line => line.Contains(words, StringComparison.Ordinal)));
        return lines.First(line => line.Contains(words, StringComparison.Ordinal));
    }
}
