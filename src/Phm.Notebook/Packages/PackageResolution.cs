namespace Phm.Notebook.Packages;

/// <summary>Chooses the version of each package: the lowest that the first one to need it accepts, or a higher one where others do not accept that.</summary>
internal sealed class PackageResolution(PackageFolder packages)
{
    private const int MostPackages = 500;

    /// <summary>What asks for the package that the notebook names.</summary>
    private const string Line = "#r";

    private readonly Dictionary<string, PackageVersion> chosen = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<(string By, PackageRange Range)>> asked = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> visited = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Id, string Folder)> found = [];

    /// <summary>A package and all that it depends on with the folder of each; dependencies first.</summary>
    /// <exception cref="PackageException">One is not there, or no version of it meets all that need it.</exception>
    public IReadOnlyList<(string Id, string Folder)> Resolve(string id, PackageVersion version)
    {
        chosen[id] = version;

        // Another version may need other packages, so what an earlier choice asked for counts no more.
        for (var round = 0; round < MostPackages; round++)
        {
            asked.Clear();
            visited.Clear();
            found.Clear();
            asked[id] = [(Line, new PackageRange(version, true, version, true))];
            if (TryAdd(id)) return found;
        }
        throw new PackageException($"the packages that '{id}' needs find no versions in this machine's package folder that agree. Reference another version of '{id}'.");
    }

    /// <returns>False where a package that has been added needs another version: then all is to be read anew.</returns>
    private bool TryAdd(string id)
    {
        if (!visited.Add(id)) return true;
        if (visited.Count > MostPackages) throw new PackageException($"the package '{id}' needs more than {MostPackages} others.");
        var folder = packages.VersionsOf(id).FirstOrDefault(known => known.Version.CompareTo(chosen[id]) == 0).Folder ?? throw Missing(id, chosen[id].ToString());
        foreach (var (needed, range) in PackageFolder.Dependencies(folder, id))
        {
            if (CSharp.FrameworkReferences.IsFramework(needed)) continue;
            if (!TryChoose(needed, range, id) || !TryAdd(needed)) return false;
        }
        found.Add((id, folder));
        return true;
    }

    private bool TryChoose(string id, PackageRange range, string by)
    {
        if (!asked.TryGetValue(id, out var asks)) asked[id] = asks = [];
        asks.Add((by, range));
        if (chosen.TryGetValue(id, out var before) && range.Accepts(before)) return true;
        var accepted = packages.VersionsOf(id).Select(known => known.Version).Where(range.Accepts).ToList();
        if (accepted.Count == 0) throw Missing(id, range.Least?.ToString() ?? "any version", by);
        chosen[id] = accepted.Find(version => asks.TrueForAll(ask => ask.Range.Accepts(version)))
            ?? throw Disagreement(id, asks.Find(ask => !ask.Range.Accepts(accepted[0])), (by, range));
        return !visited.Contains(id);
    }

    private static PackageException Disagreement(string id, (string By, PackageRange Range) one, (string By, PackageRange Range) other) => new(
        $"the package '{id}' is needed in the version {one.Range} by '{one.By}' and in the version {other.Range} by '{other.By}', and this machine's package folder has none that is both. "
        + "Reference other versions of these packages, or restore one that suits both.");

    private static PackageException Missing(string id, string version, string? by = null) => new(
        $"the package '{id}, {version}'{(by is null ? "" : $", which '{by}' needs,")} is not in this machine's package folder, and this engine works offline. "
        + $"On a machine with a network run 'dotnet add package {id} --version {version}' in any project and copy .nuget/packages here, or put the DLL beside the notebook and name that in #r.");
}
