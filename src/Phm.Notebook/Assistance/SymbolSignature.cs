using Microsoft.CodeAnalysis;

namespace Phm.Notebook.Assistance;

/// <summary>Declarations as C# writes them, without namespaces. Values of constants are told of libraries only, never of cells.</summary>
internal static class SymbolSignature
{
    private const int MostInterfaces = 4;

    private static readonly SymbolDisplayFormat Full = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameOnly,
        SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints | SymbolDisplayGenericsOptions.IncludeVariance,
        SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeConstantValue,
        SymbolDisplayDelegateStyle.NameAndSignature,
        SymbolDisplayExtensionMethodStyle.Default,
        SymbolDisplayParameterOptions.IncludeExtensionThis | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeType
            | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue,
        SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        SymbolDisplayLocalOptions.IncludeType | SymbolDisplayLocalOptions.IncludeRef,
        SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword,
        SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.AllowDefaultLiteral);

    private static readonly SymbolDisplayFormat WithoutValues = Full.RemoveMemberOptions(SymbolDisplayMemberOptions.IncludeConstantValue);

    private static readonly SymbolDisplayFormat Qualified = SymbolDisplayFormat.CSharpErrorMessageFormat;

    public static string Of(ISymbol symbol)
    {
        if (symbol is INamespaceSymbol space) return $"namespace {space.ToDisplayString()}";
        var isOfLibrary = symbol.DeclaringSyntaxReferences.Length == 0 && !CompletionKinds.IsOfCells(symbol.ContainingType);
        if (symbol is IMethodSymbol { ReducedFrom: { } extension }) symbol = extension;
        var format = isOfLibrary ? Full : WithoutValues;
        var text = symbol.ToDisplayString(symbol is INamedTypeSymbol { SpecialType: not SpecialType.None } ? format.RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes) : format);
        if (symbol is IFieldSymbol { ContainingType: { TypeKind: TypeKind.Enum } enumeration }) text = $"{enumeration.Name}.{text}";
        return symbol is INamedTypeSymbol { TypeKind: not TypeKind.Delegate } type ? WithModifiers(type, text) + Bases(type) : text;
    }

    /// <summary>What a symbol is and of what: <c>method of Phm.Populations.Population</c>.</summary>
    public static string Kind(ISymbol symbol)
    {
        var kind = symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? "constructor"
            : symbol is IMethodSymbol { IsExtensionMethod: true } ? "extension method" : CompletionKinds.Of(symbol);
        return symbol switch
        {
            INamespaceSymbol => kind,
            ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or ITypeParameterSymbol => kind,
            _ when CompletionKinds.IsOfCells(symbol.ContainingType) => symbol.ContainingType!.IsScriptClass ? $"{kind} of the notebook" : $"{kind} of every cell",
            INamedTypeSymbol { ContainingType: null } type => type.ContainingNamespace is { IsGlobalNamespace: false } space ? $"{kind} in {space.ToDisplayString()}" : kind,
            _ => $"{kind} of {symbol.ContainingType?.ToDisplayString(Qualified)}",
        };
    }

    private static string WithModifiers(INamedTypeSymbol type, string text)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct)) return text;
        var modifiers = type.IsStatic ? "static " : type is { TypeKind: TypeKind.Class, IsAbstract: true } ? "abstract " : type is { TypeKind: TypeKind.Class, IsSealed: true } ? "sealed "
            : type is { TypeKind: TypeKind.Struct, IsReadOnly: true } ? "readonly " : "";
        return text.StartsWith(modifiers, StringComparison.Ordinal) ? text : modifiers + text;
    }

    private static string Bases(INamedTypeSymbol type)
    {
        if (type.TypeKind is TypeKind.Enum) return "";
        var bases = type.BaseType is { SpecialType: SpecialType.None } parent ? new List<INamedTypeSymbol> { parent } : [];
        bases.AddRange(type.Interfaces.Where(found => !type.IsRecord || found.Name != nameof(IEquatable<>)).Take(MostInterfaces));
        return bases.Count == 0 ? "" : " : " + string.Join(", ", bases.Select(SymbolText.OfType)) + (type.Interfaces.Length > MostInterfaces ? ", …" : "");
    }
}
