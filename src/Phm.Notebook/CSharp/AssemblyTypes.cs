using System.ComponentModel;
using System.Reflection;
using System.Reflection.Metadata;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Phm.Notebook.CSharp;

/// <summary>The public types and extension methods of one assembly by name, read from its metadata without loading it.</summary>
internal sealed class AssemblyTypes
{
    /// <summary>A namespace of the runtime's own that is public by need.</summary>
    private const string RuntimeInternals = "Internal";

    private readonly Lazy<IReadOnlyList<IndexedType>> all;
    private readonly Lazy<ILookup<string, IndexedType>> types;
    private readonly Lazy<ILookup<string, IndexedExtension>> extensions;

    public AssemblyTypes(MetadataReference reference)
    {
        all = new(() => [.. Read(reference, ReadTypes).OrderBy(type => type.Namespace, StringComparer.Ordinal)]);
        types = new(() => all.Value.ToLookup(type => type.Name, StringComparer.Ordinal));
        extensions = new(() => Read(reference, ReadExtensions).OrderBy(method => method.Namespace, StringComparer.Ordinal).ToLookup(method => method.Name, StringComparer.Ordinal));
    }

    public IReadOnlyList<IndexedType> All => all.Value;

    public ILookup<string, IndexedType> Types => types.Value;

    public ILookup<string, IndexedExtension> Extensions => extensions.Value;

    /// <summary>Nothing of what is no assembly, or a broken one.</summary>
    private static List<T> Read<T>(MetadataReference reference, Func<MetadataReader, IEnumerable<T>> read)
    {
        try
        {
            return (reference as PortableExecutableReference)?.GetMetadata() is AssemblyMetadata assembly ? [.. assembly.GetModules().SelectMany(module => read(module.GetMetadataReader()))] : [];
        }
        catch (Exception e) when (e is BadImageFormatException or IOException)
        {
            return [];
        }
    }

    private static IEnumerable<IndexedType> ReadTypes(MetadataReader reader)
    {
        foreach (var (type, space) in PublicTypes(reader))
        {
            var name = reader.GetString(type.Name);
            var tick = name.IndexOf('`', StringComparison.Ordinal);
            yield return new IndexedType(space, tick < 0 ? name : name[..tick], type.GetGenericParameters().Count, KindOf(type, reader), IsHidden(type, reader));
        }
    }

    private static IEnumerable<IndexedExtension> ReadExtensions(MetadataReader reader)
    {
        var names = new ReceiverName();
        foreach (var (type, space) in PublicTypes(reader))
        {
            if (!IsStatic(type) || !Has(nameof(ExtensionAttribute), type.GetCustomAttributes(), reader)) continue;
            foreach (var handle in type.GetMethods())
            {
                var method = reader.GetMethodDefinition(handle);
                if ((method.Attributes & MethodAttributes.MemberAccessMask) != MethodAttributes.Public || !Has(nameof(ExtensionAttribute), method.GetCustomAttributes(), reader)) continue;
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

    private static TypeKind KindOf(TypeDefinition type, MetadataReader reader) => (type.Attributes & TypeAttributes.Interface) != 0 ? TypeKind.Interface : NameOf(type.BaseType, reader) switch
    {
        nameof(Enum) => TypeKind.Enum,
        nameof(ValueType) => TypeKind.Struct,
        nameof(MulticastDelegate) => TypeKind.Delegate,
        _ => TypeKind.Class,
    };

    private static bool IsHidden(TypeDefinition type, MetadataReader reader)
    {
        foreach (var handle in type.GetCustomAttributes())
        {
            var attribute = reader.GetCustomAttribute(handle);
            var name = AttributeName(attribute, reader);
            if (name is nameof(ObsoleteAttribute)) return true;
            // The one argument follows two bytes of prolog.
            if (name is nameof(EditorBrowsableAttribute) && reader.GetBlobBytes(attribute.Value) is [_, _, (byte)EditorBrowsableState.Never, ..]) return true;
        }
        return false;
    }

    private static bool Has(string name, CustomAttributeHandleCollection attributes, MetadataReader reader)
    {
        foreach (var handle in attributes)
            if (AttributeName(reader.GetCustomAttribute(handle), reader) == name) return true;
        return false;
    }

    private static string AttributeName(CustomAttribute attribute, MetadataReader reader) => NameOf(
        attribute.Constructor.Kind == HandleKind.MemberReference
            ? reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent
            : reader.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType(),
        reader);

    private static string NameOf(EntityHandle type, MetadataReader reader) => type.IsNil ? "" : type.Kind switch
    {
        HandleKind.TypeReference => reader.GetString(reader.GetTypeReference((TypeReferenceHandle)type).Name),
        HandleKind.TypeDefinition => reader.GetString(reader.GetTypeDefinition((TypeDefinitionHandle)type).Name),
        _ => "",
    };
}
