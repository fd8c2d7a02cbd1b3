using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Phm.Notebook.Documents;

/// <summary>Bytes to the checked JSON of a notebook; every failure names the file and the place.</summary>
internal static class NotebookReader
{
    public static string ReadFile(string path, ReadLimits limits)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            if (stream.Length > limits.Bytes)
                throw new NotebookFormatException(path, "", $"the file has {Number(stream.Length)} bytes; at most {Number(limits.Bytes)} are read.");
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return Decode(bytes, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var problem = e is FileNotFoundException or DirectoryNotFoundException ? "there is no such file." : "the file cannot be read.";
            throw new NotebookFormatException(path, "", problem, e);
        }
    }

    public static JsonObject Parse(string json, string file, ReadLimits limits)
    {
        if (!json.AsSpan().TrimStart().StartsWith("{"))
            throw new NotebookFormatException(file, "", "this is not a notebook. Give the path of an .ipynb file.");
        try
        {
            var options = new JsonDocumentOptions { MaxDepth = limits.Depth, AllowDuplicateProperties = false };
            return NotebookSchema.Check(JsonNode.Parse(json, documentOptions: options), file);
        }
        catch (JsonException e)
        {
            throw new NotebookFormatException(file, Place(e), "this is not valid JSON: " + Reason(e), e);
        }
        catch (InvalidOperationException e)
        {
            // To find keys that occur twice the parser makes texts of them.
            throw new NotebookFormatException(file, "", "a key holds half of a surrogate pair, which is no text.", e);
        }
    }

    private static string Decode(byte[] bytes, string path)
    {
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            return text.StartsWith('\uFEFF') ? text[1..] : text;
        }
        catch (DecoderFallbackException e)
        {
            throw new NotebookFormatException(path, $"byte {Number(e.Index)}", "this is not UTF-8 text.", e);
        }
    }

    private static string Place(JsonException e) => e.LineNumber is { } line
        ? $"line {Number(line + 1)}, byte {Number((e.BytePositionInLine ?? 0) + 1)}" : "";

    /// <summary>The parser's reason without its own account of the place, and without the text that it found, which may be data.</summary>
    private static string Reason(JsonException e) =>
        e.Message.Contains("depth", StringComparison.OrdinalIgnoreCase) ? "it is nested too deeply."
        : e.Message.Contains("uplicate", StringComparison.Ordinal) ? "a key occurs twice in one object."
        : "the file is damaged or cut short at this place.";

    private static string Number(long value) => value.ToString("#,##0", CultureInfo.InvariantCulture);
}
