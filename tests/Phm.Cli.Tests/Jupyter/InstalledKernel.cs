namespace Phm.Cli.Tests.Jupyter;

/// <summary>The kernel as a user installs it, below a folder of its own.</summary>
internal static class InstalledKernel
{
    /// <summary>Installs the kernel.</summary>
    /// <param name="folder">The prefix; the Python of <see cref="PythonTools"/> finds kernels there and nowhere else of a user's own.</param>
    /// <returns>Its name.</returns>
    public static async Task<string> InstallAsync(TemporaryFolder folder)
    {
        var result = await PhmProcess.RunAsync(folder.Path, "kernel", "install", "--prefix", folder.Path);
        Assert.True(result.ExitCode == 0, result.Error);
        return Path.GetFileName(Assert.Single(Directory.GetDirectories(folder[Path.Combine("share", "jupyter", "kernels")])));
    }
}
