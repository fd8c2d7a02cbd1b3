using System.Diagnostics;

namespace Phm.Cli.Tests;

/// <summary>
/// Other people's notebook tools, in the Python that has them. Where there is none a test is skipped with the reason; with
/// PHM_REQUIRE_TOOLS=1, as in continuous integration, it fails instead.
/// </summary>
internal static class PythonTools
{
    private static readonly string[] Interpreters = OperatingSystem.IsWindows() ? ["python"] : ["python3", "/usr/bin/python3"];

    /// <summary>Runs a program text in a Python that can import some modules.</summary>
    /// <param name="modules">What it must be able to import.</param>
    /// <param name="folder">The current folder, which is also its home and prefix: nobody's own settings and kernels are read.</param>
    /// <param name="arguments">The arguments of the interpreter.</param>
    public static async Task<string> RunAsync(string[] modules, TemporaryFolder folder, params string[] arguments)
    {
        var python = await FindAsync(modules, folder);
        if (python is null && Environment.GetEnvironmentVariable("PHM_REQUIRE_TOOLS") == "1") Assert.Fail($"There is no Python with {string.Join(" and ", modules)}.");
        Assert.SkipWhen(python is null, $"There is no Python with {string.Join(" and ", modules)} here; on Debian: apt-get install jupyter-nbconvert python3-nbformat python3-jupyter-client python3-nbclient.");
        var (exitCode, output, error) = await StartAsync(python!, folder, arguments);
        Assert.True(exitCode == 0, error);
        return output.ReplaceLineEndings("\n");
    }

    /// <summary>Whether there is a Python that can import a module.</summary>
    public static async Task<bool> HasAsync(string module, TemporaryFolder folder) => await FindAsync([module], folder) is not null;

    private static async Task<string?> FindAsync(string[] modules, TemporaryFolder folder)
    {
        foreach (var python in Interpreters)
        {
            try
            {
                if ((await StartAsync(python, folder, "-c", $"import {string.Join(", ", modules)}")).ExitCode == 0) return python;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                // There is no such program.
            }
        }
        return null;
    }

    private static async Task<(int ExitCode, string Output, string Error)> StartAsync(string program, TemporaryFolder folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = folder.Path, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, StandardOutputEncoding = System.Text.Encoding.UTF8 };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var setting in new[] { "HOME", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "IPYTHONDIR" }) start.Environment[setting] = folder.Path;
        start.Environment["JUPYTER_PATH"] = System.IO.Path.Combine(folder.Path, "share", "jupyter");
        start.Environment["PYTHONUTF8"] = "1";
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }
}
