using Phm.Notebook;
using Phm.Notebook.Documents;

namespace Phm.Jupyter.Installation;

/// <summary>Installs and removes kernelspecs. What another has installed is never touched.</summary>
public static class KernelInstaller
{
    /// <summary>
    /// Installs a kernel, or brings an earlier one of ours up to date. A folder is a kernel by its <c>kernel.json</c> alone, and that
    /// is written last and in one step: nobody ever sees half a kernel.
    /// </summary>
    /// <exception cref="ArgumentException">The name is none that Jupyter takes.</exception>
    /// <exception cref="KernelSpecException">Another kernel holds the name, or the folder cannot be written.</exception>
    public static InstalledKernel Install(KernelInstallation installation)
    {
        ArgumentNullException.ThrowIfNull(installation);
        var (name, holder) = ChooseName(installation);
        var earlier = Own(installation.Kernels, name);
        var folder = earlier?.Folder ?? Path.Combine(Path.GetFullPath(installation.Kernels), name);
        Write(folder, installation, name);
        return new(KernelSpec.Read(folder), earlier is not null, holder);
    }

    /// <summary>Removes a kernel of ours: the files that the installation wrote, and its folder where nothing else is in it.</summary>
    /// <param name="kernels">The folder of kernels.</param>
    /// <param name="name">The kernel's name.</param>
    /// <returns>The kernel as it was. Its folder still exists where it holds files of others.</returns>
    /// <exception cref="ArgumentException">The name is none that Jupyter takes.</exception>
    /// <exception cref="KernelSpecException">There is no such kernel, another has installed it, or it cannot be removed.</exception>
    public static KernelSpec Uninstall(string kernels, string name)
    {
        var spec = KernelSpecs.Find([kernels], KernelName.Check(name)) ?? throw new KernelSpecException($"There is no kernel '{KernelName.Check(name)}' in '{kernels}'. 'phm kernel list' names those that there are.");
        if (!spec.IsOwn) throw new KernelSpecException($"The kernel '{spec.Name}' in '{spec.Folder}' was not installed by Phm, and was left as it is. Who installed it can remove it.");
        try
        {
            // First what makes the folder a kernel: whatever comes in between, half a kernel is none.
            foreach (var file in (string[])[KernelSpec.FileName, .. KernelFiles.Logos]) File.Delete(Path.Combine(spec.Folder, file));
            if (!Directory.EnumerateFileSystemEntries(spec.Folder).Any()) Directory.Delete(spec.Folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new KernelSpecException($"The kernel '{spec.Name}' in '{spec.Folder}' cannot be removed: its files may not be deleted by this account.", e);
        }
        return spec;
    }

    private static (string Name, KernelSpec? Holder) ChooseName(KernelInstallation installation)
    {
        if (installation.Name is { } asked)
        {
            var name = KernelName.Check(asked);
            return Holder(installation, name) is { } other ? throw Held(other, name) : (name, null);
        }
        if (Holder(installation, KernelName.Default) is not { } holder) return (KernelName.Default, null);
        return Holder(installation, KernelName.Second) is { } second ? throw Held(second, KernelName.Second) : (KernelName.Second, holder);
    }

    /// <summary>Another's kernel of this name. One of ours in the very folder was let in before, and is brought up to date.</summary>
    private static KernelSpec? Holder(KernelInstallation installation, string name) =>
        Own(installation.Kernels, name) is not null ? null
            : KernelSpecs.In([.. installation.Searched.Prepend(installation.Kernels)]).FirstOrDefault(spec => spec.Name == name && !spec.IsOwn);

    private static KernelSpec? Own(string kernels, string name) => KernelSpecs.Find([kernels], name) is { IsOwn: true } spec ? spec : null;

    private static KernelSpecException Held(KernelSpec other, string name) =>
        new($"Another kernel holds the name '{name}': {(other.DisplayName.Length > 0 ? $"\"{other.DisplayName}\" in " : "")}'{other.Folder}'. Install under another name, with --name, or remove that one first.");

    private static void Write(string folder, KernelInstallation installation, string name)
    {
        var isNew = !Directory.Exists(folder);
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var logo in KernelFiles.Logos) AtomicFile.Write(Path.Combine(folder, logo), KernelFiles.Logo(logo));
            AtomicFile.Write(Path.Combine(folder, KernelSpec.FileName), KernelFiles.Json(installation, name));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotebookException)
        {
            if (isNew) TryRemove(folder);
            throw new KernelSpecException($"The kernel cannot be installed in '{folder}': the folder cannot be made or written to. Choose another place with --prefix.", e);
        }
    }

    /// <summary>Takes back what was begun.</summary>
    private static void TryRemove(string folder)
    {
        try
        {
            foreach (var logo in KernelFiles.Logos) File.Delete(Path.Combine(folder, logo));
            if (Directory.Exists(folder)) Directory.Delete(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder without kernel.json is no kernel.
        }
    }
}
