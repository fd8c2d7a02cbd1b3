using System.Runtime.InteropServices;
using System.Xml;
using System.Xml.Linq;

namespace Phm.Notebook.Packages;

/// <summary>The folder in which NuGet keeps restored packages. It is read and never written: nothing is downloaded.</summary>
internal sealed class PackageFolder(string root)
{
    private const int MostPackages = 500;

    /// <summary>The user's own: <c>NUGET_PACKAGES</c>, else <c>.nuget/packages</c> in the home folder.</summary>
    public static PackageFolder OfUser() => new(Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } named ? named
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"));

    /// <summary>A package and all that it depends on, each with the files for this engine's framework; dependencies first.</summary>
    /// <exception cref="PackageException">The package or one that it needs is not there.</exception>
    public IReadOnlyList<RestoredPackage> Find(string id, PackageVersion version)
    {
        var found = new List<RestoredPackage>();
        Add(id, version, found, []);
        return found;
    }

    private void Add(string id, PackageVersion version, List<RestoredPackage> found, HashSet<string> visited)
    {
        if (!visited.Add(id.ToLowerInvariant())) return;
        if (visited.Count > MostPackages) throw new PackageException($"the package '{id}' needs more than {MostPackages} others.");
        var folder = FolderOf(id, version) ?? throw Missing(id, version.ToString());
        foreach (var (needed, range) in Dependencies(folder, id))
        {
            if (visited.Contains(needed.ToLowerInvariant()) || CSharp.FrameworkReferences.IsFramework(needed)) continue;
            Add(needed, Lowest(needed, range) ?? throw Missing(needed, range.Least?.ToString() ?? "any version", id), found, visited);
        }
        found.Add(new RestoredPackage(id, Assemblies(folder, id), NativeFolders(folder)));
    }

    private string? FolderOf(string id, PackageVersion version) => Versions(id).FirstOrDefault(known => known.Version.CompareTo(version) == 0).Folder;

    private PackageVersion? Lowest(string id, PackageRange range) =>
        Versions(id).Select(known => known.Version).Where(range.Accepts).Order().FirstOrDefault();

    private IEnumerable<(PackageVersion Version, string Folder)> Versions(string id)
    {
        var folder = Path.Combine(root, id.ToLowerInvariant());
        if (!id.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_') || !Directory.Exists(folder)) yield break;
        foreach (var path in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
            if (PackageVersion.TryParse(Path.GetFileName(path)) is { } version) yield return (version, path);
    }

    private static List<string> Assemblies(string folder, string id)
    {
        var library = Path.Combine(folder, "lib");
        if (!Directory.Exists(library)) return [];
        var frameworks = Directory.GetDirectories(library).Select(path => Path.GetFileName(path)).ToList();
        if (frameworks.Count == 0) return [];
        var best = TargetFramework.Best(frameworks) ?? throw new PackageException($"the package '{id}' is not built for .NET: it has {string.Join(", ", frameworks.Order(StringComparer.Ordinal))}.");
        return [.. Directory.GetFiles(Path.Combine(library, best), "*.dll").Order(StringComparer.Ordinal)];
    }

    private static List<string> NativeFolders(string folder)
    {
        string[] systems = [RuntimeInformation.RuntimeIdentifier, $"{(OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}"];
        return [.. systems.Distinct().Select(system => Path.Combine(folder, "runtimes", system, "native")).Where(Directory.Exists)];
    }

    private static IEnumerable<(string Id, PackageRange Range)> Dependencies(string folder, string id)
    {
        var file = Directory.GetFiles(folder, "*.nuspec").Order(StringComparer.Ordinal).FirstOrDefault() ?? throw new PackageException($"the package '{id}' has no .nuspec file in the package folder. Restore it again.");
        var dependencies = Load(file, id).Descendants().FirstOrDefault(element => element.Name.LocalName == "dependencies");
        if (dependencies is null) return [];
        var groups = dependencies.Elements().Where(element => element.Name.LocalName == "group").ToList();
        if (groups.Count == 0) return Read(dependencies);
        var best = TargetFramework.Best(groups.Select(Framework).OfType<string>());
        var group = groups.Find(group => best is not null && Framework(group) == best) ?? groups.Find(group => Framework(group) is null);
        return group is null ? [] : Read(group);

        static string? Framework(XElement group) => (string?)group.Attribute("targetFramework");
    }

    private static IEnumerable<(string Id, PackageRange Range)> Read(XElement list) =>
        from dependency in list.Elements()
        where dependency.Name.LocalName == "dependency" && (string?)dependency.Attribute("id") is not null
        select ((string)dependency.Attribute("id")!, PackageRange.Parse((string?)dependency.Attribute("version") ?? ""));

    private static XDocument Load(string file, string id)
    {
        try
        {
            return XDocument.Load(file);
        }
        catch (XmlException)
        {
            throw new PackageException($"the .nuspec file of the package '{id}' is damaged. Restore it again.");
        }
    }

    private static PackageException Missing(string id, string version, string? by = null) => new(
        $"the package '{id}, {version}'{(by is null ? "" : $", which '{by}' needs,")} is not in this machine's package folder, and this engine works offline. "
        + $"On a machine with a network run 'dotnet add package {id} --version {version}' in any project and copy .nuget/packages here, or put the DLL beside the notebook and name that in #r.");
}
