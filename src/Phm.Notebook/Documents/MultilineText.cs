using System.Text.Json;
using System.Text.Json.Nodes;

namespace Phm.Notebook.Documents;

/// <summary>nbformat's text: one string, or an array of lines that keep their line feeds.</summary>
internal static class MultilineText
{
    public static bool IsText(JsonNode? node) => node switch
    {
        JsonArray lines => lines.All(IsString),
        _ => IsString(node),
    };

    public static string Read(JsonNode? node) => node switch
    {
        JsonArray lines => string.Concat(lines.Select(Text)),
        _ => Text(node),
    };

    public static JsonArray Write(string text)
    {
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var feed = text.IndexOf('\n', start);
            var end = feed < 0 ? text.Length : feed + 1;
            lines.Add((JsonNode)JsonValue.Create(text[start..end]));
            start = end;
        }
        return lines;
    }

    /// <summary>A string of JSON. Null for anything else, and for an escaped half of a surrogate pair, which no .NET string may hold.</summary>
    public static string? TryRead(JsonNode? node)
    {
        try
        {
            return IsString(node) ? node!.GetValue<string>() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsString(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String;

    private static string Text(JsonNode? node) => TryRead(node) ?? (IsString(node) ? "\uFFFD" : "");
}
