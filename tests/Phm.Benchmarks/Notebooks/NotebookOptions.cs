using System.Runtime.InteropServices;

namespace Phm.Benchmarks.Notebooks;

/// <summary>What to measure of the notebook engine.</summary>
/// <param name="Program">The published <c>phm</c>.</param>
/// <param name="Folder">The walkthroughs.</param>
/// <param name="Cells">How many trivial cells are timed.</param>
/// <param name="Starts">How many starts are timed.</param>
internal sealed record NotebookOptions(string Program, string Folder, int Cells, int Starts)
{
    /// <summary>How <see cref="Program"/> is made.</summary>
    public static string PublishCommand => $"dotnet publish src/Phm.Cli -c Release -r {RuntimeInformation.RuntimeIdentifier}";

    /// <summary>Where publishing puts it.</summary>
    public static string DefaultProgram =>
        Path.Combine("artifacts", "publish", "Phm.Cli", $"release_{RuntimeInformation.RuntimeIdentifier}", OperatingSystem.IsWindows() ? "Phm.Cli.exe" : "Phm.Cli");
}
