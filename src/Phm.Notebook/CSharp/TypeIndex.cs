using Microsoft.CodeAnalysis;

namespace Phm.Notebook.CSharp;

/// <summary>
/// The public types and extension methods of all that a session references, whether their namespaces are imported or not. Nothing is
/// read before somebody asks; an assembly is read once, those of the framework once a process.
/// </summary>
/// <param name="references">The references of the session, framework first, of which later ones come at the end.</param>
internal sealed class TypeIndex(Func<IReadOnlyList<MetadataReference>> references)
{
    private static readonly Lazy<AssemblyTypes[]> Framework = new(static () => [.. FrameworkReferences.All.Select(reference => new AssemblyTypes(reference, isFramework: true))]);

    private readonly Lock gate = new();
    private readonly List<AssemblyTypes> own = [];

    /// <summary>All types, those of the notebook's own references first.</summary>
    public IEnumerable<IndexedType> All => Assemblies().SelectMany(assembly => assembly.Types.SelectMany(types => types));

    /// <summary>The types of a name, those of the notebook's own references first.</summary>
    public IReadOnlyList<IndexedType> Types(string name) => [.. Assemblies().SelectMany(assembly => assembly.Types[name])];

    /// <summary>The extension methods of a name, those of the notebook's own references first.</summary>
    public IReadOnlyList<IndexedExtension> Extensions(string name) => [.. Assemblies().SelectMany(assembly => assembly.Extensions[name])];

    private List<AssemblyTypes> Assemblies()
    {
        lock (gate)
        {
            var all = references();
            for (var i = Framework.Value.Length + own.Count; i < all.Count; i++) own.Add(new AssemblyTypes(all[i], isFramework: false));
            return [.. own, .. Framework.Value];
        }
    }
}
