using System.ComponentModel;
using System.Reflection;
using System.Reflection.Metadata;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Phm.Notebook.Assistance;

/// <summary>
/// The public types of assemblies by name, imported or not. Each reference is read once, from its metadata alone: to ask the compiler
/// would make symbols of thousands of types that nobody names.
/// </summary>
internal sealed class TypeNames
{
    private readonly ConditionalWeakTable<MetadataReference, IReadOnlyList<Entry>> read = [];

    /// <summary>The types outside of some namespaces, as candidates that insert their full names.</summary>
    /// <param name="references">The assemblies.</param>
    /// <param name="imported">The namespaces whose types are in scope.</param>
    /// <param name="typed">What the names have to fit.</param>
    /// <param name="attributesOnly">Whether only names of attributes' classes count.</param>
    public IEnumerable<Candidate> Afar(IEnumerable<MetadataReference> references, IReadOnlySet<string> imported, string typed, bool attributesOnly)
    {
        foreach (var entry in references.SelectMany(reference => read.GetValue(reference, Read)))
        {
            if (imported.Contains(entry.Namespace) || NameMatch.Of(entry.Name, typed) > 1) continue;
            if (attributesOnly && !entry.Name.EndsWith(nameof(Attribute), StringComparison.Ordinal)) continue;
            var name = attributesOnly ? CandidateSymbols.AttributeName(entry.Name) : entry.Name;
            yield return new Candidate(name, entry.Kind) { Insertion = $"{entry.Namespace}.{name}", Detail = entry.Namespace, Rank = CandidateRank.Afar };
        }
    }

    /// <summary>Reads what was not read yet.</summary>
    public void Prepare(IEnumerable<MetadataReference> references)
    {
        foreach (var reference in references) _ = read.GetValue(reference, Read);
    }

    private static IReadOnlyList<Entry> Read(MetadataReference reference)
    {
        try
        {
            if (reference is not PortableExecutableReference file || file.GetMetadata() is not AssemblyMetadata assembly) return [];
            return [.. assembly.GetModules().SelectMany(module => Read(module.GetMetadataReader()))];
        }
        catch (Exception e) when (e is BadImageFormatException or IOException)
        {
            return [];
        }
    }

    private static IEnumerable<Entry> Read(MetadataReader metadata)
    {
        foreach (var handle in metadata.TypeDefinitions)
        {
            var type = metadata.GetTypeDefinition(handle);
            if ((type.Attributes & TypeAttributes.VisibilityMask) != TypeAttributes.Public || type.Namespace.IsNil) continue;
            var name = metadata.GetString(type.Name).Split('`')[0];
            if (name.Contains('<', StringComparison.Ordinal) || IsHidden(type, metadata)) continue;
            yield return new Entry(name, string.Intern(metadata.GetString(type.Namespace)), Kind(type, metadata));
        }
    }

    private static string Kind(TypeDefinition type, MetadataReader metadata)
    {
        if ((type.Attributes & TypeAttributes.Interface) != 0) return CompletionKinds.Interface;
        var parent = type.BaseType.IsNil ? "" : type.BaseType.Kind switch
        {
            HandleKind.TypeReference => metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)type.BaseType).Name),
            HandleKind.TypeDefinition => metadata.GetString(metadata.GetTypeDefinition((TypeDefinitionHandle)type.BaseType).Name),
            _ => "",
        };
        return parent switch
        {
            nameof(Enum) => CompletionKinds.Enum,
            nameof(ValueType) => CompletionKinds.Struct,
            nameof(MulticastDelegate) => CompletionKinds.Delegate,
            _ => CompletionKinds.Class,
        };
    }

    /// <summary>Obsolete, or marked as not for lists.</summary>
    private static bool IsHidden(TypeDefinition type, MetadataReader metadata) => type.GetCustomAttributes().Any(handle =>
    {
        var attribute = metadata.GetCustomAttribute(handle);
        return AttributeName(attribute.Constructor, metadata) switch
        {
            nameof(ObsoleteAttribute) => true,
            // The one argument follows two bytes of prolog.
            nameof(EditorBrowsableAttribute) => metadata.GetBlobBytes(attribute.Value) is [_, _, (byte)EditorBrowsableState.Never, ..],
            _ => false,
        };
    });

    private static string AttributeName(EntityHandle constructor, MetadataReader metadata)
    {
        var type = constructor.Kind == HandleKind.MemberReference
            ? metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent
            : metadata.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType();
        return type.Kind switch
        {
            HandleKind.TypeReference => metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)type).Name),
            HandleKind.TypeDefinition => metadata.GetString(metadata.GetTypeDefinition((TypeDefinitionHandle)type).Name),
            _ => "",
        };
    }

    private readonly record struct Entry(string Name, string Namespace, string Kind);
}
