using Phm.Notebook.Execution;
using Phm.Notebook.Packages;

namespace Phm.Notebook.CSharp;

/// <summary>
/// <c>#r "nuget:NAME, VERSION"</c>: nothing where the engine, the framework, the library or the program brings the package; else the
/// package from this machine's package folder.
/// </summary>
internal static class PackageReferences
{
    /// <summary>Packages whose work this engine does itself.</summary>
    private const string OwnPackages = "Microsoft.DotNet.Interactive";

    public static void Add(string package, int line, SessionAssemblies assemblies)
    {
        var parts = package.Split(',', 2, StringSplitOptions.TrimEntries);
        var id = parts[0];
        if (IsProvided(id, assemblies)) return;
        if (parts.Length < 2 || PackageVersion.TryParse(parts[1]) is not { } version)
            throw CellFailedException.Directive($"The package '{package}' needs an exact version, as in #r \"nuget:{id}, 1.2.3\": what is newest differs from day to day.", line);
        try
        {
            foreach (var restored in PackageFolder.OfUser().Find(id, version)) Add(restored, assemblies);
        }
        catch (PackageException e)
        {
            throw CellFailedException.Directive($"'{package}' cannot be referenced: {e.Message}", line);
        }
    }

    private static bool IsProvided(string id, SessionAssemblies assemblies)
    {
        if (id.StartsWith(OwnPackages, StringComparison.OrdinalIgnoreCase) || assemblies.Has(id) || FrameworkReferences.IsFramework(id)) return true;
        return FrameworkReferences.Trusted.TryGetValue(id, out var path) && assemblies.TryAdd(path) is null;
    }

    private static void Add(RestoredPackage package, SessionAssemblies assemblies)
    {
        assemblies.AddNativeFolders(package.NativeFolders);
        foreach (var path in package.Assemblies)
        {
            var name = Path.GetFileNameWithoutExtension(path);
            if (assemblies.Has(name) || FrameworkReferences.IsFramework(name)) continue;
            if (assemblies.TryAdd(path) is { } problem) throw new PackageException($"{name}: {problem}");
        }
    }
}
