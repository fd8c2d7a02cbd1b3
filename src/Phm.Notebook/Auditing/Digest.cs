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
    public static string OfOutputs(JsonArray outputs)
    {
        var normal = new JsonArray([.. outputs.Select(output => Normal(output, isText: false))]);
        return OfText(CanonicalJson.Write(normal, JsonLayout.Canonical));
    }

    /// <summary>A file's bytes, or null where it cannot be read.</summary>
    public static string? OfFile(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string OfText(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static JsonNode? Normal(JsonNode? node, bool isText) => node switch
    {
        JsonObject members => NormalObject(members),
        JsonArray { Count: > 0 } lines when isText && MultilineText.IsText(lines) => JsonValue.Create(MultilineText.Read(lines)),
        JsonArray items => new JsonArray([.. items.Select(item => Normal(item, isText: false))]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => JsonValue.Create(MultilineText.Read(value)),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => Number(value.ToJsonString()),
        _ => node?.DeepClone(),
    };

    private static JsonObject NormalObject(JsonObject members)
    {
        var normal = new JsonObject();
        foreach (var (key, value) in members.OrderBy(member => member.Key, StringComparer.Ordinal))
            if (key != "execution_count") normal[key] = Normal(value, IsTextKey(key));
        return normal;
    }

    /// <summary>Where nbformat allows a text to stand as lines: streams and the contents of a MIME bundle that are not JSON.</summary>
    private static bool IsTextKey(string key) => key == "text" || (key.Contains('/', StringComparison.Ordinal) && !MimeTypes.IsJson(key));

    /// <summary>Other programs spell 1E5 as 100000.0; a whole number is kept digit by digit.</summary>
    private static JsonValue Number(string spelled) => spelled.AsSpan().ContainsAny('.', 'e', 'E')
        ? JsonValue.Create(double.Parse(spelled, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture))
        : JsonValue.Create(spelled);
}
