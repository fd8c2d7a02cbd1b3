namespace Phm.Jupyter.Installation;

/// <summary>
/// The folders in which Jupyter looks for kernels, in its own order: those of JUPYTER_PATH, the user's, the environment's, the
/// system's. Where a name is in several, the first counts. As in jupyter_core's <c>paths</c>; what Python alone knows, its prefix,
/// is taken from the environment that is active.
/// </summary>
public sealed class JupyterPaths
{
    private static readonly string[] Unset = ["no", "n", "false", "off", "0", "0.0"];

    private readonly JupyterSystem system;
    private readonly Func<string, string?> variable;
    private readonly string home;

    internal JupyterPaths(JupyterSystem system, Func<string, string?> variable, string home)
    {
        this.system = system;
        this.variable = name => variable(name) is { Length: > 0 } value ? value : null;
        this.home = home;
    }

    /// <summary>The paths of this account on this machine.</summary>
    public static JupyterPaths Current { get; } = new(
        OperatingSystem.IsWindows() ? JupyterSystem.Windows : OperatingSystem.IsMacOS() ? JupyterSystem.Mac : JupyterSystem.Unix,
        Environment.GetEnvironmentVariable,
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));

    /// <summary>The folder for the user's own kernels.</summary>
    public string UserKernels => Path.Combine(DataFolder(), "kernels");

    /// <summary>Every folder that may hold kernels, the one that counts first at the beginning. They need not exist.</summary>
    public IReadOnlyList<string> Kernels() =>
        [.. DataFolders().Select(folder => Path.Combine(folder, "kernels")).Append(Path.Combine(variable("IPYTHONDIR") ?? Path.Combine(home, ".ipython"), "kernels")).Distinct(PathComparer)];

    /// <summary>The folder for kernels below a prefix, an environment of Python for instance.</summary>
    public static string KernelsBelow(string prefix) => Path.Combine(Path.GetFullPath(prefix), "share", "jupyter", "kernels");

    /// <summary>Whether two paths are written alike.</summary>
    internal static StringComparer PathComparer => OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    /// <summary>Jupyter's folders for data, the one that counts first at the beginning.</summary>
    internal IEnumerable<string> DataFolders()
    {
        string[] system = [.. SystemFolders()];
        string[] user = [DataFolder(), .. PythonUserFolder() is { } python ? [Path.Combine(python, "share", "jupyter")] : Array.Empty<string>()];
        string[] environment = Prefix() is { } prefix ? [Path.Combine(prefix, "share", "jupyter")] : [];
        var preferred = (variable("JUPYTER_PATH") ?? "").Split(this.system == JupyterSystem.Windows ? ';' : ':', StringSplitOptions.RemoveEmptyEntries).Select(Path.TrimEndingDirectorySeparator);
        return [.. preferred, .. PrefersEnvironment() ? [.. environment, .. user] : (string[])[.. user, .. environment], .. system];
    }

    private string DataFolder() => variable("JUPYTER_DATA_DIR") ?? system switch
    {
        JupyterSystem.Mac => Path.Combine(home, "Library", "Jupyter"),
        JupyterSystem.Windows => variable("APPDATA") is { } roaming ? Path.Combine(roaming, "jupyter") : Path.Combine(variable("JUPYTER_CONFIG_DIR") ?? Path.Combine(home, ".jupyter"), "data"),
        _ => Path.Combine(variable("XDG_DATA_HOME") ?? Path.Combine(home, ".local", "share"), "jupyter"),
    };

    /// <summary>Where Python keeps what a user has installed for himself.</summary>
    private string? PythonUserFolder() => variable("PYTHONUSERBASE")
        ?? (system != JupyterSystem.Windows ? Path.Combine(home, ".local") : variable("APPDATA") is { } roaming ? Path.Combine(roaming, "Python") : null);

    private IEnumerable<string> SystemFolders() =>
        system != JupyterSystem.Windows ? ["/usr/local/share/jupyter", "/usr/share/jupyter"] : variable("PROGRAMDATA") is { } all ? [Path.Combine(all, "jupyter")] : [];

    private string? Prefix() => variable("VIRTUAL_ENV") ?? variable("CONDA_PREFIX");

    private bool PrefersEnvironment() => !Unset.Contains(variable("JUPYTER_PREFER_ENV_PATH") ?? "no", StringComparer.OrdinalIgnoreCase);
}
