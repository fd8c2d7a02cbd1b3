using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Phm.Notebook.Assistance;

/// <summary>Symbols as C# writes them.</summary>
internal static class SymbolText
{
    private const int LongestDetail = 300;

    private static readonly SymbolDisplayFormat Short = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.CollapseTupleTypes)
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeExtensionThis)
        .WithKindOptions(SymbolDisplayKindOptions.None);

    /// <summary>A method's signature, a variable's type, a type's namespace: what a list shows beside the name.</summary>
    public static string Detail(ISymbol symbol, int overloads)
    {
        var text = symbol switch
        {
            IMethodSymbol method => method.ToDisplayString(Short),
            IPropertySymbol property => OfType(property.Type),
            IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } member => member.ContainingType.Name,
            IFieldSymbol field => OfType(field.Type),
            ILocalSymbol local => OfType(local.Type),
            IParameterSymbol parameter => OfType(parameter.Type),
            IEventSymbol e => OfType(e.Type),
            INamedTypeSymbol type => type.ContainingSymbol is INamespaceSymbol { IsGlobalNamespace: false } space ? space.ToDisplayString() : "",
            _ => "",
        };
        if (overloads > 0) text += string.Create(CultureInfo.InvariantCulture, $" (+ {overloads} more)");
        return text.Length <= LongestDetail ? text : text[..LongestDetail] + "…";
    }

    /// <summary>A type without its namespace.</summary>
    public static string OfType(ITypeSymbol type) => type.ToDisplayString(Short);

    /// <summary>A member without its namespace and containing type.</summary>
    public static string OfMember(ISymbol symbol) => symbol.ToDisplayString(Short);
}
