using System.Collections.Immutable;
using System.ComponentModel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Phm.Notebook.Assistance;

/// <summary>Makes candidates of symbols: one a name and kind, however many overloads there are.</summary>
internal static class CandidateSymbols
{
    private const string AttributeEnding = "Attribute";

    /// <param name="symbols">What is in scope.</param>
    /// <param name="order">The place of each among those that match equally well.</param>
    public static IEnumerable<Candidate> Of(IEnumerable<ISymbol> symbols, Func<ISymbol, int> order) =>
        symbols.Where(IsNamed).GroupBy(symbol => (symbol.Name, CompletionKinds.Of(symbol))).Select(group =>
        {
            var first = group.First();
            return new Candidate(first.Name, group.Key.Item2)
            {
                Symbol = first,
                Overloads = first is IMethodSymbol ? group.Count() - 1 : 0,
                Order = order(first),
                Insertion = SyntaxFacts.GetKeywordKind(first.Name) == SyntaxKind.None ? null : "@" + first.Name,
            };
        });

    /// <summary>An attribute's class without the ending that nobody writes.</summary>
    public static string AttributeName(string name) =>
        name.Length > AttributeEnding.Length && name.EndsWith(AttributeEnding, StringComparison.Ordinal) ? name[..^AttributeEnding.Length] : name;

    /// <summary>Null for what its author hides from lists.</summary>
    public static Candidate? Judged(Candidate candidate)
    {
        if (candidate.Symbol is not { } symbol) return candidate;
        if (symbol is ILocalSymbol or IParameterSymbol or INamespaceSymbol or IRangeVariableSymbol) return candidate;
        var attributes = symbol.GetAttributes();
        if (IsHidden(attributes)) return null;
        var isRare = symbol.ContainingType?.SpecialType == SpecialType.System_Object || attributes.Any(attribute => attribute.AttributeClass?.Name == nameof(ObsoleteAttribute))
            || IsOverrideOfObject(symbol);
        return isRare && candidate.Rank < CandidateRank.Rare ? candidate with { Rank = CandidateRank.Rare } : candidate;
    }

    private static bool IsOverrideOfObject(ISymbol symbol) =>
        symbol is IMethodSymbol { Name: nameof(ToString) or nameof(Equals) or nameof(GetHashCode), IsStatic: false };

    private static bool IsNamed(ISymbol symbol) => symbol.CanBeReferencedByName && symbol.Name.Length > 0
        && symbol is not INamedTypeSymbol { IsScriptClass: true } && symbol is not IMethodSymbol { MethodKind: not (MethodKind.Ordinary or MethodKind.ReducedExtension or MethodKind.LocalFunction or MethodKind.DelegateInvoke) };

    private static bool IsHidden(ImmutableArray<AttributeData> attributes) => attributes.Any(attribute =>
        attribute.AttributeClass?.Name == nameof(EditorBrowsableAttribute) && attribute.ConstructorArguments is [{ Value: (int)EditorBrowsableState.Never }]);
}
