using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Phm.Notebook.Documents;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Auditing;

/// <summary>SHA-256 digests, in lower-case hexadecimal, of what a notebook keeps and of the files around it.</summary>
internal static class Digest
{
    /// <summary>A cell's text, whatever its line ends.</summary>
    public static string OfSource(string source) => OfText(source.ReplaceLineEndings("\n"));

    /// <summary>
    /// Outputs in one form, so that a client which stores text as one string instead of lines, sorts keys otherwise or numbers the
    /// executions anew leaves the digest as it is.
    /// </summary>
    public static string OfOutputs(JsonArray outputs) => OfJson(new JsonArray([.. outputs.Select(Output)]));

    /// <summary>What a cell's prose shows besides its text; null where that is nothing.</summary>
    public static string? OfAttachments(JsonObject? attachments) =>
        attachments is { Count: > 0 } ? OfJson(Members(attachments, (_, bundle) => bundle is JsonObject contents ? Members(contents, Content) : Normal(bundle))) : null;

    /// <summary>
    /// What decides how a cell is read, run and verified besides its source: its kind and language, its tags in whatever order, and what its
    /// metadata say to this product. What clients note there for themselves, such as folding and timings, is left out.
    /// </summary>
    public static string OfSettings(NotebookCell cell) => OfJson(new JsonObject
    {
        ["kernel"] = cell.KernelName is { } kernel and not "csharp" ? kernel : null,
        ["kind"] = cell.Kind.ToString().ToLowerInvariant(),
        ["phm"] = Normal(cell.Metadata["phm"]),
        ["tags"] = new JsonArray([.. cell.Tags.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(tag => (JsonNode)JsonValue.Create(tag))]),
    });

    /// <summary>A file's bytes, or null where it cannot be read.</summary>
    public static string? OfFile(string path)
    {
        try
        {
            return FileDigest.Of(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string OfText(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string OfJson(JsonNode normal) => OfText(CanonicalJson.Write(normal, JsonLayout.Canonical));

    /// <summary>Only where nbformat allows a text to stand as lines are they joined: in a chart's data, two labels are not one.</summary>
    private static JsonNode? Output(JsonNode? output) => output is not JsonObject members ? Normal(output)
        : Members(members, (key, value) => key switch
        {
            "text" => Text(value),
            "data" when value is JsonObject contents => Members(contents, Content),
            _ => Normal(value),
        }, except: "execution_count");

    private static JsonNode? Content(string mimeType, JsonNode? content) => MimeTypes.IsJson(mimeType) ? Normal(content) : Text(content);

    private static JsonNode? Text(JsonNode? node) => node is not JsonArray { Count: 0 } && MultilineText.IsText(node) ? JsonValue.Create(MultilineText.Read(node)) : Normal(node);

    private static JsonNode? Normal(JsonNode? node) => node switch
    {
        JsonObject members => Members(members, (_, value) => Normal(value)),
        JsonArray items => new JsonArray([.. items.Select(Normal)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => JsonValue.Create(MultilineText.Read(value)),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => Number(value.ToJsonString()),
        _ => node?.DeepClone(),
    };

    private static JsonObject Members(JsonObject members, Func<string, JsonNode?, JsonNode?> normal, string? except = null)
    {
        var sorted = new JsonObject();
        foreach (var (key, value) in members.OrderBy(member => member.Key, StringComparer.Ordinal))
            if (key != except) sorted[key] = normal(key, value);
        return sorted;
    }

    /// <summary>Other programs spell 1E5 as 100000.0; a whole number, and one beyond all floating-point numbers, is kept digit by digit.</summary>
    private static JsonNode? Number(string spelled) => JsonNode.Parse(
        spelled.AsSpan().ContainsAny('.', 'e', 'E') && double.Parse(spelled, CultureInfo.InvariantCulture) is var value && double.IsFinite(value)
            ? value.ToString("R", CultureInfo.InvariantCulture) : spelled);
}
