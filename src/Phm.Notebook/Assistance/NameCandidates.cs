using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Phm.Notebook.Assistance;

/// <summary>Names that stand by themselves: variables, helpers, types, namespaces.</summary>
internal static class NameCandidates
{
    /// <summary>All that is in scope.</summary>
    public static IEnumerable<Candidate> InScope(CellSketch sketch) =>
        CandidateSymbols.Of(sketch.Model.LookupSymbols(sketch.Position).Where(symbol => IsBefore(symbol, sketch)), Order);

    /// <summary>Types and namespaces alone.</summary>
    public static IEnumerable<Candidate> Types(CellSketch sketch) =>
        CandidateSymbols.Of(sketch.Model.LookupNamespacesAndTypes(sketch.Position), Order);

    /// <summary>The types that may be made where one is expected, and the members of an expected enumeration.</summary>
    public static IEnumerable<Candidate> Expected(CellSketch sketch, SyntaxNode place, bool isCreation)
    {
        foreach (var type in TargetTypes.Of(place, sketch.Model).OfType<INamedTypeSymbol>())
        {
            var name = type.ToMinimalDisplayString(sketch.Model, sketch.Position, SymbolDisplayFormat.MinimallyQualifiedFormat.WithGenericsOptions(
                isCreation ? SymbolDisplayGenericsOptions.IncludeTypeParameters : SymbolDisplayGenericsOptions.None));
            var canStand = isCreation ? !type.IsAbstract && type.TypeKind is TypeKind.Class or TypeKind.Struct : type.TypeKind == TypeKind.Enum || HasOwnValues(type);
            if (!canStand) continue;
            yield return new Candidate(name, CompletionKinds.Of(type)) { Rank = CandidateRank.Expected, Symbol = type, Order = 1 };
            if (isCreation || type.TypeKind != TypeKind.Enum) continue;
            foreach (var member in type.GetMembers().OfType<IFieldSymbol>().Where(field => field.IsConst))
                yield return new Candidate($"{name}.{member.Name}", CompletionKinds.EnumMember) { Rank = CandidateRank.Expected, Symbol = member };
        }
    }

    /// <summary>Classes of attributes.</summary>
    public static IEnumerable<Candidate> Attributes(CellSketch sketch)
    {
        var attribute = sketch.Compilation.GetTypeByMetadataName(typeof(Attribute).FullName!);
        foreach (var candidate in Types(sketch))
        {
            if (candidate.Symbol is INamespaceSymbol) yield return candidate;
            if (candidate.Symbol is not INamedTypeSymbol { IsAbstract: false } type) continue;
            for (var at = type.BaseType; at is not null; at = at.BaseType)
            {
                if (!SymbolEqualityComparer.Default.Equals(at, attribute)) continue;
                yield return candidate with { Name = CandidateSymbols.AttributeName(type.Name), Insertion = null };
                break;
            }
        }
    }

    /// <summary>Constants of its own type on a class, as <c>Spend.PerHead</c>, are as good as an enumeration's members.</summary>
    private static bool HasOwnValues(INamedTypeSymbol type) => type.TypeKind is TypeKind.Class or TypeKind.Struct && type.SpecialType == SpecialType.None
        && type.GetMembers().Any(member => member is { IsStatic: true, DeclaredAccessibility: Accessibility.Public }
            && SymbolEqualityComparer.Default.Equals((member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type, type));

    /// <summary>Not what is declared after the place, nor what is being declared by the expression at it.</summary>
    private static bool IsBefore(ISymbol symbol, CellSketch sketch)
    {
        if (symbol is not (ILocalSymbol or IFieldSymbol) || symbol.DeclaringSyntaxReferences is not [var declared, ..] || declared.SyntaxTree != sketch.Root.SyntaxTree) return true;
        if (symbol is IFieldSymbol && sketch.Token.Parent?.FirstAncestorOrSelf<SyntaxNode>(node => node is BaseMethodDeclarationSyntax or BaseTypeDeclarationSyntax) is not null) return true;
        return declared.Span.End <= sketch.Position || (symbol is ILocalSymbol && declared.GetSyntax() is not VariableDeclaratorSyntax && declared.Span.Start < sketch.Position);
    }

    private static int Order(ISymbol symbol) => symbol switch
    {
        ILocalSymbol or IParameterSymbol or IRangeVariableSymbol => 0,
        IFieldSymbol or IPropertySymbol => 1,
        IMethodSymbol => 2,
        INamedTypeSymbol => 4,
        _ => 5,
    };
}
