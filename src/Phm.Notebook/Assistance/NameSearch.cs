using Microsoft.CodeAnalysis;
using Phm.Notebook.CSharp;

namespace Phm.Notebook.Assistance;

/// <summary>
/// Finds what a person may mean by a part of a full name in any capitals: in the notebook and the libraries that it references, then in
/// what every cell has imported, then in the framework's types.
/// </summary>
internal sealed class NameSearch(SketchBook book, Submission submission)
{
    private const int MostNear = 10;
    private const int ShortestPart = 4;

    private static readonly SymbolDisplayFormat Qualified = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces, memberOptions: SymbolDisplayMemberOptions.IncludeContainingType);

    private readonly Lazy<List<INamedTypeSymbol>> types = new(() => [.. submission.Compilation.SourceModule.ReferencedAssemblySymbols.Where(book.IsOfNotebook).SelectMany(assembly => Types(assembly.GlobalNamespace))]);
    private readonly Lazy<List<ISymbol>> inScope = new(() => [.. submission.Compilation.GetSemanticModel(submission.Tree).LookupSymbols(0).Where(symbol => symbol is not INamespaceSymbol)]);

    /// <summary>What fits, types first; the one type alone where only one has the name.</summary>
    /// <param name="name">A name, or the end of a full one.</param>
    public IReadOnlyList<FoundName> Fitting(string name)
    {
        foreach (var symbols in (IEnumerable<Func<IEnumerable<ISymbol>>>)[OfNotebook, InScope, OfOthers])
        {
            var found = Fitting(OfVariable(name), symbols());
            if (found.Where(one => one.Symbols[0] is ITypeSymbol).ToList() is [var type] && !name.Contains('.', StringComparison.Ordinal)) return [type];
            if (found.Count > 0) return found;
        }
        return [];
    }

    /// <summary>Names of the notebook and its libraries that are like one, without what they belong to.</summary>
    public IReadOnlyList<string> Near(string name)
    {
        var last = name[(name.LastIndexOf('.') + 1)..];
        var names = OfNotebook().Concat(inScope.Value).Where(IsNamed).Select(symbol => symbol.Name).Distinct(StringComparer.Ordinal).ToList();
        var parts = names.Where(other => last.Length >= ShortestPart && other.Contains(last, StringComparison.OrdinalIgnoreCase)).OrderBy(other => other.Length).ThenBy(other => other, StringComparer.Ordinal);
        var nearest = NearestName.Of(last.ToUpperInvariant(), names.Select(other => other.ToUpperInvariant()));
        return [.. names.Where(other => other.Equals(nearest, StringComparison.OrdinalIgnoreCase)).Concat(parts).Distinct(StringComparer.Ordinal).Take(MostNear)];
    }

    /// <summary>The namespaces of the libraries that the notebook references, with their types and whether these are in scope.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<string> Types, bool IsImported)> Namespaces()
    {
        var known = inScope.Value.OfType<INamedTypeSymbol>().ToHashSet<ISymbol>(SymbolEqualityComparer.Default);
        return [.. types.Value.Where(type => type.ContainingType is null && IsShown(type)).GroupBy(type => type.ContainingNamespace.ToDisplayString()).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, (IReadOnlyList<string>)[.. group.Select(type => type.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], group.Any(known.Contains)))];
    }

    private static List<FoundName> Fitting(string name, IEnumerable<ISymbol> symbols)
    {
        var (last, end) = (name[(name.LastIndexOf('.') + 1)..], "." + name);
        return [.. symbols.Where(symbol => symbol.Name.Equals(last, StringComparison.OrdinalIgnoreCase) && IsNamed(symbol))
            .GroupBy(FullName).Where(group => ("." + group.Key).EndsWith(end, StringComparison.OrdinalIgnoreCase))
            .OrderBy(group => group.First() is ITypeSymbol ? 0 : 1).ThenBy(group => group.First().Name == last ? 0 : 1).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new FoundName(group.Key, [.. group]))];
    }

    /// <summary>A member that is asked for by a variable, as a member of the variable's type.</summary>
    private string OfVariable(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var type = dot < 0 ? null : inScope.Value.OfType<IFieldSymbol>().FirstOrDefault(field => field.Name.Equals(name[..dot], StringComparison.OrdinalIgnoreCase))?.Type;
        return type is null ? name : type.ToDisplayString(Qualified) + name[dot..];
    }

    private IEnumerable<ISymbol> OfNotebook() => types.Value.SelectMany(WithMembers).Concat(inScope.Value.Where(symbol => CompletionKinds.IsOfCells(symbol.ContainingType)));

    private IEnumerable<ISymbol> InScope() => inScope.Value.OfType<INamedTypeSymbol>().SelectMany(WithMembers);

    private IEnumerable<ISymbol> OfOthers() => submission.Compilation.SourceModule.ReferencedAssemblySymbols.Where(assembly => !book.IsOfNotebook(assembly)).SelectMany(assembly => Types(assembly.GlobalNamespace));

    private static IEnumerable<ISymbol> WithMembers(INamedTypeSymbol type) => type.GetMembers().Where(member => member is not ITypeSymbol).Prepend(type);

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) => container.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .Where(member => member is INamespaceSymbol || member.DeclaredAccessibility == Accessibility.Public)
        .SelectMany(member => member is INamedTypeSymbol type ? Types(type).Prepend(type) : Types(member));

    private static bool IsNamed(ISymbol symbol) => symbol.CanBeReferencedByName && (symbol is INamedTypeSymbol type ? IsShown(type) : CompletionKinds.IsOfCells(symbol.ContainingType) || SymbolHelp.IsShown(symbol));

    private static bool IsShown(INamedTypeSymbol type) => !type.IsScriptClass && CandidateSymbols.Judged(new Candidate(type.Name, "") { Symbol = type }) is not null;

    private static string FullName(ISymbol symbol) => CompletionKinds.IsOfCells(symbol.ContainingType) ? symbol.Name : symbol.ToDisplayString(Qualified);
}
