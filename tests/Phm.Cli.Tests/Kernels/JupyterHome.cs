using System.Diagnostics;

namespace Phm.Cli.Tests.Kernels;

/// <summary>An account of its own as far as Jupyter goes: nothing of the real one is read or changed.</summary>
internal sealed class JupyterHome : IDisposable
{
    private static readonly string[] Elsewhere = ["JUPYTER_PATH", "JUPYTER_PREFER_ENV_PATH", "XDG_DATA_HOME", "VIRTUAL_ENV", "CONDA_PREFIX", "PYTHONUSERBASE", "DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64"];

    /// <summary>The account's folder, which is also that of Jupyter's data.</summary>
    public TemporaryFolder Folder { get; } = new();

    /// <summary>What is added to the environment of <c>phm</c>.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>The account's folder of kernels.</summary>
    public string Kernels => Folder["kernels"];

    /// <summary>Runs <c>phm kernel</c> with some arguments.</summary>
    public async Task<PhmResult> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        return await PhmProcess.EndAsync(process);
    }

    /// <summary>Starts <c>phm kernel</c> and does not wait.</summary>
    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Folder.Path, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var argument in (string[])[typeof(PhmCommand).Assembly.Location, "kernel", .. arguments]) start.ArgumentList.Add(argument);
        foreach (var name in Elsewhere) start.Environment.Remove(name);
        foreach (var name in (string[])["HOME", "USERPROFILE", "APPDATA", "JUPYTER_DATA_DIR", "IPYTHONDIR"]) start.Environment[name] = Folder.Path;
        foreach (var (name, value) in Variables) start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    /// <summary>Writes a kernel of another's.</summary>
    /// <returns>Its folder.</returns>
    public string WriteForeign(string name, string displayName, string program)
    {
        var folder = Path.Combine(Kernels, name);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "kernel.json"), $$"""{"argv": ["{{program}}", "{connection_file}"], "display_name": "{{displayName}}", "language": "other"}""");
        return folder;
    }

    public void Dispose() => Folder.Dispose();
}
