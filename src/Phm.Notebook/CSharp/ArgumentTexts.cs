using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Phm.Notebook.CSharp;

/// <summary>
/// Keeps what <c>[CallerArgumentExpression]</c> tells of an argument as the cell's author has written it: a call whose argument is
/// edited states the original text itself.
/// </summary>
internal sealed class ArgumentTexts(SemanticModel model, IReadOnlyList<CodeEdit> edits)
{
    private const string Attribute = "CallerArgumentExpressionAttribute";

    public IEnumerable<CodeEdit> Edits(SyntaxNode root) => root.DescendantNodes().OfType<BaseArgumentListSyntax>()
        .Where(list => list.Parent is not null && IsEdited(list.Parent)).SelectMany(Edits);

    private IEnumerable<CodeEdit> Edits(BaseArgumentListSyntax list)
    {
        var parameters = Parameters(list.Parent!);
        if (parameters.IsEmpty) yield break;
        var end = list.GetLastToken().SpanStart;
        var hasArguments = list.Arguments.Count > 0;
        foreach (var parameter in parameters)
        {
            if (Described(parameter) is not { } name || Given(list, parameters, parameter.Name) is not null) continue;
            var described = Given(list, parameters, name) ?? Receiver(list, name);
            if (described is null || !IsEdited(described)) continue;
            var literal = SymbolDisplay.FormatLiteral(described.ToString(), quote: true);
            yield return new CodeEdit(end, 0, $"{(hasArguments ? ", " : "")}@{parameter.Name}: {literal}");
            hasArguments = true;
        }
    }

    private bool IsEdited(SyntaxNode node) => edits.Any(edit => node.Span.Contains(edit.Start));

    private System.Collections.Immutable.ImmutableArray<IParameterSymbol> Parameters(SyntaxNode call) => model.GetSymbolInfo(call).Symbol switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        _ => [],
    };

    private static string? Described(IParameterSymbol parameter) => parameter.GetAttributes()
        .FirstOrDefault(attribute => attribute.AttributeClass?.Name == Attribute)?.ConstructorArguments is [{ Value: string name }] ? name : null;

    private static ExpressionSyntax? Given(BaseArgumentListSyntax list, IReadOnlyList<IParameterSymbol> parameters, string name)
    {
        for (var i = 0; i < list.Arguments.Count; i++)
        {
            var argument = list.Arguments[i];
            var given = argument.NameColon?.Name.Identifier.ValueText ?? (i < parameters.Count ? parameters[i].Name : null);
            if (given == name) return argument.Expression;
        }
        return null;
    }

    /// <summary>What an extension method is called on.</summary>
    private ExpressionSyntax? Receiver(BaseArgumentListSyntax list, string name) =>
        list.Parent is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }
        && model.GetSymbolInfo(list.Parent).Symbol is IMethodSymbol { ReducedFrom: { } extension } && extension.Parameters[0].Name == name
            ? access.Expression : null;
}
