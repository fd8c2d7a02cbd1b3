using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Phm.Notebook.CSharp;

/// <summary>
/// The public types and extension methods of assemblies, whether their namespaces are imported or not. Nothing is read before somebody
/// asks; an assembly is read once, those of the framework once a process.
/// </summary>
internal sealed class TypeIndex
{
    private static readonly Lazy<FrozenDictionary<MetadataReference, AssemblyTypes>> Framework =
        new(static () => FrameworkReferences.All.ToFrozenDictionary(reference => reference, reference => new AssemblyTypes(reference)));

    private readonly ConditionalWeakTable<MetadataReference, AssemblyTypes> own = [];

    /// <summary>The types of one assembly.</summary>
    public AssemblyTypes Of(MetadataReference reference) =>
        Framework.Value.TryGetValue(reference, out var types) ? types : own.GetValue(reference, static reference => new AssemblyTypes(reference));

    /// <summary>The types of a name, those of the notebook's own references first.</summary>
    public IEnumerable<IndexedType> Types(string name, IEnumerable<MetadataReference> references) => Ordered(references).SelectMany(reference => Of(reference).Types[name]);

    /// <summary>The extension methods of a name, those of the notebook's own references first.</summary>
    public IEnumerable<IndexedExtension> Extensions(string name, IEnumerable<MetadataReference> references) =>
        Ordered(references).SelectMany(reference => Of(reference).Extensions[name]);

    private static IEnumerable<MetadataReference> Ordered(IEnumerable<MetadataReference> references) => references.OrderBy(Framework.Value.ContainsKey);
}
