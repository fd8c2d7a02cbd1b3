namespace Phm.Jupyter.Installation;

/// <summary>The kernels that are installed in some folders, as Jupyter finds them.</summary>
public static class KernelSpecs
{
    /// <summary>All kernels, those of the first folder first, by name within a folder. A name that comes twice is listed twice: the first one counts.</summary>
    /// <param name="folders">Folders of kernels; those that do not exist are passed over.</param>
    public static IReadOnlyList<KernelSpec> In(IEnumerable<string> folders) =>
        [.. folders.SelectMany(folder => Subfolders(folder).Where(IsKernel).Select(KernelSpec.Read).OrderBy(spec => spec.Name, StringComparer.Ordinal))];

    /// <summary>The kernel that Jupyter would start for a name; null where there is none.</summary>
    public static KernelSpec? Find(IEnumerable<string> folders, string name)
    {
        var folder = folders.SelectMany(Subfolders).FirstOrDefault(folder => IsNamed(folder, name) && IsKernel(folder));
        return folder is null ? null : KernelSpec.Read(folder);
    }

    /// <summary>Whether a folder bears a kernel's name.</summary>
    internal static bool IsNamed(string folder, string name) => Path.GetFileName(folder).Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a folder is a kernel, which its file alone decides.</summary>
    internal static bool IsKernel(string folder) => File.Exists(Path.Combine(folder, KernelSpec.FileName));

    /// <summary>The folders below one, by name; none where they cannot be read.</summary>
    internal static IReadOnlyList<string> Subfolders(string folder)
    {
        try
        {
            return Directory.Exists(folder) ? [.. Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)] : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
