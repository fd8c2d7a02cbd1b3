using Phm.Notebook.Outputs;

namespace Phm.Jupyter.Serving;

/// <summary>What has been executed, in the memory of this kernel only: code may hold what must not lie in a file of its own. The oldest give way.</summary>
/// <param name="capacity">The most entries.</param>
/// <param name="characters">The most characters of all entries.</param>
internal sealed class History(int capacity = 10_000, long characters = 16_000_000)
{
    private const int LongestOutput = 65_536;

    private readonly Queue<HistoryEntry> entries = new();
    private long held;

    /// <summary>The entries, the oldest first.</summary>
    public IEnumerable<HistoryEntry> Entries => entries;

    /// <summary>Keeps an executed cell.</summary>
    /// <param name="line">Its number.</param>
    /// <param name="input">Its text.</param>
    /// <param name="shown">Its value, or null.</param>
    public void Add(int line, string input, MimeBundle? shown)
    {
        var output = shown?["text/plain"] is { } text ? text[..Math.Min(text.Length, LongestOutput)] : null;
        var entry = new HistoryEntry(line, input, output);
        entries.Enqueue(entry);
        for (held += entry.Length; entries.Count > capacity || held > characters;) held -= entries.Dequeue().Length;
    }
}
