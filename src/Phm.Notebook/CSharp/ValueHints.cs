using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Phm.Notebook.CSharp;

/// <summary>Which member of an enumeration is meant by a text that stands in its place.</summary>
internal static class ValueHints
{
    private const int MostMembers = 3;

    /// <summary>A text that is compared with a value.</summary>
    public static string? ForComparison(SyntaxNode node, SemanticModel model) => node is BinaryExpressionSyntax { Left: var left, Right: var right }
        ? For(model.GetTypeInfo(left).Type, right, model) ?? For(model.GetTypeInfo(right).Type, left, model) : null;

    /// <summary>A text that is assigned.</summary>
    public static string? ForConversion(SyntaxNode node, SemanticModel model) => node is ExpressionSyntax text ? For(model.GetTypeInfo(text).ConvertedType, text, model) : null;

    /// <summary>A text that is handed to a method.</summary>
    public static string? ForArgument(SyntaxNode node, SemanticModel model)
    {
        if (node.FirstAncestorOrSelf<ArgumentSyntax>() is not { Parent: ArgumentListSyntax { Parent: { } call } list } argument) return null;
        var (place, name) = (list.Arguments.IndexOf(argument), argument.NameColon?.Name.Identifier.ValueText);
        return model.GetSymbolInfo(call).CandidateSymbols.OfType<IMethodSymbol>()
            .Select(method => name is null ? method.Parameters.ElementAtOrDefault(place) ?? method.Parameters.LastOrDefault() : method.Parameters.FirstOrDefault(parameter => parameter.Name == name))
            .Select(parameter => For(parameter is { IsParams: true, Type: IArrayTypeSymbol array } ? array.ElementType : parameter?.Type, argument.Expression, model))
            .FirstOrDefault(hint => hint is not null);
    }

    private static string? For(ITypeSymbol? expected, ExpressionSyntax text, SemanticModel model)
    {
        if (expected is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] }) expected = inner;
        if (expected is not INamedTypeSymbol { TypeKind: TypeKind.Enum } type || model.GetTypeInfo(text).Type?.SpecialType != SpecialType.System_String) return null;
        var members = type.GetMembers().OfType<IFieldSymbol>().Where(field => field.IsConst).Select(field => field.Name).ToList();
        var name = type.ToMinimalDisplayString(model, text.SpanStart);
        if (model.GetConstantValue(text) is { Value: string written } && Meant(written, members) is { } meant) return $"a text is no {type.Name}: write {name}.{meant}";
        var first = string.Join(", ", members.Take(MostMembers).Select(member => $"{name}.{member}"));
        return $"a text is no {type.Name}: write {first}{(members.Count > MostMembers ? $" or another of its {members.Count} values, which help(\"{type.Name}\") lists" : "")}";
    }

    /// <summary>The member of that name, whatever stands between its words; the only one that begins so, or has it within; the nearest.</summary>
    private static string? Meant(string written, List<string> members)
    {
        var letters = string.Concat(written.Where(char.IsLetterOrDigit));
        if (letters.Length == 0) return null;
        return members.FirstOrDefault(member => member.Equals(letters, StringComparison.OrdinalIgnoreCase))
            ?? Only(members.Where(member => member.StartsWith(letters, StringComparison.OrdinalIgnoreCase)))
            ?? NearestName.Of(letters, members)
            ?? Only(members.Where(member => letters.Length > 2 && member.Contains(letters, StringComparison.OrdinalIgnoreCase)));
    }

    private static string? Only(IEnumerable<string> names) => names.Take(2).ToList() is [var only] ? only : null;
}
