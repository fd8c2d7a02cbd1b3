using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Phm.Notebook.CSharp;

/// <summary>
/// A file of code with a <see cref="Execution.StopPoint"/> in every loop and function. Nothing moves to another line, and columns
/// can be told back. Expression trees stay as they are.
/// </summary>
internal sealed class StopPoints
{
    private const string Pass = "global::Phm.Notebook.Execution.StopPoint.Pass();";
    private const string Begin = "global::Phm.Notebook.Execution.StopPoint.Begin();";

    private readonly List<CodeEdit> edits = [];
    private readonly SyntaxTree original;
    private readonly SemanticModel model;

    private StopPoints(SyntaxTree original, SemanticModel model)
    {
        this.original = original;
        this.model = model;
    }

    /// <summary>The code to compile.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Whether code that is readable has a place for a stop point, as far as its form alone tells.</summary>
    public static bool AreWanted(SyntaxTree tree, CancellationToken stop) =>
        !tree.GetDiagnostics(stop).Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
        && tree.GetRoot(stop).DescendantNodes().Any(node => Embedded(node) is not null || Body(node) is not null);

    /// <summary>Null where there is nothing to add.</summary>
    /// <param name="original">The code, free of errors.</param>
    /// <param name="model">What its parts mean.</param>
    /// <param name="stop">Stops the work.</param>
    public static StopPoints? Add(SyntaxTree original, SemanticModel model, CancellationToken stop)
    {
        var points = new StopPoints(original, model);
        foreach (var node in original.GetRoot(stop).DescendantNodes()) points.Visit(node);
        if (points.edits.Count == 0) return null;
        points.edits.AddRange(new ArgumentTexts(model, [.. points.edits]).Edits(original.GetRoot(stop)));
        points.Code = points.Apply(original.GetText(stop).ToString());
        return points;
    }

    /// <summary>The column in the cell as written of a column in <see cref="Code"/>, both counted from 1.</summary>
    public int OriginalColumn(int line, int column)
    {
        if (line < 1 || line > original.GetText().Lines.Count) return column;
        var span = original.GetText().Lines[line - 1].Span;
        var at = column - 1;
        foreach (var edit in edits)
        {
            var start = edit.Start - span.Start;
            if (edit.Start < span.Start || edit.Start > span.End || start > at) continue;
            at = Math.Max(start, at - edit.Text.Length + edit.Length);
        }
        return at + 1;
    }

    /// <summary>The statement of a loop or function, or the jump, to which a stop point belongs.</summary>
    private static StatementSyntax? Embedded(SyntaxNode node) => node switch
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

    /// <summary>The expression that is the body of a lambda or of a member.</summary>
    private static ExpressionSyntax? Body(SyntaxNode node) => node switch
    {
        LambdaExpressionSyntax lambda => lambda.ExpressionBody,
        ArrowExpressionClauseSyntax arrow => arrow.Expression,
        _ => null,
    };

    private void Visit(SyntaxNode node)
    {
        if (Embedded(node) is { } statement) AddTo(statement, node is StatementSyntax and not LocalFunctionStatementSyntax ? Pass : Begin);
        else if (node is LambdaExpressionSyntax { ExpressionBody: { } expression } lambda) AddTo(lambda, expression);
        else if (node is ArrowExpressionClauseSyntax arrow) AddTo(arrow);
    }

    private void AddTo(StatementSyntax statement, string point)
    {
        if (statement is BlockSyntax block)
        {
            edits.Add(new CodeEdit(block.OpenBraceToken.Span.End, 0, point));
            return;
        }
        edits.Add(new CodeEdit(statement.SpanStart, 0, "{" + point));
        edits.Add(new CodeEdit(statement.Span.End, 0, "}"));
    }

    /// <summary>A lambda becomes a block only where the compiler has made a delegate of it, never where it or one around it is an expression tree.</summary>
    private void AddTo(LambdaExpressionSyntax lambda, ExpressionSyntax body)
    {
        if (InExpressionTree(lambda) || Delegate(lambda) is not { } invoke) return;
        var isAsync = lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword);
        edits.Add(new CodeEdit(body.SpanStart, ThrowLength(body), "{" + Begin + Keyword(body, HasValue(invoke, isAsync))));
        edits.Add(new CodeEdit(body.Span.End, 0, ";}"));
    }

    /// <summary>The arrow of a member gives way to a block, of a property's to an accessor's block.</summary>
    private void AddTo(ArrowExpressionClauseSyntax arrow)
    {
        var end = arrow.GetLastToken().GetNextToken();
        if (!end.IsKind(SyntaxKind.SemicolonToken) || arrow.Parent is null) return;
        var isProperty = arrow.Parent is BasePropertyDeclarationSyntax;
        var declared = model.GetDeclaredSymbol(arrow.Parent);
        var hasValue = isProperty || (declared is IMethodSymbol method && HasValue(method, method.IsAsync));
        if (!isProperty && declared is not IMethodSymbol) return;
        var body = arrow.Expression;
        edits.Add(new CodeEdit(arrow.ArrowToken.SpanStart, arrow.ArrowToken.Span.Length, isProperty ? "{get{" : "{"));
        edits.Add(new CodeEdit(body.SpanStart, ThrowLength(body), Begin + Keyword(body, hasValue)));
        edits.Add(new CodeEdit(end.Span.End, 0, isProperty ? "}}" : "}"));
    }

    private IMethodSymbol? Delegate(LambdaExpressionSyntax lambda) =>
        (model.GetTypeInfo(lambda).ConvertedType as INamedTypeSymbol) is { TypeKind: TypeKind.Delegate } type ? type.DelegateInvokeMethod : null;

    private bool InExpressionTree(LambdaExpressionSyntax lambda)
    {
        foreach (var around in lambda.Ancestors())
        {
            if (around is AnonymousFunctionExpressionSyntax && model.GetTypeInfo(around).ConvertedType is not { TypeKind: TypeKind.Delegate }) return true;
            // A query over a provider is an expression tree that has no lambda to see.
            if (around is QueryClauseSyntax clause && MakesTree(model.GetQueryClauseInfo(clause).OperationInfo.Symbol)) return true;
            if (around is SelectOrGroupClauseSyntax last && MakesTree(model.GetSymbolInfo(last).Symbol)) return true;
            if (around is OrderingSyntax ordering && MakesTree(model.GetSymbolInfo(ordering).Symbol)) return true;
        }
        return false;
    }

    private static bool MakesTree(ISymbol? called) => called is IMethodSymbol method
        && method.Parameters.Any(parameter => parameter.Type is { Name: "Expression", ContainingNamespace.Name: "Expressions" });

    private static bool HasValue(IMethodSymbol method, bool isAsync) =>
        !method.ReturnsVoid && (!isAsync || method.ReturnType is INamedTypeSymbol { IsGenericType: true });

    private static int ThrowLength(ExpressionSyntax body) => body is ThrowExpressionSyntax thrown ? thrown.ThrowKeyword.Span.Length : 0;

    private static string Keyword(ExpressionSyntax body, bool hasValue) => body is ThrowExpressionSyntax ? "throw" : hasValue ? "return " : "";

    private string Apply(string code)
    {
        // Of one place, what ends comes before what starts.
        edits.Sort((left, right) => left.Start != right.Start ? left.Start - right.Start : left.Text.Length - right.Text.Length);
        var text = new StringBuilder();
        var start = 0;
        foreach (var edit in edits)
        {
            text.Append(code, start, edit.Start - start).Append(edit.Text);
            start = edit.Start + edit.Length;
        }
        return text.Append(code, start, code.Length - start).ToString();
    }
}
