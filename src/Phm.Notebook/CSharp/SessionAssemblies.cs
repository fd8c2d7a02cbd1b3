using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Phm.Notebook.CSharp;

/// <summary>
/// The assemblies of a session: those that cells name by <c>#r</c>, what lies beside these and is needed by them, and the cells'
/// own. Where the program itself has the very same build of an assembly, the session uses the program's, so a type has one identity.
/// </summary>
internal sealed class SessionAssemblies : AssemblyLoadContext
{
    private readonly Dictionary<string, (string Path, Guid Mvid)> files = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> named = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> nativeFolders = [];
    private ImmutableArray<MetadataReference> references = [.. FrameworkReferences.All];

    public SessionAssemblies() : base("notebook")
    {
    }

    public ImmutableArray<MetadataReference> References => references;

    /// <summary>The types that are in them.</summary>
    public TypeIndex Types { get; } = new();

    /// <summary>The files of the assemblies that cells name and of those that they need from their own folders.</summary>
    public IReadOnlyList<string> Paths => [.. files.Values.Select(file => file.Path)];

    /// <summary>Adds an assembly and what it needs from its own folder.</summary>
    /// <returns>Null, or why it cannot be added.</returns>
    public string? TryAdd(string path)
    {
        // A second reference to one file would be a second identity of its types.
        if (FrameworkReferences.Has(path)) return null;
        if (AssemblyFile.TryRead(path) is not { } assembly) return "the file is not a .NET assembly.";
        if (files.TryGetValue(assembly.Name, out var known) && known.Mvid != assembly.Mvid)
            return $"another build of {assembly.Name} is in use already. Start the notebook again.";
        named.Add(assembly.Name);
        AddWithDependencies(path, assembly);
        return null;
    }

    /// <summary>Whether an assembly of that name is there.</summary>
    public bool Has(string name) => files.ContainsKey(name);

    /// <summary>Whether cells named an assembly of that name themselves.</summary>
    public bool IsNamed(string name) => named.Contains(name);

    /// <summary>Adds places of native libraries.</summary>
    public void AddNativeFolders(IEnumerable<string> folders) => nativeFolders.AddRange(folders.Except(nativeFolders));

    public Assembly Load(MemoryStream image, MemoryStream symbols) => LoadFromStream(image, symbols);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name is not { } name || !files.TryGetValue(name, out var file)) return null;
        return IsOfProgram(name, file.Mvid) ? null : LoadFromAssemblyPath(file.Path);
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        var besides = files.Values.Select(file => Path.GetDirectoryName(file.Path)!).Distinct(StringComparer.Ordinal)
            .SelectMany(folder => (string[])[folder, Path.Combine(folder, "runtimes", RuntimeInformation.RuntimeIdentifier, "native")]);
        foreach (var place in besides.Concat(nativeFolders))
        {
            foreach (var name in NativeNames(unmanagedDllName))
            {
                if (File.Exists(Path.Combine(place, name))) return LoadUnmanagedDllFromPath(Path.Combine(place, name));
            }
        }
        return 0;
    }

    private static string[] NativeNames(string name) => OperatingSystem.IsWindows() ? [name, name + ".dll"]
        : OperatingSystem.IsMacOS() ? [name, name + ".dylib", $"lib{name}.dylib"]
        : [name, name + ".so", $"lib{name}.so"];

    private void AddWithDependencies(string path, AssemblyFile assembly)
    {
        if (!files.TryAdd(assembly.Name, (path, assembly.Mvid))) return;
        references = references.Add(MetadataReference.CreateFromFile(path));
        foreach (var name in assembly.References)
        {
            var beside = Path.Combine(Path.GetDirectoryName(path)!, name + ".dll");
            if (FrameworkReferences.IsFramework(name) || files.ContainsKey(name) || !File.Exists(beside)) continue;
            if (AssemblyFile.TryRead(beside) is { } dependency) AddWithDependencies(beside, dependency);
        }
    }

    private static bool IsOfProgram(string name, Guid mvid)
    {
        var loaded = Default.Assemblies.FirstOrDefault(assembly => string.Equals(assembly.GetName().Name, name, StringComparison.OrdinalIgnoreCase));
        if (loaded is not null) return loaded.ManifestModule.ModuleVersionId == mvid;
        return FrameworkReferences.Trusted.TryGetValue(name, out var path) && AssemblyFile.TryRead(path)?.Mvid == mvid;
    }
}
