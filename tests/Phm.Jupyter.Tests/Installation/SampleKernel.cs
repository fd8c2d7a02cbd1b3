using Phm.Jupyter.Installation;

namespace Phm.Jupyter.Tests.Installation;

/// <summary>Kernels that tests install for themselves.</summary>
internal static class SampleKernel
{
    /// <summary>An installation of ours into a folder.</summary>
    public static KernelInstallation Into(string kernels, params string[] searched) =>
        new() { Kernels = kernels, Searched = searched, Command = ["/opt/phm/Phm.Cli", "kernel", "start"], Version = "1.2.3" };

    /// <summary>Writes another's kernel.</summary>
    /// <returns>What its file says.</returns>
    public static string WriteForeign(string kernels, string name, string? json = null)
    {
        json ??= """{"argv": ["other", "{connection_file}"], "display_name": "Other", "language": "C#"}""";
        Directory.CreateDirectory(Path.Combine(kernels, name));
        File.WriteAllText(Path.Combine(kernels, name, KernelSpec.FileName), json);
        return json;
    }
}
