using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Phm.Notebook.Running;

/// <summary>A type that a parameter of a notebook can have: how C# names it, and how a value from outside is read and written.</summary>
/// <param name="Keyword">The C# keyword.</param>
/// <param name="Expected">What a value must be, in words.</param>
/// <param name="Literal">The value as a C# literal, or null where the text is none.</param>
internal sealed record ParameterType(string Keyword, string Expected, Func<string, string?> Literal)
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private static readonly ParameterType[] All =
    [
        new("int", "a whole number such as 50000", text => int.TryParse(text, NumberStyles.AllowLeadingSign, Invariant, out var value) ? value.ToString(Invariant) : null),
        new("long", "a whole number such as 50000", text => long.TryParse(text, NumberStyles.AllowLeadingSign, Invariant, out var value) ? value.ToString(Invariant) + "L" : null),
        new("double", "a number such as 0.25", text => double.TryParse(text, NumberStyles.Float, Invariant, out var value) && double.IsFinite(value) ? value.ToString("R", Invariant) + "d" : null),
        new("decimal", "a number such as 0.25", text => decimal.TryParse(text, NumberStyles.Float, Invariant, out var value) ? value.ToString(Invariant) + "m" : null),
        new("bool", "true or false", text => bool.TryParse(text, out var value) ? value ? "true" : "false" : null),
        new("string", "a text", text => SymbolDisplay.FormatLiteral(text, quote: true)),
    ];

    /// <summary>The type of a declaration: the one that it names, or for <c>var</c> that of its literal; null for all else.</summary>
    public static ParameterType? Of(TypeSyntax declared, ExpressionSyntax? value) =>
        declared is PredefinedTypeSyntax predefined ? Named(predefined.Keyword.ValueText)
        : declared.IsVar ? Named(KeywordOf(value)) : null;

    private static ParameterType? Named(string? keyword) => Array.Find(All, type => type.Keyword == keyword);

    private static string? KeywordOf(ExpressionSyntax? value) => value switch
    {
        PrefixUnaryExpressionSyntax { OperatorToken.RawKind: (int)SyntaxKind.MinusToken or (int)SyntaxKind.PlusToken } signed => KeywordOf(signed.Operand),
        LiteralExpressionSyntax literal => literal.Token.Value switch
        {
            int => "int",
            long => "long",
            double => "double",
            decimal => "decimal",
            bool => "bool",
            string => "string",
            _ => null,
        },
        _ => null,
    };
}
