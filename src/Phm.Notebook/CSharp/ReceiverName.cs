using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Phm.Notebook.CSharp;

/// <summary>The types of a signature by their full metadata names; null for those that have no name of their own.</summary>
internal sealed class ReceiverName : ISignatureTypeProvider<string?, object?>
{
    public string? GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeDefinition(handle);
        return Full(reader.GetString(type.Namespace), reader.GetString(type.Name));
    }

    public string? GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeReference(handle);
        return Full(reader.GetString(type.Namespace), reader.GetString(type.Name));
    }

    public string? GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public string? GetPrimitiveType(PrimitiveTypeCode typeCode) => $"System.{typeCode}";

    public string? GetGenericInstantiation(string? genericType, ImmutableArray<string?> typeArguments) => genericType;

    public string? GetByReferenceType(string? elementType) => elementType;

    public string? GetModifiedType(string? modifier, string? unmodifiedType, bool isRequired) => unmodifiedType;

    public string? GetPinnedType(string? elementType) => elementType;

    public string? GetArrayType(string? elementType, ArrayShape shape) => null;

    public string? GetSZArrayType(string? elementType) => null;

    public string? GetPointerType(string? elementType) => null;

    public string? GetFunctionPointerType(MethodSignature<string?> signature) => null;

    public string? GetGenericMethodParameter(object? genericContext, int index) => null;

    public string? GetGenericTypeParameter(object? genericContext, int index) => null;

    private static string Full(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";
}
