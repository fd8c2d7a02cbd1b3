using System.Text.Json;
using Phm.Jupyter.Messages;

namespace Phm.Jupyter.Serving;

/// <summary>Which part of the history a client wants: the latest cells, a range of numbers, or those that fit a pattern.</summary>
internal sealed record HistoryQuery
{
    private const int LongestPattern = 1_000;

    /// <summary>The session of this kernel's history. A client may also call it 0, and those before it -1, -2…; they are gone.</summary>
    public const int Session = 1;

    public required string Access { get; init; }

    /// <summary>Whether values are wanted with the texts.</summary>
    public bool WithOutput { get; init; }

    /// <summary>The most entries, or null.</summary>
    public int? Most { get; init; }

    public int SessionNumber { get; init; }

    /// <summary>The first number of a range.</summary>
    public int Start { get; init; }

    /// <summary>The number after the last of a range, or null for all that follow.</summary>
    public int? Stop { get; init; }

    public string Pattern { get; init; } = "*";

    /// <summary>Whether of equal texts only the latest is wanted.</summary>
    public bool Unique { get; init; }

    public static HistoryQuery Read(JsonElement content)
    {
        var query = new HistoryQuery
        {
            Access = content.Text("hist_access_type"),
            WithOutput = content.Flag("output", false),
            Most = content.OptionalInteger("n"),
            SessionNumber = content.OptionalInteger("session") ?? 0,
            Start = content.OptionalInteger("start") ?? 0,
            Stop = content.OptionalInteger("stop"),
            Pattern = content.OptionalText("pattern") ?? "*",
            Unique = content.Flag("unique", false),
        };
        if (query.Access is not ("tail" or "range" or "search")) throw new MessageException("the field 'hist_access_type' is none of tail, range and search");
        if (query.Pattern.Length > LongestPattern) throw new MessageException("the field 'pattern' is too long");
        return query;
    }

    /// <summary>The entries that are wanted, the oldest first.</summary>
    /// <param name="history">Where they are.</param>
    /// <param name="interrupted">Ends the enumeration with the next entry that would be looked at.</param>
    public IEnumerable<HistoryEntry> Of(History history, CancellationToken interrupted)
    {
        var entries = history.Entries.Select(entry =>
        {
            interrupted.ThrowIfCancellationRequested();
            return entry;
        });
        return Access switch
        {
            "tail" => Latest(entries),
            "range" => SessionNumber is 0 or Session ? entries.Where(entry => entry.Line >= Start && (Stop is not { } stop || entry.Line < stop)) : [],
            _ => Latest(Distinct(entries.Where(entry => GlobPattern.IsMatch(Pattern, entry.Input)))),
        };
    }

    private IEnumerable<HistoryEntry> Latest(IEnumerable<HistoryEntry> entries) => Most is { } most ? entries.TakeLast(Math.Max(0, most)) : entries;

    private IEnumerable<HistoryEntry> Distinct(IEnumerable<HistoryEntry> entries) =>
        Unique ? entries.Reverse().DistinctBy(entry => entry.Input).Reverse() : entries;
}
