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

    /// <summary>Resolves the lines and returns the rest of the code.</summary>
    /// <param name="code">The code; its first line is line 1 of the cell.</param>
    /// <param name="directory">The notebook's folder.</param>
    /// <param name="assemblies">Receives the assemblies.</param>
    public static string Resolve(string code, string directory, SessionAssemblies assemblies)
    {
        if (!ReferenceLine().IsMatch(code)) return code;
        var lines = code.Split('\n');
        var tree = CSharpSyntaxTree.ParseText(code, Submission.ParseOptions);
        var root = (CompilationUnitSyntax)tree.GetRoot();
        for (var directive = root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            if (!directive.IsActive) continue;
            var line = directive.GetLocation().GetLineSpan().StartLinePosition.Line;
            var match = ReferenceLine().Match(lines[line]);
            if (!match.Success) continue;
            if (match.Groups["kind"].Value == "i") RefuseFeed(line + 1);
            Add(match.Groups["path"].Value, line + 1, directory, assemblies);
            lines[line] = "";
        }
        return string.Join('\n', lines);
    }

    private static void Add(string reference, int line, string directory, SessionAssemblies assemblies)
    {
        if (reference.StartsWith(Package, StringComparison.OrdinalIgnoreCase))
        {
            PackageReferences.Add(reference[Package.Length..].Trim(), line, assemblies);
            return;
        }
        var path = Path.GetFullPath(reference, directory);
        if (!File.Exists(path))
        {
            // The name of an assembly has dots of its own: System.Net.Http is no System.Net.
            var name = reference.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) ? reference[..^Ending.Length] : reference;
            if (FrameworkReferences.Trusted.TryGetValue(name, out var known)) path = known;
            else throw CellFailedException.Directive($"There is no file '{reference}' to reference. A relative path starts at the notebook's folder.", line);
        }
        if (assemblies.TryAdd(path) is { } problem) throw CellFailedException.Directive($"'{reference}' cannot be referenced: {problem}", line);
    }

    private static void RefuseFeed(int line) =>
        throw CellFailedException.Directive("Package sources (#i) are not used: this engine works offline.", line);

    [GeneratedRegex("""^[ \t]*#(?<kind>[ri])[ \t]+"(?<path>[^"]*)"[ \t]*(//.*)?\r?$""", RegexOptions.Multiline)]
    private static partial Regex ReferenceLine();
}
