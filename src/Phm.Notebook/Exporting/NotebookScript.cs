using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Phm.Notebook.Documents;

namespace Phm.Notebook.Exporting;

/// <summary>
/// A notebook as a file-based C# app: one file that <c>dotnet run</c> builds and runs without a notebook engine. Prose becomes
/// comments, cells become top-level statements, what a cell shows is printed as text, and charts are written to files.
/// </summary>
public static class NotebookScript
{
    /// <summary>The name of the file that every script includes and that must lie beside it.</summary>
    public const string DisplayFileName = "NotebookDisplay.cs";

    private static readonly Lazy<string> Display = new(ReadDisplay);

    /// <summary>The included file: <c>display</c>, <c>HTML</c> and the other words of the dialect, by the formatters that types bring along.</summary>
    public static string DisplayFile => Display.Value;

    /// <summary>The script.</summary>
    /// <param name="document">A notebook that was read from a file.</param>
    /// <param name="scriptPath">Where the script will lie; its references to projects and to the notebook's folder start there.</param>
    /// <returns>C# source; the same for the same notebook.</returns>
    /// <exception cref="NotebookException">A cell has no form as a part of a script.</exception>
    /// <exception cref="ArgumentException">The notebook was not read from a file, so its relative paths mean nothing.</exception>
    public static string Write(NotebookDocument document, string scriptPath)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(scriptPath);
        if (document.FilePath is null) throw new ArgumentException("The notebook was not read from a file.", nameof(document));
        var folder = Path.GetDirectoryName(Path.GetFullPath(scriptPath))!;
        var reader = new ScriptReader(document, new ScriptReferences(document.Folder!, folder));
        var blocks = reader.Read();
        var parts = blocks.OfType<CodeBlock>().Select(block => block.Part).ToArray();
        var names = new ScriptNames(parts, document.Name);
        var body = new ScriptBody(names, document.Name);
        foreach (var block in blocks) body.Add(block);

        var script = new StringBuilder();
        var name = Path.GetFileNameWithoutExtension(scriptPath);
        AppendHead(script, document, folder, name, reader.References);
        foreach (var line in ScriptUsings.Of(parts, document.Name)) script.Append(line).Append('\n');
        script.Append($"\nNotebookDisplay.Begin({Literal(name)}, {Literal(Relative(folder, document.Folder!))}, args);\n");
        return script.Append(body.Write()).ToString();
    }

    /// <summary>A path from a folder, with forward slashes on every system and on one line whatever its name.</summary>
    internal static string Relative(string from, string to) => Path.GetRelativePath(from, to).Replace(Path.DirectorySeparatorChar, '/').ReplaceLineEndings(" ");

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private static void AppendHead(StringBuilder script, NotebookDocument document, string folder, string name, ScriptReferences references)
    {
        script.Append("#!/usr/bin/env dotnet\n");
        foreach (var line in references.Lines) script.Append(line).Append('\n');
        script.Append("#:include ").Append(DisplayFileName).Append('\n')
            .Append("#:property PublishAot=false\n#:property ImplicitUsings=disable\n#:property Nullable=annotations\n")
            // The settings of a repository around it are for that repository's own code.
            .Append("#:property TreatWarningsAsErrors=false\n#:property RunAnalyzers=false\n#:property EnforceCodeStyleInBuild=false\n#:property RestorePackagesWithLockFile=false\n\n")
            .Append("// Written by 'phm export --to script' from ").Append(Relative(folder, document.FilePath!)).Append(": change that and export again.\n")
            .Append("// 'dotnet run FILE' prints its tables and writes its charts to artifacts/scripts/").Append(name.ReplaceLineEndings(" ")).Append(", or to a folder named after FILE.\n\n");
    }

    private static string ReadDisplay()
    {
        using var stream = typeof(NotebookScript).Assembly.GetManifestResourceStream(DisplayFileName)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
