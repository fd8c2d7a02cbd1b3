using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Phm.Notebook.Assistance;

/// <summary>The type that a place of a cell asks for.</summary>
internal static class TargetTypes
{
    /// <summary>The types of a place, of all overloads that a call may mean; none where any type may stand there.</summary>
    public static IReadOnlyList<ITypeSymbol> Of(SyntaxNode expression, SemanticModel model) =>
        [.. Find(expression, model).OfType<ITypeSymbol>().Where(type => type is not IErrorTypeSymbol and not ITypeParameterSymbol && type.SpecialType != SpecialType.System_Object)
            .Select(Unwrapped).Distinct<ITypeSymbol>(SymbolEqualityComparer.Default)];

    /// <summary>The overloads that the call or creation around an argument list may mean.</summary>
    public static IEnumerable<IMethodSymbol> Overloads(SyntaxNode list, SemanticModel model) => list.Parent switch
    {
        InvocationExpressionSyntax call => All(model.GetSymbolInfo(call)).Concat(model.GetMemberGroup(call.Expression)).Concat(Delegate(call.Expression, model)),
        BaseObjectCreationExpressionSyntax creation => (model.GetTypeInfo(creation).Type as INamedTypeSymbol)?.InstanceConstructors.Where(found => IsUsable(found, list, model)) ?? [],
        ConstructorInitializerSyntax initializer => All(model.GetSymbolInfo(initializer)),
        AttributeSyntax attribute => All(model.GetSymbolInfo(attribute)),
        _ => [],
    } is { } found ? found.OfType<IMethodSymbol>().Distinct<IMethodSymbol>(SymbolEqualityComparer.Default) : [];

    /// <summary>The parameter that an argument is for, by its name or place; null beyond the last.</summary>
    public static IParameterSymbol? Parameter(IMethodSymbol method, ArgumentSyntax argument)
    {
        if (argument.NameColon is { } named) return method.Parameters.FirstOrDefault(parameter => parameter.Name == named.Name.Identifier.ValueText);
        var index = argument.Parent is BaseArgumentListSyntax list ? list.Arguments.IndexOf(argument) : -1;
        return index < 0 || method.Parameters.Length == 0 ? null
            : index < method.Parameters.Length ? method.Parameters[index]
            : method.Parameters[^1].IsParams ? method.Parameters[^1] : null;
    }

    private static ImmutableArray<ISymbol> All(SymbolInfo info) => info.Symbol is { } only ? [only] : info.CandidateSymbols;

    private static IEnumerable<ISymbol> Delegate(ExpressionSyntax called, SemanticModel model) =>
        model.GetTypeInfo(called).Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } ? [invoke] : [];

    private static bool IsUsable(IMethodSymbol constructor, SyntaxNode place, SemanticModel model) => model.IsAccessible(place.SpanStart, constructor);

    private static IEnumerable<ITypeSymbol?> Find(SyntaxNode expression, SemanticModel model)
    {
        switch (expression.Parent)
        {
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: false } declaration } }:
                return [model.GetTypeInfo(declaration.Type).Type];
            case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property }:
                return [model.GetTypeInfo(property.Type).Type];
            case EqualsValueClauseSyntax { Parent: ParameterSyntax { Type: { } type } }:
                return [model.GetTypeInfo(type).Type];
            case AssignmentExpressionSyntax assignment when assignment.Right == expression:
                return [model.GetTypeInfo(assignment.Left).Type];
            case BinaryExpressionSyntax binary when binary.Right == expression && IsComparison(binary):
                return [model.GetTypeInfo(binary.Left).Type];
            case ConstantPatternSyntax { Parent: IsPatternExpressionSyntax match }:
                return [model.GetTypeInfo(match.Expression).Type];
            case ArgumentSyntax { Parent: ArgumentListSyntax list } argument:
                return Overloads(list, model).Select(method => TypeOf(Parameter(method, argument)));
            case ParenthesizedExpressionSyntax inner:
                return Find(inner, model);
            default:
                return [];
        }
    }

    private static ITypeSymbol? TypeOf(IParameterSymbol? parameter) =>
        parameter is { IsParams: true, Type: IArrayTypeSymbol array } ? array.ElementType : parameter?.Type;

    private static bool IsComparison(BinaryExpressionSyntax binary) => binary.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression
        or SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression or SyntaxKind.BitwiseOrExpression;

    private static ITypeSymbol Unwrapped(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
}
