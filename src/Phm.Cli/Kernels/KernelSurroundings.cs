using System.Runtime.InteropServices;

namespace Phm.Cli.Kernels;

/// <summary>What a kernel's process needs from its environment, and nobody else.</summary>
internal static class KernelSurroundings
{
    private const string Runtime = "DOTNET_ROOT";

    /// <summary>
    /// How the runtime compiles. It does not count which branches cells take, as they run once. And it counts calls from the start, where it
    /// would otherwise wait for 100 ms without any new method: every cell is a new method, so in a run of cells that time never comes.
    /// </summary>
    private static readonly Dictionary<string, string> Compiling = new(StringComparer.Ordinal) { ["DOTNET_TC_CallCountingDelayMs"] = "0", ["DOTNET_TieredPGO"] = "0" };

    /// <summary>For the kernelspec: how the runtime compiles; and where it is, if it is not where the system keeps it.</summary>
    public static IReadOnlyDictionary<string, string> ToInstall()
    {
        var environment = new Dictionary<string, string>(Compiling, StringComparer.Ordinal);
        // The one for this kind of processor counts before the one for all.
        var root = Environment.GetEnvironmentVariable($"{Runtime}_{RuntimeInformation.ProcessArchitecture.ToString().ToUpperInvariant()}") ?? Environment.GetEnvironmentVariable(Runtime);
        if (root is { Length: > 0 }) environment[Runtime] = root;
        return environment;
    }

    /// <summary>In the kernel: what is meant for it alone is not handed on to programs that cells start.</summary>
    public static void Keep()
    {
        foreach (var name in Compiling.Keys) Environment.SetEnvironmentVariable(name, null);
    }
}
