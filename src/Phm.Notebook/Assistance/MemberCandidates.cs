using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Phm.Notebook.Assistance;

/// <summary>What may follow a dot.</summary>
internal static class MemberCandidates
{
    /// <summary>Null where the compiler does not understand what is before the dot.</summary>
    public static IEnumerable<Candidate>? Of(CellSketch sketch, ExpressionSyntax left)
    {
        var model = sketch.Model;
        if (LeftSide.Of(left, sketch.Token.Parent!.Parent!, model) is not { } side) return null;
        var directive = left.FirstAncestorOrSelf<UsingDirectiveSyntax>();
        var found = new List<ISymbol>();
        if (directive is { Alias: null, StaticKeyword.RawKind: 0 }) found.AddRange(model.LookupNamespacesAndTypes(sketch.Position, side.Container).OfType<INamespaceSymbol>());
        else if (side.Container is INamespaceSymbol || directive is not null) found.AddRange(model.LookupNamespacesAndTypes(sketch.Position, side.Container));
        else
        {
            if (side.IsType) found.AddRange(StaticMembers(sketch, side));
            if (side.IsValue) found.AddRange(InstanceMembers(sketch, side));
        }
        return CandidateSymbols.Of(found, Order);
    }

    /// <summary>What the type itself says comes before what every enumeration or delegate can do, and that before extension methods.</summary>
    private static int Order(ISymbol symbol) => symbol is IMethodSymbol { MethodKind: MethodKind.ReducedExtension } ? 2
        : symbol.ContainingType?.SpecialType is SpecialType.System_Enum or SpecialType.System_ValueType or SpecialType.System_Delegate or SpecialType.System_MulticastDelegate ? 1 : 0;

    private static IEnumerable<ISymbol> StaticMembers(CellSketch sketch, LeftSide side) =>
        sketch.Model.LookupSymbols(sketch.Position, side.Container, includeReducedExtensionMethods: true).Where(symbol => symbol.IsStatic || symbol is INamedTypeSymbol || symbol is IFieldSymbol { IsConst: true });

    private static IEnumerable<ISymbol> InstanceMembers(CellSketch sketch, LeftSide side) =>
        sketch.Model.LookupSymbols(sketch.Position, side.Container, includeReducedExtensionMethods: true)
            .Where(symbol => !symbol.IsStatic && symbol is not INamedTypeSymbol || symbol is IMethodSymbol { MethodKind: MethodKind.ReducedExtension });
}
