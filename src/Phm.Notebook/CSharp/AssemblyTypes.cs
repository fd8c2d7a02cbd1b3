using System.Reflection;
using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;

namespace Phm.Notebook.CSharp;

/// <summary>The public types and extension methods of one assembly by name, read from its metadata without loading it.</summary>
internal sealed class AssemblyTypes
{
    /// <summary>A namespace of the runtime's own that is public by need.</summary>
    private const string RuntimeInternals = "Internal";

    private readonly Lazy<ILookup<string, IndexedType>> types;
    private readonly Lazy<ILookup<string, IndexedExtension>> extensions;

    public AssemblyTypes(MetadataReference reference, bool isFramework)
    {
        IsFramework = isFramework;
        var reader = (reference as PortableExecutableReference)?.GetMetadata() is AssemblyMetadata assembly ? assembly.GetModules()[0].GetMetadataReader() : null;
        types = new(() => (reader is null ? [] : ReadTypes(reader)).OrderBy(type => type.Namespace, StringComparer.Ordinal).ToLookup(type => type.Name, StringComparer.Ordinal));
        extensions = new(() => (reader is null ? [] : ReadExtensions(reader)).OrderBy(method => method.Namespace, StringComparer.Ordinal).ToLookup(method => method.Name, StringComparer.Ordinal));
    }

    /// <summary>Whether it is of the framework or of the engine, and not of the notebook's own choosing.</summary>
    public bool IsFramework { get; }

    public ILookup<string, IndexedType> Types => types.Value;

    public ILookup<string, IndexedExtension> Extensions => extensions.Value;

    private static IEnumerable<IndexedType> ReadTypes(MetadataReader reader)
    {
        foreach (var (type, space) in PublicTypes(reader))
        {
            var name = reader.GetString(type.Name);
            var tick = name.IndexOf('`', StringComparison.Ordinal);
            yield return new IndexedType(space, tick < 0 ? name : name[..tick], type.GetGenericParameters().Count, IsStatic(type));
        }
    }

    private static IEnumerable<IndexedExtension> ReadExtensions(MetadataReader reader)
    {
        var names = new ReceiverName();
        foreach (var (type, space) in PublicTypes(reader))
        {
            if (!IsStatic(type) || !HasExtensions(reader, type.GetCustomAttributes())) continue;
            foreach (var handle in type.GetMethods())
            {
                var method = reader.GetMethodDefinition(handle);
                if ((method.Attributes & MethodAttributes.MemberAccessMask) != MethodAttributes.Public || !HasExtensions(reader, method.GetCustomAttributes())) continue;
                var signature = method.DecodeSignature(names, null);
                yield return new IndexedExtension(space, reader.GetString(method.Name), signature.ParameterTypes is [var first, ..] ? first : null);
            }
        }
    }

    private static IEnumerable<(TypeDefinition Type, string Namespace)> PublicTypes(MetadataReader reader)
    {
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            if ((type.Attributes & TypeAttributes.VisibilityMask) != TypeAttributes.Public) continue;
            var space = reader.GetString(type.Namespace);
            if (space.Length > 0 && space != RuntimeInternals && !space.StartsWith(RuntimeInternals + ".", StringComparison.Ordinal)) yield return (type, space);
        }
    }

    private static bool IsStatic(TypeDefinition type) =>
        (type.Attributes & (TypeAttributes.Abstract | TypeAttributes.Sealed)) == (TypeAttributes.Abstract | TypeAttributes.Sealed);

    private static bool HasExtensions(MetadataReader reader, CustomAttributeHandleCollection attributes)
    {
        foreach (var handle in attributes)
        {
            var constructor = reader.GetCustomAttribute(handle).Constructor;
            var name = constructor.Kind switch
            {
                HandleKind.MemberReference when reader.GetMemberReference((MemberReferenceHandle)constructor).Parent is { Kind: HandleKind.TypeReference } parent =>
                    reader.GetTypeReference((TypeReferenceHandle)parent).Name,
                HandleKind.MethodDefinition => reader.GetTypeDefinition(reader.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType()).Name,
                _ => default,
            };
            if (!name.IsNil && reader.StringComparer.Equals(name, "ExtensionAttribute")) return true;
        }
        return false;
    }
}
