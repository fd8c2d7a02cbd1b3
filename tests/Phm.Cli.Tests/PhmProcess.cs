using System.Diagnostics;

namespace Phm.Cli.Tests;

/// <summary>Runs <c>phm</c> as a user does: as a process of its own.</summary>
internal static class PhmProcess
{
    public static async Task<PhmResult> RunAsync(string directory, params string[] arguments)
    {
        using var process = Start(directory, arguments);
        return await EndAsync(process);
    }

    /// <summary>Starts it and does not wait; its streams are to be read by <see cref="EndAsync"/>.</summary>
    public static Process Start(string directory, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.ArgumentList.Add(typeof(PhmCommand).Assembly.Location);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    public static async Task<PhmResult> EndAsync(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, await error);
    }
}
