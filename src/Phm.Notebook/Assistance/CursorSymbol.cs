using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Phm.Notebook.Assistance;

/// <summary>What the name at a place of C# stands for.</summary>
internal static class CursorSymbol
{
    /// <summary>
    /// The place of the name that is asked about: the word at the cursor or just before it; after an opening parenthesis, or among
    /// arguments, the name that is called. Null where there is none.
    /// </summary>
    public static TypedWord? Word(SyntaxNode root, string code, int cursor)
    {
        if (SilentPlaces.IsInTrivia(root, cursor)) return null;
        var word = TypedWord.At(code, cursor);
        if (word.End > word.Start && !word.IsNumber && SilentPlaces.LiteralAt(root, cursor) is null && !SilentPlaces.IsInInterpolatedText(root, cursor)) return word;
        if (cursor == 0) return null;
        var list = root.FindToken(cursor - 1).Parent?.AncestorsAndSelf().OfType<BaseArgumentListSyntax>().FirstOrDefault(found => found.SpanStart < cursor
            && (cursor < found.Span.End || found.GetLastToken(includeZeroWidth: true).IsMissing));
        var called = list?.Parent switch
        {
            InvocationExpressionSyntax call => call.Expression,
            ObjectCreationExpressionSyntax creation => creation.Type,
            ElementAccessExpressionSyntax element => element.Expression,
            _ => null,
        };
        return called is null ? null : TypedWord.At(code, Name(called).SpanStart);
    }

    /// <summary>The symbol, the best candidate first where the compiler is not sure.</summary>
    public static ImmutableArray<ISymbol> Find(CellSketch sketch)
    {
        var (node, model) = (sketch.Token.Parent, sketch.Model);
        if (node is null) return [];
        if (model.GetDeclaredSymbol(node) is { } declared && IsNameOf(sketch.Token, node)) return [declared];
        if (node is not ExpressionSyntax expression) return [];
        if (expression.Parent is ObjectCreationExpressionSyntax creation && creation.Type == expression && Of(model.GetSymbolInfo(creation)) is [IMethodSymbol, ..] constructors) return constructors;
        if (expression.Parent is NameColonSyntax or NameEqualsSyntax && Of(model.GetSymbolInfo(expression)) is { Length: > 0 } named) return named;
        var found = Of(model.GetSymbolInfo(expression));
        if (found.IsEmpty) found = model.GetMemberGroup(expression);
        if (found.IsEmpty && expression is PredefinedTypeSyntax or IdentifierNameSyntax && model.GetTypeInfo(expression).Type is { TypeKind: not TypeKind.Error } type) found = [type];
        return found.IsEmpty ? Speculate(expression, model) : found;
    }

    /// <summary>All methods of one name that the compiler would choose from.</summary>
    public static IEnumerable<ISymbol> Overloads(ISymbol symbol, SemanticModel model, int position)
    {
        if (symbol is not IMethodSymbol { ContainingType: { } type } method || method.MethodKind is MethodKind.LocalFunction or MethodKind.DelegateInvoke) return [symbol];
        var isExtension = method.MethodKind == MethodKind.ReducedExtension;
        var all = method.MethodKind == MethodKind.Constructor ? type.InstanceConstructors
            : isExtension ? model.LookupSymbols(position, method.ReceiverType, method.Name, includeReducedExtensionMethods: true).OfType<IMethodSymbol>()
            : type.GetMembers(method.Name).OfType<IMethodSymbol>().Where(other => !other.IsImplicitlyDeclared);
        var own = (isExtension ? method.ReducedFrom : method)?.OriginalDefinition;
        return all.Where(other => model.IsAccessible(position, other) && !SymbolEqualityComparer.Default.Equals((other.ReducedFrom ?? other).OriginalDefinition, own)).Prepend<ISymbol>(symbol);
    }

    private static ImmutableArray<ISymbol> Of(SymbolInfo info) => info.Symbol is IAliasSymbol alias ? [alias.Target] : info.Symbol is { } only ? [only] : info.CandidateSymbols;

    /// <summary>Whether the identifier is the one that the declaration gives its name to.</summary>
    private static bool IsNameOf(SyntaxToken token, SyntaxNode node) => node is not ExpressionSyntax && token.IsKind(SyntaxKind.IdentifierToken);

    private static SyntaxToken Name(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier,
        QualifiedNameSyntax qualified => qualified.Right.Identifier,
        SimpleNameSyntax simple => simple.Identifier,
        _ => called.GetLastToken(),
    };

    /// <summary>Unfinished code may have been read as a type's name where a value is meant.</summary>
    private static ImmutableArray<ISymbol> Speculate(ExpressionSyntax expression, SemanticModel model)
    {
        if (expression is not SimpleNameSyntax name) return [];
        var whole = name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name => access,
            QualifiedNameSyntax qualified when qualified.Right == name => qualified,
            _ => expression,
        };
        var again = SyntaxFactory.ParseExpression(whole.ToString(), options: CSharp.Submission.ParseOptions);
        return Of(model.GetSpeculativeSymbolInfo(whole.SpanStart, again, SpeculativeBindingOption.BindAsExpression));
    }
}
