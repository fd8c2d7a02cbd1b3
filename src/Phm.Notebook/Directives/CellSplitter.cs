using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Phm.Notebook.CSharp;
using Phm.Notebook.Execution;

namespace Phm.Notebook.Directives;

/// <summary>
/// Splits a cell at its <c>#!</c> lines. In C# only what the compiler itself reads as a directive counts, so such a line inside a
/// string or a comment is text. In other languages every line that starts with <c>#!</c> and a letter counts.
/// </summary>
internal static partial class CellSplitter
{
    private const string CSharp = "csharp";

    /// <param name="source">The cell's text.</param>
    /// <param name="kernelName">The kernel at the start, or null for C#.</param>
    /// <param name="isKernel">Whether a name is that of a kernel.</param>
    public static IEnumerable<CellStep> Split(string source, string? kernelName, Func<string, bool> isKernel)
    {
        var lines = source.ReplaceLineEndings("\n").Split('\n');
        var (kernel, arguments, selector, isSaid) = (kernelName ?? CSharp, "", 0, false);
        for (var start = 0; start <= lines.Length;)
        {
            var end = kernel == CSharp ? NextInCSharp(lines, start) : NextInText(lines, start);
            var hasText = lines[start..end].Any(line => !string.IsNullOrWhiteSpace(line));
            var match = end == lines.Length ? Match.Empty : DirectiveLine().Match(lines[end]);
            var (name, rest) = (match.Groups["name"].Value, match.Groups["arguments"].Value.Trim());
            var isLast = !match.Success || isKernel(name);
            // A selector may say all that there is to do, but what stands between it and a directive may be nothing yet.
            if (hasText || (isLast && !isSaid && selector > 0 && kernel != CSharp))
            {
                yield return new TextStep(kernel, arguments, string.Join('\n', lines[start..end]), start + 1, Math.Max(selector, 1));
                isSaid = true;
            }
            if (!match.Success) yield break;
            if (isLast) (kernel, arguments, selector, isSaid) = (name, rest, end + 1, false);
            else yield return new DirectiveStep(name, rest, end + 1);
            start = end + 1;
        }
    }

    private static int NextInText(string[] lines, int start)
    {
        var found = Array.FindIndex(lines, start, line => DirectiveLine().IsMatch(line));
        return found < 0 ? lines.Length : found;
    }

    private static int NextInCSharp(string[] lines, int start)
    {
        if (!Array.Exists(lines[start..], line => AnyDirectiveLine().IsMatch(line))) return lines.Length;
        var tree = CSharpSyntaxTree.ParseText(string.Join('\n', lines[start..]), Submission.ParseOptions);
        var root = (CompilationUnitSyntax)tree.GetRoot();
        for (var directive = root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            var line = start + directive.GetLocation().GetLineSpan().StartLinePosition.Line;
            if (DirectiveLine().IsMatch(lines[line]))
            {
                if (directive.IsKind(SyntaxKind.ShebangDirectiveTrivia) && directive.IsActive) return line;
            }
            else if (AnyDirectiveLine().Match(lines[line]) is { Success: true } match) throw Indented(match.Groups["name"].Value, line + 1);
        }
        return lines.Length;
    }

    private static CellFailedException Indented(string name, int line) =>
        CellFailedException.Directive($"'#!{name}' has spaces before it. Directives stand at the start of a line: remove the spaces.", line);

    [GeneratedRegex(@"^\s*#!(?<name>[A-Za-z][\w.\-]*)")]
    private static partial Regex AnyDirectiveLine();

    [GeneratedRegex(@"^#!(?<name>[A-Za-z][\w.\-]*)(?<arguments>.*)$")]
    private static partial Regex DirectiveLine();
}
