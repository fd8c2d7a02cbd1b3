using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Phm.Notebook.Execution;

namespace Phm.Notebook.CSharp;

/// <summary>A project as the SDK on this machine builds it: optimised, with its packages beside its assembly. What it prints is shown only where it fails.</summary>
/// <param name="project">The project's file.</param>
/// <param name="paths">Makes paths in messages relative to the notebook.</param>
internal sealed partial class ProjectBuild(string project, RelativePaths paths)
{
    private const int MostErrors = 5;
    private const int LongestOutput = 200_000;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Settings of the process that runs the notebook and not of the build: its memory limit, and what another build that it may be
    /// part of has left to its children.
    /// </summary>
    private static readonly string[] OwnSettings = ["DOTNET_GC", "COMPlus_GC", "MSBUILD"];

    /// <summary>Builds it, which takes a second or two where nothing has changed.</summary>
    /// <returns>The assembly's file, or why there is none.</returns>
    /// <exception cref="OperationCanceledException">The cell was stopped; the build is, too.</exception>
    public async Task<(string? Assembly, string Problem)> RunAsync(CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Limit);
        using var process = new Process { StartInfo = Start() };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return (null, "there is no 'dotnet' command to build it with. Install the .NET SDK, or reference the built DLL.");
        }
        try
        {
            process.StandardInput.Close();
            var (output, errors) = (ReadAsync(process.StandardOutput, limit.Token), ReadAsync(process.StandardError, limit.Token));
            await process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
            return Outcome(process.ExitCode, (await output.ConfigureAwait(false)).Trim(), await errors.ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return (null, $"its build took longer than {Limit.TotalMinutes:0} minutes and was stopped.");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private (string? Assembly, string Problem) Outcome(int exitCode, string output, string errors)
    {
        if (exitCode == 0 && output.Length > 0 && !output.Contains('\n') && File.Exists(output)) return (output, "");
        if (exitCode == 0) return (null, "it builds no single assembly. A project for several frameworks cannot be referenced: reference one of its DLLs.");
        var located = Error().Matches(errors + "\n" + output).Select(match => match.Value.Trim()).Distinct(StringComparer.Ordinal).ToList();
        if (located.Count == 0) return (null, $"its build failed: {paths.Relative(FirstLine(errors.Trim().Length > 0 ? errors : output))}");
        var lines = located.Take(MostErrors).Select(error => $"\n   {paths.Relative(error)}");
        return (null, "it does not build:" + string.Concat(lines) + (located.Count > MostErrors ? $"\n   … and {located.Count - MostErrors} more errors" : ""));
    }

    private static string FirstLine(string text) => text.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0) ?? "the SDK gives no reason.";

    private ProcessStartInfo Start()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Path.GetDirectoryName(project)!,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        // Servers that a build starts would outlive the notebook.
        string[] arguments = ["build", project, "-t:Build", "-getProperty:TargetPath", "-c", "Release", "--disable-build-servers", "-p:CopyLocalLockFileAssemblies=true"];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var name in start.Environment.Keys.Where(name => OwnSettings.Any(own => name.StartsWith(own, StringComparison.OrdinalIgnoreCase))).ToList()) start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        return start;
    }

    /// <summary>Reads to the end, so that the build never waits for its reader, and keeps a bounded beginning.</summary>
    private static async Task<string> ReadAsync(StreamReader reader, CancellationToken stop)
    {
        var text = new System.Text.StringBuilder();
        while (await reader.ReadLineAsync(stop).ConfigureAwait(false) is { } line)
            if (text.Length < LongestOutput) text.Append(line).Append('\n');
        return text.ToString();
    }

    /// <summary>An error with its place, without the project's name that the SDK repeats at the end of each.</summary>
    [GeneratedRegex(@"^.*?\berror [A-Z]+\d+: .*?(?=\s*\[[^\]]*\]\s*$|$)", RegexOptions.Multiline)]
    private static partial Regex Error();
}
