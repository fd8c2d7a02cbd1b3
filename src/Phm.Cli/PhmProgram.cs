using System.Reflection;
using System.Reflection.PortableExecutable;

namespace Phm.Cli;

/// <summary>The program that runs: how it is started again, and what kind of build it is.</summary>
internal static class PhmProgram
{
    private static readonly Assembly Phm = typeof(PhmProgram).Assembly;

    /// <summary>Its version.</summary>
    public static string Version => Phm.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>The command line that starts the same program in the same form, to which arguments can be added.</summary>
    public static IReadOnlyList<string> Command()
    {
        var isPhm = Assembly.GetEntryAssembly() == Phm;
        var isHosted = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet";
        return isPhm && !isHosted ? [Environment.ProcessPath!] : [isHosted ? Environment.ProcessPath! : "dotnet", Phm.Location];
    }

    /// <summary>Whether it was compiled ahead of time, which its own file tells: a header for native code beside the managed one.</summary>
    public static bool IsCompiledAhead()
    {
        // A program in one file has no file for this part of it; only publishing makes such a program.
        if (Phm.Location.Length == 0) return true;
        using var image = new PEReader(File.OpenRead(Phm.Location));
        return image.PEHeaders.CorHeader is { ManagedNativeHeaderDirectory.Size: > 0 };
    }
}
