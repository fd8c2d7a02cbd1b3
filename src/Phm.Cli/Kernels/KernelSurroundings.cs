using System.Runtime.InteropServices;

namespace Phm.Cli.Kernels;

/// <summary>What a kernel's process needs from its environment, and nobody else.</summary>
internal static class KernelSurroundings
{
    private const string Runtime = "DOTNET_ROOT";
    private const string Profiling = "DOTNET_TieredPGO";

    /// <summary>For the kernelspec: where .NET is, if it is not where the system keeps it; and no count of which branches cells take, as they run once.</summary>
    public static IReadOnlyDictionary<string, string> ToInstall()
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { [Profiling] = "0" };
        // The one for this kind of processor counts before the one for all.
        var root = Environment.GetEnvironmentVariable($"{Runtime}_{RuntimeInformation.ProcessArchitecture.ToString().ToUpperInvariant()}") ?? Environment.GetEnvironmentVariable(Runtime);
        if (root is { Length: > 0 }) environment[Runtime] = root;
        return environment;
    }

    /// <summary>In the kernel: what is meant for it alone is not handed on to programs that cells start.</summary>
    public static void Keep() => Environment.SetEnvironmentVariable(Profiling, null);
}
