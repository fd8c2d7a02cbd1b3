using Microsoft.CodeAnalysis;
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

    /// <summary>Functions of R that are members of a sequence in C#: the member, and how it is written.</summary>
    private static readonly Dictionary<string, (string Member, string Written)> Verbs = new(StringComparer.Ordinal)
    {
        ["head"] = ("Take", "'.Take(6)' takes the first"),
        ["filter"] = ("Where", "'.Where(x => …)' keeps those for which it is true"),
        ["select"] = ("Select", "'.Select(x => …)' makes something of each"),
        ["mutate"] = ("Select", "'.Select(x => …)' makes something of each"),
        ["arrange"] = ("OrderBy", "'.OrderBy(x => …)' sorts"),
        ["group_by"] = ("GroupBy", "'.GroupBy(x => …)' makes groups"),
        ["mean"] = ("Average", "'.Average()' is the mean"),
        ["sum"] = ("Sum", "'.Sum()' is the sum"),
        ["unique"] = ("Distinct", "'.Distinct()' leaves one of each"),
    };

    /// <summary>The member of C#'s sequences that does what a function of R does, or null.</summary>
    public static string? MemberFor(string function) => Verbs.TryGetValue(function, out var verb) ? verb.Member : null;

    /// <summary>What a word that no cell knows may be in another language, or null.</summary>
    public static string? For(SimpleNameSyntax name, SemanticModel model)
    {
        var word = name.Identifier.ValueText;
        if (!IsCalled(name)) return Words.GetValueOrDefault(word);
        if (Functions.TryGetValue(word, out var function)) return function;
        if (Verbs.TryGetValue(word, out var verb) && (Subject(name, model) is not { Type: var type } || model.LookupSymbols(name.SpanStart, type, verb.Member, includeReducedExtensionMethods: true).Any())) return verb.Written;
        return Verbs.ContainsKey(word) ? null : Words.GetValueOrDefault(word);
    }

    /// <summary>R's assignment, at its left side, at one of its operators or anywhere to its right; null where none is.</summary>
    public static string? ForArrow(SyntaxNode node)
    {
        var arrow = node.AncestorsAndSelf().TakeWhile(at => at is not StatementSyntax).OfType<BinaryExpressionSyntax>().LastOrDefault();
        for (ExpressionSyntax? at = arrow; at is BinaryExpressionSyntax compared; at = compared.Left)
            if (IsArrow(compared)) return $"'var {compared.Left} = …' declares a variable; '<-' compares with a negative number";
        return null;
    }

    /// <summary>
    /// A function in small letters is seldom one of C#, where what can be done with a value stands after it; null for others.
    /// </summary>
    public static string? ForCall(SimpleNameSyntax name, SemanticModel model)
    {
        var word = name.Identifier.ValueText;
        if (!IsCalled(name) || !char.IsLower(word, 0)) return null;
        return Subject(name, model) is { Written: var value }
            ? $"R's and Python's '{word}' is not C#: help({value}) shows what {value} can do. Is '{word}' a function of this notebook, has its cell been run?"
            : $"has the cell that declares '{word}' been run? If it is a function of R or Python: help() shows how to find what there is in its place";
    }

    private static bool IsCalled(SimpleNameSyntax name) => name.Parent is InvocationExpressionSyntax call && call.Expression == name;

    /// <summary>What a function is called with, where that is a name of which the compiler knows the type.</summary>
    private static (string Written, ITypeSymbol Type)? Subject(SimpleNameSyntax function, SemanticModel model) =>
        function.Parent is InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax value }, ..] } && model.GetTypeInfo(value).Type is { TypeKind: not TypeKind.Error } type
            ? (value.Identifier.ValueText, type) : null;

    private static bool IsArrow(BinaryExpressionSyntax compared) =>
        compared is { RawKind: (int)SyntaxKind.LessThanExpression, Left: IdentifierNameSyntax, Right: PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } right, Parent: ExpressionStatementSyntax }
        && compared.OperatorToken.Span.End == right.SpanStart && right.GetFirstToken().TrailingTrivia.Any();
}
