using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Phm.Notebook.CSharp;
using Phm.Notebook.Execution;

namespace Phm.Notebook.Exporting;

/// <summary>
/// What a notebook references, as a file-based app names it: a DLL by the project that makes it, which is looked for upwards from the
/// notebook, a package by its name and version. The DLLs themselves are read to bind the code.
/// </summary>
internal sealed class ScriptReferences(string notebookFolder, string scriptFolder)
{
    private const string Package = "nuget:";

    /// <summary>Packages whose work the engine does itself, and which a script does not need.</summary>
    private const string EnginePackages = "Microsoft.DotNet.Interactive";

    private readonly SessionAssemblies assemblies = new();
    private readonly SortedSet<string> lines = new(StringComparer.Ordinal);

    /// <summary>The lines at the head of the script.</summary>
    public IReadOnlyCollection<string> Lines => lines;

    public ImmutableArray<MetadataReference> Assemblies => assemblies.References;

    /// <summary>Whether the script uses packages or projects whose DLLs are not read.</summary>
    public bool HasPackages { get; private set; }

    /// <summary>Takes note of the lines of a stretch of code, which no script can keep: <c>#r</c>, <c>#i</c>.</summary>
    /// <returns>Where they stand.</returns>
    /// <exception cref="CellFailedException">A reference has no form in a script.</exception>
    public IReadOnlyList<TextSpan> Add(string code)
    {
        var found = new List<TextSpan>();
        foreach (var directive in DirectivesOf(CSharpSyntaxTree.ParseText(code, Submission.ParseOptions).GetRoot()))
        {
            var line = directive.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
            if (directive is LoadDirectiveTriviaSyntax load)
                throw CellFailedException.Directive($"'#load {load.File}' has no form in a script. Put the code into the notebook.", line);
            if (directive is ReferenceDirectiveTriviaSyntax reference) Add(reference.File.ValueText, line);
            found.Add(directive.ParentTrivia.FullSpan);
        }
        return found;
    }

    private static IEnumerable<DirectiveTriviaSyntax> DirectivesOf(SyntaxNode root)
    {
        for (var directive = root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            if (directive.IsActive && directive is ReferenceDirectiveTriviaSyntax or LoadDirectiveTriviaSyntax or BadDirectiveTriviaSyntax { Identifier.Text: "i" })
                yield return directive;
        }
    }

    private void Add(string reference, int line)
    {
        if (reference.StartsWith(Package, StringComparison.OrdinalIgnoreCase)) AddPackage(reference[Package.Length..], line);
        else if (Path.GetFileName(reference) != reference || !FrameworkReferences.IsFramework(Path.GetFileNameWithoutExtension(reference))) AddProject(reference, line);
    }

    private void AddPackage(string reference, int line)
    {
        var parts = reference.Split(',', StringSplitOptions.TrimEntries);
        if (parts[0].StartsWith(EnginePackages, StringComparison.OrdinalIgnoreCase)) return;
        if (parts is not [{ Length: > 0 } name, { Length: > 0 } version])
            throw CellFailedException.Directive($"The package '{reference.Trim()}' has no version, and a script must name one: #r \"nuget:{parts[0]}, 1.2.3\".", line);
        HasPackages = lines.Add($"#:package {name}@{version}") || HasPackages;
    }

    private void AddProject(string reference, int line)
    {
        var path = Path.GetFullPath(reference, notebookFolder);
        if (ReferenceLines.IsProject(reference))
        {
            if (!File.Exists(path)) throw CellFailedException.Directive($"There is no project '{reference}'.", line);
            lines.Add($"#:project {NotebookScript.Relative(scriptFolder, path)}");
            HasPackages = true;
            return;
        }
        var name = Path.GetFileNameWithoutExtension(path);
        if (Project(name) is not { } project)
            throw CellFailedException.Directive($"'{reference}' has no form in a script: scripts reference projects and packages, and no {name}.csproj was found above the notebook's folder.", line);
        if (!File.Exists(path)) throw CellFailedException.Directive($"There is no file '{reference}' to read. Build {name} first.", line);
        if (assemblies.TryAdd(path) is { } problem) throw CellFailedException.Directive($"'{reference}' cannot be read: {problem}", line);
        lines.Add($"#:project {NotebookScript.Relative(scriptFolder, project)}");
    }

    private string? Project(string name)
    {
        for (var at = new DirectoryInfo(notebookFolder); at is not null; at = at.Parent)
        {
            foreach (var place in new[] { $"{name}.csproj", Path.Combine(name, $"{name}.csproj"), Path.Combine("src", name, $"{name}.csproj") })
                if (File.Exists(Path.Combine(at.FullName, place))) return Path.Combine(at.FullName, place);
        }
        return null;
    }
}
