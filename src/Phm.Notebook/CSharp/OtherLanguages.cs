using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Phm.Notebook.CSharp;

/// <summary>What those who know R, SQL or Python write first, and what C# has in its place.</summary>
internal static class OtherLanguages
{
    private const string Sql = "SQL has cells of its own: '#!connect sqlite --kernel-name data \"Data Source=FILE\"' connects a file, '#!sql-data' begins a cell";

    private static readonly Dictionary<string, string> Functions = new(StringComparer.Ordinal)
    {
        ["print"] = "leave the value as the last line of the cell, or write display(value)",
        ["cat"] = "Console.WriteLine(text) writes text",
        ["library"] = "#r \"FILE.dll\" references a library, 'using NAME;' imports from it",
        ["require"] = "#r \"FILE.dll\" references a library, 'using NAME;' imports from it",
        ["len"] = "'.Count' or '.Length' tells how many there are",
        ["length"] = "'.Count' or '.Length' tells how many there are",
        ["nrow"] = "'.Count' tells how many there are",
        ["head"] = "'.Take(6)' takes the first",
        ["c"] = "a list is written with its type: int[] x = [1, 2, 3];",
    };

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["def"] = "a function begins with the type of its result: double Half(double x) => x / 2;",
        ["function"] = "a function is written x => x / 2, or double Half(double x) => x / 2;",
        ["select"] = Sql,
        ["SELECT"] = Sql,
        ["None"] = "nothing is 'null'",
        ["NA"] = "a value that is missing is 'null'",
    };

    /// <summary>What a word that no cell knows may be in another language, or null.</summary>
    public static string? For(SimpleNameSyntax name)
    {
        var word = name.Identifier.ValueText;
        if (name.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression, Right: PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } } compared
            && compared.Left == name && compared.Parent is ExpressionStatementSyntax && compared.OperatorToken.Span.End == compared.Right.SpanStart && compared.Right.GetFirstToken().TrailingTrivia.Any()) return $"'var {word} = …' declares a variable; '<-' compares with a negative number";
        return name.Parent is InvocationExpressionSyntax && Functions.TryGetValue(word, out var function) ? function : Words.GetValueOrDefault(word);
    }
}
