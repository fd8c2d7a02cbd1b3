using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Phm.Notebook.Assistance;

/// <summary>Tells where in C# nothing is a name: inside strings, characters, comments, directives and code that is switched off.</summary>
internal static class SilentPlaces
{
    /// <summary>
    /// The compiler tries a lambda with each type that it may have, and those within it anew for each: its work doubles with every level.
    /// </summary>
    private const int DeepestLambda = 7;

    /// <summary>Whether lambdas are nested so deeply that the compiler would not end.</summary>
    public static bool IsTooDeep(SyntaxNode root)
    {
        var depths = new Dictionary<SyntaxNode, int>();
        foreach (var lambda in root.DescendantNodes().OfType<AnonymousFunctionExpressionSyntax>())
        {
            var outer = lambda.Ancestors().FirstOrDefault(node => node is AnonymousFunctionExpressionSyntax);
            if ((depths[lambda] = outer is null ? 1 : depths[outer] + 1) > DeepestLambda) return true;
        }
        return false;
    }

    /// <summary>Whether the cursor is inside a comment, a directive or code that is switched off.</summary>
    public static bool IsInTrivia(SyntaxNode root, int cursor)
    {
        var trivia = root.FindTrivia(cursor);
        if (IsInside(trivia, cursor)) return true;
        return cursor > 0 && root.FindTrivia(cursor - 1) is var before && before != trivia && IsInside(before, cursor);
    }

    /// <summary>The string or character literal that the cursor is inside of, or null.</summary>
    public static SyntaxToken? LiteralAt(SyntaxNode root, int cursor)
    {
        if (cursor == 0) return null;
        var token = root.FindToken(cursor - 1);
        if (token.SpanStart >= cursor) return null;
        if (IsLiteral(token)) return cursor < token.Span.End || (cursor == token.Span.End && IsOpen(token)) ? token : null;
        return null;
    }

    /// <summary>Whether the cursor is in the text of an interpolated string, and in none of its holes.</summary>
    public static bool IsInInterpolatedText(SyntaxNode root, int cursor)
    {
        if (cursor == 0) return false;
        var text = root.FindToken(cursor - 1).Parent?.AncestorsAndSelf().OfType<InterpolatedStringExpressionSyntax>()
            .FirstOrDefault(found => found.StringStartToken.Span.End <= cursor && (found.StringEndToken.IsMissing || cursor <= found.StringEndToken.SpanStart));
        if (text is null) return false;
        var hole = text.Contents.OfType<InterpolationSyntax>().FirstOrDefault(found =>
            found.OpenBraceToken.Span.End <= cursor && (found.CloseBraceToken.IsMissing || cursor <= found.CloseBraceToken.SpanStart));
        return hole is null || (hole.FormatClause is { } format && cursor > format.SpanStart);
    }

    private static bool IsInside(SyntaxTrivia trivia, int cursor) => trivia.Kind() switch
    {
        SyntaxKind.SingleLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia => trivia.FullSpan.Start < cursor && cursor <= trivia.FullSpan.End,
        SyntaxKind.MultiLineCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia =>
            trivia.SpanStart < cursor && (cursor < trivia.Span.End || !trivia.ToString().EndsWith("*/", StringComparison.Ordinal)),
        SyntaxKind.DisabledTextTrivia => true,
        _ => trivia.IsDirective && trivia.SpanStart < cursor && cursor <= trivia.Span.End,
    };

    private static bool IsLiteral(SyntaxToken token) => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken
        or SyntaxKind.CharacterLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
        or SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken;

    private static bool IsOpen(SyntaxToken token) => token.GetDiagnostics().Any(found => found.Severity == DiagnosticSeverity.Error);
}
