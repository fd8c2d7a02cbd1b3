using System.Text.Json.Nodes;

namespace Phm.Notebook.Documents;

/// <summary>
/// The metadata by which clients know a C# notebook. Keys stand in alphabetical order because Jupyter sorts them on saving.
/// </summary>
internal static class NotebookMetadata
{
    private const string CSharp = "csharp";
    private const string LanguageVersion = "14.0";

    public static JsonObject NewNotebook() => new()
    {
        ["cells"] = new JsonArray(),
        ["metadata"] = new JsonObject
        {
            ["kernelspec"] = new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" },
            ["language_info"] = new JsonObject
            {
                ["file_extension"] = ".cs",
                ["mimetype"] = "text/x-csharp",
                ["name"] = "C#",
                ["pygments_lexer"] = CSharp,
                ["version"] = LanguageVersion,
            },
            ["polyglot_notebook"] = new JsonObject
            {
                ["defaultKernelName"] = CSharp,
                ["items"] = new JsonArray(new JsonObject { ["name"] = CSharp }),
            },
        },
        ["nbformat"] = NotebookSchema.Major,
        ["nbformat_minor"] = NotebookSchema.Minor,
    };

    public static JsonObject NewCell(CellKind kind, string source)
    {
        var cell = new JsonObject { ["cell_type"] = kind.ToString().ToLowerInvariant() };
        if (kind == CellKind.Code) cell["execution_count"] = null;
        cell["id"] = "";
        cell["metadata"] = new JsonObject();
        if (kind == CellKind.Code) cell["outputs"] = new JsonArray();
        cell["source"] = MultilineText.Write(source);
        return cell;
    }

    /// <summary>VS Code writes <c>kernelInfo.defaultKernelName</c>, Jupyter front ends <c>defaultKernelName</c>.</summary>
    public static string DefaultKernel(JsonObject metadata)
    {
        var polyglot = metadata["polyglot_notebook"] as JsonObject;
        return Text(polyglot?["kernelInfo"] as JsonObject, "defaultKernelName") ?? Text(polyglot, "defaultKernelName")
            ?? LanguageOf(Text(metadata["kernelspec"] as JsonObject, "name") ?? ".net-csharp");
    }

    public static string? CellKernel(JsonObject? metadata) =>
        Text(metadata?["polyglot_notebook"] as JsonObject, "kernelName") ?? Text(metadata?["dotnet_interactive"] as JsonObject, "language");

    public static string? Text(JsonObject? node, string key) =>
        MultilineText.TryRead(node?[key]);

    /// <summary>The specification names of .NET kernels end with their language; others (python3, ir) are languages of their own.</summary>
    private static string LanguageOf(string specification) => specification switch
    {
        "phm-csharp" => CSharp,
        _ when specification.StartsWith(".net-", StringComparison.Ordinal) => specification[".net-".Length..],
        _ => specification,
    };
}
