using System.Text.Json.Nodes;
using Phm.Notebook.Documents;
using Phm.Notebook.Guarding;

namespace Phm.Notebook.Tests.Guarding;

/// <summary>Notebooks of one cell that keeps something, and what the scan finds in them.</summary>
internal static class Kept
{
    public static NotebookDocument Data(string mimeType, JsonNode content) => Output(new JsonObject
    {
        ["data"] = new JsonObject { [mimeType] = content },
        ["metadata"] = new JsonObject(),
        ["output_type"] = "display_data",
    });

    public static NotebookDocument Html(string html) => Data("text/html", html);

    public static NotebookDocument Json(string json) => Data("application/json", JsonNode.Parse(json)!);

    public static NotebookDocument Stream(string text) => Output(new JsonObject { ["name"] = "stdout", ["output_type"] = "stream", ["text"] = text });

    public static NotebookDocument Error(string message, params string[] traceback) => Output(new JsonObject
    {
        ["ename"] = "Exception",
        ["evalue"] = message,
        ["output_type"] = "error",
        ["traceback"] = new JsonArray([.. traceback.Select(line => (JsonNode)line)]),
    });

    public static NotebookDocument Output(JsonObject output)
    {
        var document = NotebookDocument.Create();
        document.AddCode("show()").Outputs = new JsonArray(output);
        return document;
    }

    public static NotebookDocument Prose(string markdown)
    {
        var document = NotebookDocument.Create();
        document.AddMarkdown(markdown);
        return document;
    }

    /// <summary>Gives the cell a tag and metadata of this product.</summary>
    public static NotebookDocument Reviewed(NotebookDocument document, string phm, string tag = "phm-reviewed")
    {
        var json = JsonNode.Parse(document.ToString())!;
        var metadata = json["cells"]![0]!["metadata"]!;
        metadata["tags"] = new JsonArray(tag);
        metadata["phm"] = JsonNode.Parse(phm);
        return NotebookDocument.Parse(json.ToJsonString());
    }

    public static LeakKind[] Kinds(NotebookDocument document, params string[] identifiers) =>
        [.. LeakScan.Find(document, [identifiers.ToHashSet(StringComparer.Ordinal).Contains]).Select(leak => leak.Kind)];

    /// <summary>Whether the scan finds a patient's identifier, and says so without repeating any.</summary>
    public static bool Finds(NotebookDocument document, params string[] identifiers)
    {
        var leaks = LeakScan.Find(document, [identifiers.ToHashSet(StringComparer.Ordinal).Contains]);
        Assert.DoesNotContain(leaks, leak => identifiers.Any(identifier => leak.Message.Contains(identifier, StringComparison.Ordinal) && identifier.Length > 3));
        return leaks.Any(leak => leak.Kind == LeakKind.PatientIdentifier);
    }
}
