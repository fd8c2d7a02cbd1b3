using System.Text.Json;
using System.Text.Json.Nodes;

namespace Phm.Notebook.Documents;

/// <summary>Checks that JSON is a notebook of nbformat 4.0 to 4.5 before anything relies on its shape.</summary>
internal static class NotebookSchema
{
    public const int Major = 4;
    public const int Minor = 5;

    public static JsonObject Check(JsonNode? node, string file)
    {
        if (node is not JsonObject root || root["nbformat"] is null)
            throw new NotebookFormatException(file, "", "this is JSON but not a notebook: it has no 'nbformat'. Give the path of an .ipynb file.");
        CheckVersion(Whole(root, "nbformat", file), root.ContainsKey("nbformat_minor") ? Whole(root, "nbformat_minor", file) : 0, file);
        if (root["metadata"] is not (null or JsonObject))
            throw new NotebookFormatException(file, "key 'metadata'", "an object is expected.");
        if (root["cells"] is not JsonArray cells)
            throw new NotebookFormatException(file, "key 'cells'", "an array of cells is expected.");
        for (var i = 0; i < cells.Count; i++) CheckCell(cells[i], $"cell {i + 1}", file);
        return root;
    }

    private static void CheckVersion(int major, int minor, string file)
    {
        if (major < Major)
            throw new NotebookFormatException(file, "key 'nbformat'", $"version {major} is older than 4. Open and save it in Jupyter to convert it.");
        if (major > Major || minor > Minor)
            throw new NotebookFormatException(file, "key 'nbformat'",
                $"version {major}.{minor} is a future version; 4.0 to {Major}.{Minor} can be read. Use a newer version of this program.");
    }

    private static int Whole(JsonObject root, string key, string file) =>
        root[key] is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue(out int number) && number >= 0
            ? number : throw new NotebookFormatException(file, $"key '{key}'", "a whole number is expected.");

    private static void CheckCell(JsonNode? node, string place, string file)
    {
        if (node is not JsonObject cell) throw new NotebookFormatException(file, place, "an object is expected.");
        var kind = MultilineText.TryRead(cell["cell_type"]);
        if (kind is not ("code" or "markdown" or "raw"))
            throw new NotebookFormatException(file, $"{place}, key 'cell_type'", "'code', 'markdown' or 'raw' is expected.");
        if (!MultilineText.IsText(cell["source"]))
            throw new NotebookFormatException(file, $"{place}, key 'source'", "a string or an array of strings is expected.");
        if (cell["metadata"] is not (null or JsonObject))
            throw new NotebookFormatException(file, $"{place}, key 'metadata'", "an object is expected.");
        if (kind == "code") CheckOutputs(cell["outputs"], place, file);
    }

    private static void CheckOutputs(JsonNode? node, string place, string file)
    {
        if (node is null) return;
        if (node is not JsonArray outputs) throw new NotebookFormatException(file, $"{place}, key 'outputs'", "an array is expected.");
        for (var i = 0; i < outputs.Count; i++)
        {
            if (outputs[i] is JsonObject output && MultilineText.TryRead(output["output_type"]) is not null) continue;
            throw new NotebookFormatException(file, $"{place}, output {i + 1}", "an object with 'output_type' is expected.");
        }
    }
}
