using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Phm.Notebook.Execution;

namespace Phm.Notebook.CSharp;

/// <summary>
/// Takes the <c>#r</c> and <c>#i</c> lines out of a cell, leaving empty lines in their place so that places of errors stay right.
/// </summary>
internal static partial class ReferenceLines
{
    private const string Package = "nuget:";
    private const string Ending = ".dll";
    private static readonly string[] Projects = [".csproj", ".fsproj", ".vbproj"];

    /// <summary>Resolves the lines and returns the rest of the code.</summary>
    /// <param name="code">The code; its first line is line 1 of the cell.</param>
    /// <param name="assemblies">Receives the assemblies.</param>
    /// <param name="run">The running cell.</param>
    public static async Task<string> ResolveAsync(string code, SessionAssemblies assemblies, CellRun run)
    {
        if (!ReferenceLine().IsMatch(code)) return code;
        var lines = code.Split('\n');
        var tree = CSharpSyntaxTree.ParseText(code, Submission.ParseOptions, cancellationToken: run.Stop);
        var root = (CompilationUnitSyntax)tree.GetRoot();
        for (var directive = root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            if (!directive.IsActive) continue;
            var line = directive.GetLocation().GetLineSpan().StartLinePosition.Line;
            var match = ReferenceLine().Match(lines[line]);
            if (!match.Success) continue;
            if (match.Groups["kind"].Value == "i") RefuseFeed(line + 1);
            await AddAsync(match.Groups["path"].Value, line + 1, assemblies, run).ConfigureAwait(false);
            lines[line] = "";
        }
        return string.Join('\n', lines);
    }

    /// <summary>Whether a reference names a project, which is built first.</summary>
    public static bool IsProject(string reference) => Projects.Any(ending => reference.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static async Task AddAsync(string reference, int line, SessionAssemblies assemblies, CellRun run)
    {
        if (reference.StartsWith(Package, StringComparison.OrdinalIgnoreCase))
        {
            PackageReferences.Add(reference[Package.Length..].Trim(), line, assemblies);
            return;
        }
        var path = Path.GetFullPath(reference, run.SourceDirectory);
        if (!File.Exists(path))
        {
            // The name of an assembly has dots of its own: System.Net.Http is no System.Net.
            var name = reference.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) ? reference[..^Ending.Length] : reference;
            if (FrameworkReferences.Trusted.TryGetValue(name, out var known)) path = known;
            else throw CellFailedException.Directive($"There is no file '{reference}' to reference. A relative path starts at the notebook's folder.", line);
        }
        if (IsProject(path)) path = await BuildAsync(path, reference, line, run).ConfigureAwait(false);
        if (assemblies.TryAdd(path) is { } problem) throw CellFailedException.Directive($"'{reference}' cannot be referenced: {problem}", line);
    }

    private static async Task<string> BuildAsync(string project, string reference, int line, CellRun run)
    {
        run.Session.Reads.Report(project);
        var (assembly, problem) = await new ProjectBuild(project, run.Session.Paths).RunAsync(run.Stop).ConfigureAwait(false);
        return assembly ?? throw CellFailedException.Directive($"'{reference}' cannot be referenced: {problem}", line);
    }

    private static void RefuseFeed(int line) =>
        throw CellFailedException.Directive("Package sources (#i) are not used: this engine works offline.", line);

    [GeneratedRegex("""^[ \t]*#(?<kind>[ri])[ \t]+"(?<path>[^"]*)"[ \t]*(//.*)?\r?$""", RegexOptions.Multiline)]
    private static partial Regex ReferenceLine();
}
