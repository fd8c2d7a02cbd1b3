using System.Text.Json;
using System.Text.Json.Nodes;

namespace Phm.Notebook.Documents;

/// <summary>A cell of a <see cref="NotebookDocument"/>.</summary>
public sealed class NotebookCell
{
    private readonly JsonObject node;

    internal NotebookCell(JsonObject node) => this.node = node;

    /// <summary>The cell's id, unique in its notebook.</summary>
    public string Id => CellIdentifiers.Read(node) ?? "";

    /// <summary>Code, prose or raw text.</summary>
    public CellKind Kind => NotebookMetadata.Text(node, "cell_type") switch
    {
        "code" => CellKind.Code,
        "markdown" => CellKind.Markdown,
        _ => CellKind.Raw,
    };

    /// <summary>The cell's text. Setting the same text leaves the file's own form (string or lines) as it is.</summary>
    public string Source
    {
        get => MultilineText.Read(node["source"]);
        set
        {
            if (value != Source) node["source"] = MultilineText.Write(value);
        }
    }

    /// <summary>The kernel that the cell's metadata names, or null. A selector in the source comes first.</summary>
    public string? KernelName => NotebookMetadata.CellKernel(node["metadata"] as JsonObject);

    /// <summary>The cell's tags, such as <c>parameters</c> or <c>raises-exception</c>.</summary>
    public IReadOnlyList<string> Tags => node["metadata"] is JsonObject metadata && metadata["tags"] is JsonArray tags
        ? [.. tags.Where(MultilineText.IsText).Select(MultilineText.Read)] : [];

    /// <summary>The cell's own metadata, as stored, or an empty object that is not part of the notebook.</summary>
    public JsonObject Metadata => node["metadata"] as JsonObject ?? [];

    /// <summary>The number of the run that made the outputs, or null.</summary>
    public int? ExecutionCount
    {
        get => node["execution_count"] is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue(out int count) ? count : null;
        internal set => Set("execution_count", value is { } count ? JsonValue.Create(count) : null);
    }

    /// <summary>The kept outputs of a code cell, as nbformat stores them.</summary>
    public JsonArray Outputs
    {
        get => node["outputs"] as JsonArray ?? [];
        internal set => Set("outputs", value);
    }

    /// <summary>Files that the cell's prose shows by <c>attachment:name</c>, as nbformat stores them, or null.</summary>
    public JsonObject? Attachments => node["attachments"] as JsonObject;

    /// <summary>A key keeps its place; a new one stands before the source, where nbformat's alphabetical order has both of these.</summary>
    private void Set(string key, JsonNode? value)
    {
        if (node.ContainsKey(key)) node[key] = value;
        else node.Insert(node.IndexOf("source"), key, value);
    }
}
