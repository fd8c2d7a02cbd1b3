using Microsoft.CodeAnalysis;

namespace Phm.Notebook.Assistance;

/// <summary>The words for what a completion is, as Jupyter's front ends have them.</summary>
internal static class CompletionKinds
{
    public const string Class = "class";
    public const string Interface = "interface";
    public const string Struct = "struct";
    public const string Enum = "enum";
    public const string Delegate = "delegate";
    public const string EnumMember = "enum member";
    public const string Method = "method";
    public const string Function = "function";
    public const string Property = "property";
    public const string Field = "field";
    public const string Event = "event";
    public const string Local = "local";
    public const string Variable = "variable";
    public const string Parameter = "parameter";
    public const string TypeParameter = "type parameter";
    public const string Namespace = "namespace";
    public const string Keyword = "keyword";
    public const string Directive = "directive";
    public const string Kernel = "kernel";
    public const string Path = "path";
    public const string Table = "table";
    public const string Column = "column";

    public static string Of(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol type => Of(type.TypeKind),
        ITypeParameterSymbol => TypeParameter,
        INamespaceSymbol => Namespace,
        IMethodSymbol method => method.MethodKind == MethodKind.LocalFunction || IsOfCells(method.ContainingType) ? Function : Method,
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => EnumMember,
        IFieldSymbol field => IsOfCells(field.ContainingType) ? Variable : Field,
        IPropertySymbol property => IsOfCells(property.ContainingType) ? Variable : Property,
        IEventSymbol => Event,
        IParameterSymbol => Parameter,
        IAliasSymbol alias => Of(alias.Target),
        _ => Local,
    };

    /// <summary>Whether a type is the one that the compiler makes of a cell, or holds the helpers of all cells.</summary>
    public static bool IsOfCells(INamedTypeSymbol? type) =>
        type is { IsScriptClass: true } or { Name: nameof(Interactive.CellHelpers), ContainingNamespace.Name: nameof(Interactive) };

    private static string Of(TypeKind kind) => kind switch
    {
        TypeKind.Interface => Interface,
        TypeKind.Struct => Struct,
        TypeKind.Enum => Enum,
        TypeKind.Delegate => Delegate,
        _ => Class,
    };
}
