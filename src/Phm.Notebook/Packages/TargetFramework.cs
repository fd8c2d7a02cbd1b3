using System.Text.RegularExpressions;

namespace Phm.Notebook.Packages;

/// <summary>Chooses among the frameworks that a package is built for the one that is best for this engine's.</summary>
internal static partial class TargetFramework
{
    private static readonly Version Own = new(10, 0);

    /// <summary>The best of the names, or null where none can be used: net10.0 down to net5.0, then netcoreapp, then netstandard.</summary>
    public static string? Best(IEnumerable<string> names) => names.Select(name => (Name: name, Rank: Rank(name))).Where(name => name.Rank is not null)
        .OrderByDescending(name => name.Rank!.Value.Kind).ThenByDescending(name => name.Rank!.Value.Version).Select(name => name.Name).FirstOrDefault();

    private static (int Kind, Version Version)? Rank(string name)
    {
        // Builds for one operating system, such as net8.0-windows7.0, are left aside.
        if (Framework().Match(name) is not { Success: true } match || !Version.TryParse(match.Groups["version"].Value, out var version)) return null;
        return match.Groups["kind"].Value.TrimStart('.').ToLowerInvariant() switch
        {
            "net" or "netcoreapp" when version.Major >= 5 => version <= Own ? (3, version) : null,
            "netcoreapp" => (2, version),
            "netstandard" => (1, version),
            _ => null,
        };
    }

    [GeneratedRegex(@"^(?<kind>\.?(net|netcoreapp|netstandard))(?<version>\d+\.\d+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Framework();
}
