using Phm.Notebook.Directives;

namespace Phm.Notebook.Assistance;

/// <summary>What is known of a directive or selector, wherever on its line the cursor is.</summary>
internal sealed class DirectiveInspection(DirectiveCompletion directives)
{
    private const string Start = "#!";

    public Inspection? Inspect(string line)
    {
        if (!line.StartsWith(Start, StringComparison.Ordinal)) return null;
        var name = line[Start.Length..].Split([' ', '\t'], 2)[0].TrimEnd();
        var (usage, isKernel) = directives.Usages.FirstOrDefault(found => found.Usage.Name == name);
        return usage is null ? null : InspectionWriter.Write(new InspectionArticle { Signatures = [usage.ToString()], Kind = isKernel ? "kernel" : "directive", Documentation = Meaning(usage) });
    }

    private static Documentation Meaning(DirectiveUsage usage) => new() { Summary = [new DocBlock(DocBlockKind.Paragraph, [new DocText(usage.Meaning, false)])] };
}
