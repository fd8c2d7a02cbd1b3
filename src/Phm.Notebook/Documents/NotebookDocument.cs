using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Phm.Notebook.Documents;

/// <summary>
/// A Jupyter notebook (nbformat 4.5). What is read is written back without a changed byte where the file is laid out as Jupyter
/// lays it out; keys that are not known here are kept in their place.
/// </summary>
public sealed class NotebookDocument
{
    private readonly JsonObject root;
    private readonly JsonLayout layout;
    private readonly List<NotebookCell> cells;

    private NotebookDocument(JsonObject root, JsonLayout layout, string name, IReadOnlyList<string> notes)
    {
        this.root = root;
        this.layout = layout;
        Name = name;
        Notes = notes;
        cells = [.. CellNodes.Select(node => new NotebookCell((JsonObject)node!))];
    }

    /// <summary>The file's name as it was given; it appears in every error.</summary>
    public string Name { get; }

    /// <summary>The cells, in order.</summary>
    public IReadOnlyList<NotebookCell> Cells => cells;

    /// <summary>What reading has changed in memory, in sentences: an upgrade from an older nbformat, repeated cell ids.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>The notebook's own metadata, as stored.</summary>
    public JsonObject Metadata => (JsonObject)root["metadata"]!;

    /// <summary>The kernel of cells that name none: <c>csharp</c> unless the notebook says otherwise.</summary>
    public string DefaultKernel => NotebookMetadata.DefaultKernel(Metadata);

    /// <summary>The first heading of the notebook's prose, or null.</summary>
    public string? Title => cells.Where(cell => cell.Kind == CellKind.Markdown)
        .SelectMany(cell => cell.Source.Split('\n'))
        .FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim();

    /// <summary>The folder of the file, as it was when it was read; a running cell may change what relative names mean.</summary>
    internal string? Folder => Path.GetDirectoryName(FilePath);

    /// <summary>The full path of the file that was read, or null.</summary>
    internal string? FilePath { get; private set; }

    private JsonArray CellNodes => (JsonArray)root["cells"]!;

    /// <summary>A new notebook of C# cells, with the metadata by which Jupyter, VS Code and papermill know its kernel.</summary>
    /// <param name="name">A name for errors.</param>
    public static NotebookDocument Create(string name = "notebook.ipynb") =>
        new(NotebookMetadata.NewNotebook(), JsonLayout.Canonical, name, []);

    /// <summary>Reads a notebook file.</summary>
    /// <param name="path">The path of an <c>.ipynb</c> file.</param>
    /// <param name="limits">How much is read before the file is refused.</param>
    /// <exception cref="NotebookFormatException">The file cannot be read, is damaged, is no notebook or is of a future version.</exception>
    public static NotebookDocument Load(string path, ReadLimits? limits = null) =>
        Parse(NotebookReader.ReadFile(path, limits ?? ReadLimits.Default), path, limits).From(Path.GetFullPath(path));

    /// <summary>Reads a notebook from its JSON.</summary>
    /// <param name="json">The text of an <c>.ipynb</c> file.</param>
    /// <param name="name">A name for errors.</param>
    /// <param name="limits">How much is read before the text is refused.</param>
    /// <exception cref="NotebookFormatException">The text is damaged, is no notebook or is of a future version.</exception>
    public static NotebookDocument Parse(string json, string name = "notebook.ipynb", ReadLimits? limits = null)
    {
        var root = NotebookReader.Parse(json, name, limits ?? ReadLimits.Default);
        var notes = new List<string>();
        var minor = root["nbformat_minor"] is { } value ? value.GetValue<int>() : 0;
        if (minor < NotebookSchema.Minor)
        {
            root["nbformat_minor"] = NotebookSchema.Minor;
            notes.Add($"Upgraded in memory from nbformat 4.{minor} to 4.{NotebookSchema.Minor}: cells without an id were given one.");
        }
        if (root["metadata"] is null) root["metadata"] = new JsonObject();
        notes.AddRange(CellIdentifiers.Complete((JsonArray)root["cells"]!));
        return new NotebookDocument(root, JsonLayout.Of(json), name, notes);
    }

    /// <summary>Appends a C# cell.</summary>
    public NotebookCell AddCode(string source) => Insert(cells.Count, CellKind.Code, source);

    /// <summary>Appends a cell of prose.</summary>
    public NotebookCell AddMarkdown(string source) => Insert(cells.Count, CellKind.Markdown, source);

    /// <summary>Puts a new cell in the place of the given index, before the cell that stands there.</summary>
    internal NotebookCell Insert(int index, CellKind kind, string source, params string[] tags)
    {
        var node = NotebookMetadata.NewCell(kind, source);
        if (tags.Length > 0) node["metadata"]!["tags"] = new JsonArray([.. tags.Select(tag => (JsonNode)tag)]);
        var taken = cells.Select(cell => cell.Id).ToDictionary(id => id, _ => 0, StringComparer.Ordinal);
        node["id"] = CellIdentifiers.Create(node, taken);
        CellNodes.Insert(index, node);
        var cell = new NotebookCell(node);
        cells.Insert(index, cell);
        return cell;
    }

    /// <summary>Takes a cell out.</summary>
    internal void Remove(NotebookCell cell)
    {
        var index = cells.IndexOf(cell);
        cells.RemoveAt(index);
        CellNodes.RemoveAt(index);
    }

    /// <summary>A copy that shares nothing with this document.</summary>
    public NotebookDocument Clone() => new((JsonObject)root.DeepClone(), layout, Name, Notes) { FilePath = FilePath };

    /// <summary>Writes the notebook in one step: the file holds either what it held before or all of this document.</summary>
    /// <param name="path">The path of the file to write or replace.</param>
    /// <exception cref="NotebookException">The file cannot be written, or would be too large to be read again.</exception>
    public void Save(string path)
    {
        var text = ToString();
        RequireReadable(text, Name, ReadLimits.Default);
        AtomicFile.Write(path, text);
    }

    /// <summary>The JSON of the file.</summary>
    public override string ToString() => CanonicalJson.Write(root, layout);

    /// <summary>Refuses a text that would be too large to be read again.</summary>
    internal static void RequireReadable(string text, string name, ReadLimits limits)
    {
        var limit = limits.Bytes;
        if (text.Length <= limit / 3 || Encoding.UTF8.GetByteCount(text) is var bytes && bytes <= limit) return;
        throw new NotebookTooLargeException(string.Create(CultureInfo.InvariantCulture,
            $"{name}: with its outputs the notebook would have {bytes:#,##0} bytes; at most {limit:#,##0} can be read again. Show less, or split the notebook."));
    }

    private NotebookDocument From(string file)
    {
        FilePath = file;
        return this;
    }
}
