using System.Runtime.InteropServices;
using System.Xml;
using System.Xml.Linq;

namespace Phm.Notebook.Packages;

/// <summary>The folder in which NuGet keeps restored packages. It is read and never written: nothing is downloaded.</summary>
internal sealed class PackageFolder(string root)
{
    /// <summary>The user's own: <c>NUGET_PACKAGES</c>, else <c>.nuget/packages</c> in the home folder.</summary>
    public static PackageFolder OfUser() => new(Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } named ? named
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"));

    /// <summary>A package and all that it depends on, each with the files for this engine's framework; dependencies first.</summary>
    /// <exception cref="PackageException">The package or one that it needs is not there, or two need different versions of a third.</exception>
    public IReadOnlyList<RestoredPackage> Find(string id, PackageVersion version) =>
        [.. new PackageResolution(this).Resolve(id, version).Select(package => new RestoredPackage(package.Id, Assemblies(package.Folder, package.Id), NativeFolders(package.Folder)))];

    /// <summary>The versions of a package and where each lies, the lowest first.</summary>
    public IReadOnlyList<(PackageVersion Version, string Folder)> VersionsOf(string id) => [.. Versions(id).OrderBy(known => known.Version)];

    /// <summary>What a package needs on this engine's framework.</summary>
    public static IEnumerable<(string Id, PackageRange Range)> Dependencies(string folder, string id)
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
}
