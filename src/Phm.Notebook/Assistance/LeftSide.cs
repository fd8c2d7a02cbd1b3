using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Phm.Notebook.Assistance;

/// <summary>What stands before a dot: a namespace, a type, or a value of a type.</summary>
/// <param name="Container">The namespace or type.</param>
/// <param name="IsValue">Whether members of an instance are meant.</param>
/// <param name="IsType">Whether members of the type itself are meant; both where a property has its type's name.</param>
internal readonly record struct LeftSide(INamespaceOrTypeSymbol Container, bool IsValue, bool IsType)
{
    /// <summary>The expression before the dot of which the identifier is the right side, or null where there is none.</summary>
    public static ExpressionSyntax? Expression(SyntaxToken identifier) => identifier.Parent is not SimpleNameSyntax name ? null : name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access.Expression,
        QualifiedNameSyntax qualified when qualified.Right == name => qualified.Left,
        MemberBindingExpressionSyntax binding => binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault(access => access.WhenNotNull.Span.Contains(binding.Span))?.Expression,
        AliasQualifiedNameSyntax alias when alias.Name == name => alias.Alias,
        _ => null,
    };

    /// <summary>What an expression before a dot is, or null where the compiler cannot tell.</summary>
    public static LeftSide? Of(ExpressionSyntax expression, SyntaxNode access, SemanticModel model)
    {
        if (expression.IsKind(SyntaxKind.IdentifierName) && ((IdentifierNameSyntax)expression).Identifier.IsKind(SyntaxKind.GlobalKeyword))
            return new LeftSide(model.Compilation.GlobalNamespace, false, false);
        return Of(model.GetSymbolInfo(expression), model.GetTypeInfo(expression).Type, expression, access)
            ?? Speculate(expression, access, model);
    }

    /// <summary>
    /// Binds the text once more as an expression: the start of a line before another one may have been read as a type's name.
    /// </summary>
    private static LeftSide? Speculate(ExpressionSyntax expression, SyntaxNode access, SemanticModel model)
    {
        var again = SyntaxFactory.ParseExpression(expression.ToString(), options: CSharp.Submission.ParseOptions);
        return Of(
            model.GetSpeculativeSymbolInfo(expression.SpanStart, again, SpeculativeBindingOption.BindAsExpression),
            model.GetSpeculativeTypeInfo(expression.SpanStart, again, SpeculativeBindingOption.BindAsExpression).Type, again, access);
    }

    private static LeftSide? Of(SymbolInfo info, ITypeSymbol? type, ExpressionSyntax expression, SyntaxNode access)
    {
        var symbol = info.Symbol ?? (info.CandidateSymbols.Length > 0 ? info.CandidateSymbols[0] : null);
        if (symbol is IAliasSymbol alias) symbol = alias.Target;
        if (symbol is INamespaceSymbol space) return new LeftSide(space, false, false);
        if (symbol is INamedTypeSymbol { TypeKind: not TypeKind.Error } named) return new LeftSide(named, false, true);
        if (symbol is IMethodSymbol { MethodKind: not MethodKind.Constructor } && type is null or IErrorTypeSymbol)
            type = info.Symbol is null && symbol is IMethodSymbol method ? method.ReturnType : null;
        type ??= symbol switch { ILocalSymbol local => local.Type, IParameterSymbol parameter => parameter.Type, IFieldSymbol field => field.Type, IPropertySymbol property => property.Type, _ => null };
        if (type is null or IErrorTypeSymbol || type.SpecialType == SpecialType.System_Void) return null;
        if (access is MemberBindingExpressionSyntax && type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable) type = nullable.TypeArguments[0];
        if (access.IsKind(SyntaxKind.PointerMemberAccessExpression) && type is IPointerTypeSymbol pointer) type = pointer.PointedAtType;
        return new LeftSide(type, true, expression is IdentifierNameSyntax && symbol is IPropertySymbol or IFieldSymbol or ILocalSymbol or IParameterSymbol && symbol.Name == type.Name);
    }
}
