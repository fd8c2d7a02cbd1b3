using System.Text.Json.Nodes;
using Phm.Notebook.Documents;

namespace Phm.Notebook.Guarding;

/// <summary>Someone's word that what a cell keeps is no leak, with the reason; without a reason it is nobody's word.</summary>
internal static class Review
{
    private const string Tag = "phm-reviewed";

    public static bool Covers(NotebookCell cell) =>
        cell.Tags.Contains(Tag, StringComparer.Ordinal) && cell.Metadata["phm"] is JsonObject phm
        && NotebookMetadata.Text(phm, "reviewed") is { } reason && reason.Any(char.IsLetter);
}
