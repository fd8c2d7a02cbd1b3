namespace Phm.Jupyter.Installation;

/// <summary>The places in a kernel's command line that Jupyter fills in when it starts the kernel.</summary>
internal static class KernelPlaces
{
    /// <summary>The path of the connection file.</summary>
    public const string ConnectionFile = "{connection_file}";

    /// <summary>The kernel's own folder.</summary>
    public const string ResourceFolder = "{resource_dir}";
}
