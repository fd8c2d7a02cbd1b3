using System.Diagnostics;

namespace Phm.Benchmarks;

/// <summary>A program that is run to its end.</summary>
internal static class ChildProcess
{
    /// <summary>What the program printed. Its errors go to the error stream of this one.</summary>
    /// <exception cref="InvalidOperationException">The program failed.</exception>
    public static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{Path.GetFileName(program)} ended with code {process.ExitCode}; its message stands above.");
    }
}
