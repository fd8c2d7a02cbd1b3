using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Phm.Notebook.Documents;

/// <summary>
/// Gives ids to cells that lack one. An id is a digest of the cell's kind and source, numbered where cells repeat each other, so
/// the same notebook always gets the same ids and a new cell leaves those of the others alone.
/// </summary>
internal static class CellIdentifiers
{
    private const int DigestBytes = 4;
    private const int LongestId = 64;

    /// <summary>Completes the ids of a notebook and returns a sentence for each that a reader should know of.</summary>
    public static IEnumerable<string> Complete(JsonArray cells)
    {
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        var notes = new List<string>();
        var missing = new List<JsonObject>();
        for (var i = 0; i < cells.Count; i++)
        {
            var cell = (JsonObject)cells[i]!;
            if (Read(cell) is { } id && taken.TryAdd(id, i)) continue;
            if (Read(cell) is { } repeated)
                notes.Add($"Cell {i + 1} repeats the id '{repeated}' of cell {taken[repeated] + 1} and was given a new one.");
            missing.Add(cell);
        }
        foreach (var cell in missing) Assign(cell, Create(cell, taken));
        return notes;
    }

    public static string Create(JsonObject cell, Dictionary<string, int> taken)
    {
        var stem = Digest(cell);
        var id = stem;
        for (var n = 2; !taken.TryAdd(id, -1); n++) id = $"{stem}-{n}";
        return id;
    }

    public static string? Read(JsonObject cell) =>
        MultilineText.TryRead(cell["id"]) is { } id && IsValid(id) ? id : null;

    private static bool IsValid(string id) =>
        id.Length is > 0 and <= LongestId && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static string Digest(JsonObject cell)
    {
        var text = $"{cell["cell_type"]}\n{MultilineText.Read(cell["source"])}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, DigestBytes));
    }

    /// <summary>Keeps nbformat's alphabetical order of keys: the id stands before the metadata.</summary>
    private static void Assign(JsonObject cell, string id)
    {
        if (cell.ContainsKey("id")) cell["id"] = id;
        else cell.Insert(Math.Max(0, cell.IndexOf("metadata")), "id", id);
    }
}
