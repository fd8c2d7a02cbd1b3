using System.Text.Json;
using System.Text.Json.Nodes;
using Phm.Notebook.Documents;

namespace Phm.Notebook.Verification;

/// <summary>A verification as JSON for other programs.</summary>
/// <remarks>
/// Schema <c>phm-verification/1</c>. Keys stand in this order; a program should ignore keys that it does not know.
/// <code>
/// schema        "phm-verification/1"
/// verdict       the worst of the notebooks'
/// notebooks[]   name, title, verdict, passes (true only where the verdict is identical or within-tolerance and nothing leaks), notes[] (sentences),
///               changes[] { kind, cell (from 0) or null, message }, leaks[] { kind, cell, message },
///               counts { identical, within-tolerance, unverifiable, missing, extra, changed, error, skipped } of cells,
///               cells[]
///   cells[]     index (from 0, among all cells), id, verdict or "skipped", reason or null, differenceCount, differences[] (at most 20)
///     differences[]  output (from 0) or null, mimeType or null, verdict, where, reason, kept, obtained
/// </code>
/// A verdict is one of the keys of <c>counts</c>. In <c>kept</c> and <c>obtained</c> the part that differs stands between » and «.
/// </remarks>
public static class VerificationJson
{
    private const string Schema = "phm-verification/1";

    private static readonly JsonLayout Layout = new("  ", true);

    /// <summary>The JSON, indented by two spaces, with LF and a final line feed; the same for the same verification.</summary>
    public static string Write(IReadOnlyList<NotebookVerification> notebooks)
    {
        ArgumentNullException.ThrowIfNull(notebooks);
        return CanonicalJson.Write(new JsonObject
        {
            ["schema"] = Schema,
            ["verdict"] = Key(notebooks.Select(notebook => notebook.Verdict).DefaultIfEmpty().Max()),
            ["notebooks"] = Array(notebooks.Select(Notebook)),
        }, Layout);
    }

    private static JsonObject Notebook(NotebookVerification notebook) => new()
    {
        ["name"] = notebook.Name,
        ["title"] = notebook.Title,
        ["verdict"] = Key(notebook.Verdict),
        ["passes"] = notebook.Passes,
        ["notes"] = Array(notebook.Notes.Select(note => JsonValue.Create(note))),
        ["changes"] = Array(notebook.Changes.Select(change => new JsonObject { ["kind"] = Kind(change.Kind), ["cell"] = change.CellIndex, ["message"] = change.Message })),
        ["leaks"] = Array(notebook.Leaks.Select(leak => new JsonObject { ["kind"] = Kind(leak.Kind), ["cell"] = leak.CellIndex, ["message"] = leak.Message })),
        ["counts"] = Counts(notebook),
        ["cells"] = Array(notebook.Cells.Select(Cell)),
    };

    private static JsonObject Counts(NotebookVerification notebook)
    {
        var counts = new JsonObject();
        foreach (var verdict in Enum.GetValues<Verdict>()) counts[Key(verdict)] = notebook.Count(verdict);
        counts["skipped"] = notebook.SkippedCount;
        return counts;
    }

    private static JsonObject Cell(VerifiedCell cell) => new()
    {
        ["index"] = cell.Verdict.CellIndex,
        ["id"] = cell.Verdict.CellId,
        ["verdict"] = cell.Skipped ? "skipped" : Key(cell.Verdict.Verdict),
        ["reason"] = cell.Skipped ? cell.SkipReason : cell.Verdict.Reason,
        ["differenceCount"] = cell.Verdict.DifferenceCount,
        ["differences"] = Array(cell.Verdict.Differences.Select(Difference)),
    };

    private static JsonObject Difference(Difference difference) => new()
    {
        ["output"] = difference.Output,
        ["mimeType"] = difference.MimeType,
        ["verdict"] = Key(difference.Verdict),
        ["where"] = difference.Where,
        ["reason"] = difference.Reason,
        ["kept"] = difference.Kept,
        ["obtained"] = difference.Obtained,
    };

    private static JsonArray Array(IEnumerable<JsonNode?> items) => new([.. items]);

    private static string Kind<T>(T kind) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    private static string Key(Verdict verdict) => VerdictWords.Name(verdict).Replace(' ', '-');
}
