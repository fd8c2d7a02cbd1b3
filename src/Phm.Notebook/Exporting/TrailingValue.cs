using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Phm.Notebook.Interactive;

namespace Phm.Notebook.Exporting;

/// <summary>The value that a cell ends with is shown; a task is awaited first, what is void or shown already stands as it is.</summary>
internal static class TrailingValue
{
    public static void Rewrite(ScriptPart part, ExpressionSyntax expression, PartText text)
    {
        var type = part.Model.GetTypeInfo(expression).Type;
        var (before, after) = AwaitOf(type, expression);
        var isShown = !IsVoid(type) && type?.Name != nameof(DisplayedValue);
        if (isShown) (before, after) = ("display(" + before, after + ")");
        if (before.Length > 0) text.Insert(expression.SpanStart, before);
        text.Insert(expression.Span.End, after + ";");
    }

    private static (string Before, string After) AwaitOf(ITypeSymbol? type, ExpressionSyntax expression)
    {
        if (!IsTask(type)) return ("", "");
        return expression is InvocationExpressionSyntax or SimpleNameSyntax or MemberAccessExpressionSyntax ? ("await ", "") : ("await (", ")");
    }

    private static bool IsVoid(ITypeSymbol? type) =>
        type?.SpecialType == SpecialType.System_Void || (IsTask(type) && type is INamedTypeSymbol { IsGenericType: false });

    private static bool IsTask(ITypeSymbol? type) =>
        type is { Name: nameof(Task) } && type.ContainingNamespace?.ToDisplayString() == "System.Threading.Tasks";
}
