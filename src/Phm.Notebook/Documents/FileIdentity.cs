namespace Phm.Notebook.Documents;

/// <summary>Whether two paths are names of one file. What is to be written must never take the place of what is read.</summary>
public static class FileIdentity
{
    private static readonly StringComparison Names = OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    /// <summary>Whether two paths lead to the same file, by whatever links and, where the system does not mind, capitals. Neither need exist.</summary>
    public static bool IsSame(string path, string other) => string.Equals(Real(Path.GetFullPath(path)), Real(Path.GetFullPath(other)), Names);

    /// <summary>A path without links.</summary>
    private static string Real(string path)
    {
        if (Path.GetDirectoryName(path) is not { } parent) return path;
        var here = Path.Combine(Real(parent), Path.GetFileName(path));
        if (!Path.Exists(here)) return here;
        return File.ResolveLinkTarget(here, returnFinalTarget: true) is { } link ? Real(link.FullName) : here;
    }
}
