using Microsoft.CodeAnalysis;

namespace Phm.Notebook.CSharp;

/// <summary>A public extension method of a referenced assembly.</summary>
/// <param name="Namespace">The namespace that makes it visible.</param>
/// <param name="Name">The method's name.</param>
/// <param name="Receiver">What it extends: the full metadata name of a type; null where that is a type parameter or cannot be told simply.</param>
internal sealed record IndexedExtension(string Namespace, string Name, string? Receiver)
{
    /// <summary>Whether a value of that type may be what it is called on, as far as names tell.</summary>
    public bool Extends(ITypeSymbol type)
    {
        if (Receiver is null) return true;
        for (var at = type; at is not null; at = at.BaseType)
            if (NameOf(at) == Receiver) return true;
        return type.AllInterfaces.Any(contract => NameOf(contract) == Receiver);
    }

    private static string NameOf(ITypeSymbol type) =>
        type.ContainingNamespace is { IsGlobalNamespace: false } space ? $"{space.ToDisplayString()}.{type.MetadataName}" : type.MetadataName;
}
