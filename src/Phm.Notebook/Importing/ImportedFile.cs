using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Phm.Notebook.Documents;
using Phm.Notebook.Execution;

namespace Phm.Notebook.Importing;

/// <summary>Reads the file of an <c>#!import</c> as cells. Prose of a notebook is for its readers and is left out.</summary>
internal static class ImportedFile
{
    private const long LongestFile = 100_000_000;
    private const string CSharp = "csharp";
    private const string Html = "html";
    private const string Meta = "#!meta";

    /// <exception cref="CellFailedException">The file is of a kind that cannot be imported, or damaged.</exception>
    public static IReadOnlyList<ImportedCell> Read(string path, string name, int line)
    {
        if (new FileInfo(path).Length > LongestFile) throw CellFailedException.Directive($"'{name}' is larger than 100 MB, too large to import.", line);
        return Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".ipynb" => Notebook(path, name, line),
            ".dib" => Interactive(File.ReadAllText(path, Encoding.UTF8)),
            ".cs" or ".csx" => [new ImportedCell("", File.ReadAllText(path, Encoding.UTF8), CSharp)],
            ".html" or ".htm" => [new ImportedCell("", File.ReadAllText(path, Encoding.UTF8), Html)],
            _ => throw CellFailedException.Directive($"'{name}' cannot be imported. Expected a file that ends with .ipynb, .dib, .cs, .csx or .html.", line),
        };
    }

    private static List<ImportedCell> Notebook(string path, string name, int line)
    {
        try
        {
            var document = NotebookDocument.Parse(File.ReadAllText(path, Encoding.UTF8), name);
            return
            [
                .. document.Cells.Select((cell, index) => (cell, index)).Where(entry => entry.cell.Kind == CellKind.Code && !string.IsNullOrWhiteSpace(entry.cell.Source))
                    .Select(entry => new ImportedCell($"cell {entry.index + 1}", entry.cell.Source, entry.cell.KernelName ?? document.DefaultKernel)),
            ];
        }
        catch (NotebookFormatException e)
        {
            throw CellFailedException.Directive(e.Message, line);
        }
    }

    /// <summary>A .dib is one text whose selectors part its cells. It may start with a block of JSON that names its kernel.</summary>
    private static List<ImportedCell> Interactive(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var start = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        if (start < 0 || lines[start].Trim() != Meta) return [new ImportedCell("", text, CSharp)];
        var end = Array.FindIndex(lines, start + 1, line => line.StartsWith("#!", StringComparison.Ordinal));
        if (end < 0) end = lines.Length;
        var kernel = DefaultKernel(string.Join('\n', lines[(start + 1)..end]));
        return [new ImportedCell("", new string('\n', end) + string.Join('\n', lines[end..]), kernel)];
    }

    private static string DefaultKernel(string json)
    {
        try
        {
            return NotebookMetadata.Text((JsonNode.Parse(json) as JsonObject)?["kernelInfo"] as JsonObject, "defaultKernelName") ?? CSharp;
        }
        catch (JsonException)
        {
            return CSharp;
        }
    }
}
