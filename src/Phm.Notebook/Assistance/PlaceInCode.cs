using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Phm.Notebook.Assistance;

/// <summary>Tells what the grammar allows at a place.</summary>
internal static class PlaceInCode
{
    public static PlaceKind Of(CellSketch sketch)
    {
        var token = sketch.Token;
        if (token.Parent is IdentifierNameSyntax name && name.Identifier == token) return OfName(name, token);
        if (IsDeclared(token)) return IsAfterExpression(token) ? PlaceKind.Operator : PlaceKind.Nothing;
        return token.Parent is GenericNameSyntax ? PlaceKind.Expression : IsAfterExpression(token) ? PlaceKind.Operator : PlaceKind.Expression;
    }

    private static PlaceKind OfName(IdentifierNameSyntax name, SyntaxToken token)
    {
        switch (name.Parent)
        {
            case UsingDirectiveSyntax { Alias: null, StaticKeyword.RawKind: 0 }: return PlaceKind.Using;
            case UsingDirectiveSyntax: return PlaceKind.Type;
            case AttributeSyntax: return PlaceKind.Attribute;
            case ObjectCreationExpressionSyntax creation when creation.Type == name: return PlaceKind.Creation;
            case NameColonSyntax or NameEqualsSyntax or GotoStatementSyntax: return PlaceKind.Nothing;
        }
        var isMember = name.FirstAncestorOrSelf<IncompleteMemberSyntax>() is { Parent: TypeDeclarationSyntax };
        if (isMember) return PlaceKind.Member;
        if (IsStatementStart(name, token)) return PlaceKind.Statement;
        if (IsAfterExpression(token)) return PlaceKind.Operator;
        return SyntaxFacts.IsInTypeOnlyContext(name) && !IsAmbiguous(name) ? PlaceKind.Type : PlaceKind.Expression;
    }

    /// <summary>Whether the identifier names something new.</summary>
    private static bool IsDeclared(SyntaxToken token) => token.Parent switch
    {
        VariableDeclaratorSyntax or SingleVariableDesignationSyntax or BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or TypeParameterSyntax
            or MethodDeclarationSyntax or LocalFunctionStatementSyntax or PropertyDeclarationSyntax or EventDeclarationSyntax or EnumMemberDeclarationSyntax
            or ForEachStatementSyntax or CatchDeclarationSyntax or FromClauseSyntax or LetClauseSyntax or JoinClauseSyntax or JoinIntoClauseSyntax or QueryContinuationSyntax
            or LabeledStatementSyntax or ExternAliasDirectiveSyntax or NameEqualsSyntax => true,
        ParameterSyntax parameter => parameter.Identifier == token,
        _ => false,
    };

    /// <summary>Whether the word starts a statement: nothing of the statement is before it.</summary>
    private static bool IsStatementStart(IdentifierNameSyntax name, SyntaxToken token)
    {
        if (name.FirstAncestorOrSelf<StatementSyntax>() is { } statement) return statement.GetFirstToken() == token;
        return name.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { Parent: CompilationUnitSyntax } member && member.GetFirstToken() == token;
    }

    /// <summary>The type of a declaration is where an expression may be begun just as well.</summary>
    private static bool IsAmbiguous(IdentifierNameSyntax name) => name.Parent is VariableDeclarationSyntax { Parent: LocalDeclarationStatementSyntax or FieldDeclarationSyntax } or TypeArgumentListSyntax;

    /// <summary>Whether what stands before the word is a whole expression, so that only an operator could follow.</summary>
    private static bool IsAfterExpression(SyntaxToken token)
    {
        var before = token.GetPreviousToken();
        if (before.IsKind(SyntaxKind.None) || before.IsMissing) return false;
        return before.Kind() switch
        {
            SyntaxKind.CloseBracketToken => before.Parent is not AttributeListSyntax and not CollectionExpressionSyntax,
            SyntaxKind.CloseParenToken => before.Parent is BaseArgumentListSyntax or ParenthesizedExpressionSyntax or TupleExpressionSyntax,
            SyntaxKind.IdentifierToken => before.Parent is not (ParameterSyntax or AttributeSyntax) && before.ValueText is not ("var" or "await" or "async"),
            SyntaxKind.NumericLiteralToken or SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.InterpolatedStringEndToken => true,
            SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword or SyntaxKind.NullKeyword or SyntaxKind.ThisKeyword => true,
            _ => false,
        };
    }
}
