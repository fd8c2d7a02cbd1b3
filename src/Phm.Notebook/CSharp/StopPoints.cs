using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Phm.Notebook.CSharp;

/// <summary>
/// A cell's code with a <see cref="Execution.StopPoint"/> in every loop and function. Nothing moves to another line, and columns can
/// be told back.
/// </summary>
internal sealed class StopPoints
{
    private const string Pass = "global::Phm.Notebook.Execution.StopPoint.Pass();";

    private readonly List<(int Position, string Text)> insertions = [];
    private readonly SyntaxTree original;

    private StopPoints(SyntaxTree original) => this.original = original;

    /// <summary>The code to compile.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Null where there is nothing to add, or the code cannot be read.</summary>
    public static StopPoints? Add(SyntaxTree original, CancellationToken stop)
    {
        if (original.GetDiagnostics(stop).Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)) return null;
        var points = new StopPoints(original);
        foreach (var node in original.GetRoot(stop).DescendantNodes()) points.Visit(node);
        if (points.insertions.Count == 0) return null;
        points.Code = points.Apply(original.GetText(stop).ToString());
        return points;
    }

    /// <summary>The column in the cell as written of a column in <see cref="Code"/>, both counted from 1.</summary>
    public int OriginalColumn(int line, int column)
    {
        if (line < 1 || line > original.GetText().Lines.Count) return column;
        var span = original.GetText().Lines[line - 1].Span;
        var at = column - 1;
        foreach (var (position, text) in insertions)
        {
            var start = position - span.Start;
            if (position < span.Start || position > span.End || start > at) continue;
            at = Math.Max(start, at - text.Length);
        }
        return at + 1;
    }

    private void Visit(SyntaxNode node)
    {
        var statement = node switch
        {
            WhileStatementSyntax loop => loop.Statement,
            DoStatementSyntax loop => loop.Statement,
            ForStatementSyntax loop => loop.Statement,
            CommonForEachStatementSyntax loop => loop.Statement,
            GotoStatementSyntax jump => jump,
            BaseMethodDeclarationSyntax method => method.Body,
            AccessorDeclarationSyntax accessor => accessor.Body,
            LocalFunctionStatementSyntax function => function.Body,
            AnonymousFunctionExpressionSyntax function => function.Block,
            _ => null,
        };
        if (statement is BlockSyntax block) insertions.Add((block.OpenBraceToken.Span.End, Pass));
        else if (statement is not null)
        {
            insertions.Add((statement.SpanStart, "{" + Pass));
            insertions.Add((statement.Span.End, "}"));
        }
    }

    private string Apply(string code)
    {
        // Of one place, what ends comes before what starts.
        insertions.Sort((left, right) => left.Position != right.Position ? left.Position - right.Position : left.Text.Length - right.Text.Length);
        var text = new StringBuilder();
        var start = 0;
        foreach (var (position, insertion) in insertions)
        {
            text.Append(code, start, position - start).Append(insertion);
            start = position;
        }
        return text.Append(code, start, code.Length - start).ToString();
    }
}
