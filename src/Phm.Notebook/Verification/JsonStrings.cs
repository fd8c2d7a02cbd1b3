using System.Text.Json;
using System.Text.Json.Nodes;
using Phm.Notebook.Documents;

namespace Phm.Notebook.Verification;

/// <summary>Strings of JSON, and JSON that is kept as a string.</summary>
internal static class JsonStrings
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 128, AllowDuplicateProperties = false };

    /// <summary>A string, or its spelling where it is half a surrogate pair, which no .NET string may hold.</summary>
    public static string Read(JsonNode value) => MultilineText.TryRead(value) ?? value.GetValue<JsonElement>().GetRawText();

    /// <summary>JSON in one spelling, for digests and excerpts.</summary>
    public static string Write(JsonNode? node) => CanonicalJson.Write(node, new JsonLayout("", false));

    /// <summary>False where a key is half a surrogate pair: no .NET dictionary can hold it.</summary>
    public static bool IsReadable(JsonNode node)
    {
        try
        {
            return Write(node).Length >= 0;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The value itself where JSON was kept as text, as some tools do; else what is kept.</summary>
    /// <param name="node">A string, lines of text, or anything else, which is returned as it is.</param>
    /// <param name="remark">Why a text that looks like an object or an array could not be read as one, or null.</param>
    public static JsonNode? Unwrap(JsonNode? node, out string? remark)
    {
        remark = null;
        if (Text(node)?.Trim() is not { Length: > 1 } text || text[0] is not ('{' or '[')) return node;
        try
        {
            return JsonNode.Parse(text, documentOptions: Options);
        }
        catch (JsonException)
        {
            remark = "It is not valid JSON and was compared as text.";
            return node;
        }
    }

    /// <summary>An array is text in lines only if it is cut the way nbformat cuts text.</summary>
    private static string? Text(JsonNode? node) => node switch
    {
        JsonArray { Count: > 0 } lines when MultilineText.IsText(lines) => lines.SkipLast(1).All(line => Read(line!).EndsWith('\n')) && MultilineText.Read(lines) is var text && (lines.Count > 1 || text.TrimStart().StartsWith('{')) ? text : null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => Read(value),
        _ => null,
    };
}
