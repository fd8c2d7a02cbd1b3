using System.Text.Json.Nodes;
using Phm.Notebook.Documents;

namespace Phm.Notebook.Verification;

/// <summary>The outputs of a cell as they are compared: neighbouring pieces of one stream are one output.</summary>
internal sealed class OutputParts
{
    private readonly List<(JsonObject Output, int Index)> parts = [];

    public OutputParts(JsonArray outputs)
    {
        for (var i = 0; i < outputs.Count; i++)
        {
            var output = outputs[i] as JsonObject ?? new JsonObject { ["data"] = new JsonObject { ["not an output"] = outputs[i]?.DeepClone() } };
            if (parts.Count > 0 && IsStream(output) && IsStream(parts[^1].Output) && Name(output) == Name(parts[^1].Output)) parts[^1] = (Joined(parts[^1].Output, output), parts[^1].Index);
            else parts.Add((output, i));
        }
    }

    public int Count => parts.Count;

    public JsonObject this[int part] => parts[part].Output;

    /// <summary>The part's place among the outputs as they are stored.</summary>
    public int Index(int part) => parts[part].Index;

    public IReadOnlyList<AlignmentKey> Keys() => [.. parts.Select(part => Key(part.Output))];

    public static string Type(JsonObject output) => NotebookMetadata.Text(output, "output_type") ?? "";

    public static string Text(JsonObject output, string key) => MultilineText.IsText(output[key]) ? MultilineText.Read(output[key]) : "";

    private static bool IsStream(JsonObject output) => Type(output) == "stream";

    private static string? Name(JsonObject output) => NotebookMetadata.Text(output, "name");

    private static JsonObject Joined(JsonObject first, JsonObject second) => new()
    {
        ["output_type"] = "stream",
        ["name"] = Name(first),
        ["text"] = Text(first, "text") + Text(second, "text"),
    };

    /// <summary>Streams by their name, data by their MIME types; a result and a display are of one kind.</summary>
    private static AlignmentKey Key(JsonObject output)
    {
        var (exact, shape, kind) = (new AlignmentDigest(), new AlignmentDigest(), new AlignmentDigest());
        var type = Type(output);
        kind.Add(type is "execute_result" or "display_data" ? "data" : type);
        if (type == "stream") kind.Add(Name(output));
        if (output["data"] is JsonObject data)
        {
            foreach (var (mimeType, value) in data.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            {
                shape.Add(mimeType);
                exact.Add(mimeType);
                exact.Add(MultilineText.IsText(value) ? MultilineText.Read(value) : JsonStrings.Write(value));
            }
        }
        else exact.Add(Text(output, "text") + Text(output, "ename") + Text(output, "evalue"));
        return new AlignmentKey(exact.Value, shape.Value, kind.Value);
    }
}
