using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Phm.Notebook.CSharp;
using Phm.Notebook.Directives;
using Phm.Notebook.Execution;

namespace Phm.Notebook.Assistance;

/// <summary>Tells a cell that can be run from one that wants another line. Only parts in C# can want one.</summary>
internal static class CompletenessCheck
{
    private const int SpacesOfALevel = 4;

    /// <summary>Deeper code is hardly written by hand, and an answer stays short.</summary>
    private const int MostLevels = 40;

    private static readonly CodeCompleteness Complete = new(CompletenessStatus.Complete, "");
    private static readonly CodeCompleteness Unknown = new(CompletenessStatus.Unknown, "");
    private static readonly CodeCompleteness Invalid = new(CompletenessStatus.Invalid, "");

    public static CodeCompleteness Of(string code, Func<string, bool> isKernel)
    {
        if (CellPart.HasTooManyDirectives(code)) return Unknown;
        try
        {
            foreach (var step in CellSplitter.Split(code, null, isKernel))
                if (step is TextStep { Kernel: "csharp" } part && OfCSharp(part.Text) is var found && found != Complete) return found;
            return Complete;
        }
        catch (CellFailedException)
        {
            return Invalid;
        }
        catch (InsufficientExecutionStackException)
        {
            return Unknown;
        }
    }

    private static CodeCompleteness OfCSharp(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(code, Submission.ParseOptions);
        if (!SyntaxFactory.IsCompleteSubmission(tree)) return new CodeCompleteness(CompletenessStatus.Incomplete, Indent(tree.GetRoot()));
        return tree.GetDiagnostics().Any(found => found.Severity == DiagnosticSeverity.Error) ? Invalid : Complete;
    }

    /// <summary>A level for each line on which something is opened that is not closed: <c>Where(p => {</c> is one.</summary>
    private static string Indent(SyntaxNode root)
    {
        var open = new Stack<int>();
        foreach (var token in root.DescendantTokens().Where(token => !token.IsMissing))
        {
            if (token.Kind() is SyntaxKind.OpenBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken) open.Push(token.GetLocation().GetLineSpan().StartLinePosition.Line);
            else if (token.Kind() is SyntaxKind.CloseBraceToken or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken) _ = open.TryPop(out _);
        }
        return new string(' ', SpacesOfALevel * Math.Min(open.Distinct().Count(), MostLevels));
    }
}
