namespace Phm.Benchmarks.Kernels;

/// <summary>What to measure of kernels.</summary>
/// <param name="Program">The published <c>phm</c>.</param>
/// <param name="Cells">How many trivial cells are timed in a round.</param>
/// <param name="Starts">How many starts are timed in a round.</param>
/// <param name="Rounds">How often the kernels take turns, so that a busy moment of the machine meets both.</param>
internal sealed record KernelOptions(string Program, int Cells, int Starts, int Rounds)
{
    /// <summary>The library that sessions load to be asked for completions.</summary>
    public static string Library => Path.GetFullPath(Path.Combine("artifacts", "phm", "Phm.dll"));
}
