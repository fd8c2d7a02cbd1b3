using System.Diagnostics;

namespace Phm.Cli.Workers;

/// <summary>How a worker is started: the program that runs, in the same form, with a verb of its own.</summary>
internal static class WorkerProgram
{
    private const string HeapLimit = "DOTNET_GCHeapHardLimit";
    private const string Profiling = "DOTNET_TieredPGO";

    /// <summary>The command line and surroundings of a worker, to which arguments can be added.</summary>
    public static ProcessStartInfo StartInfo(WorkerMemory memory)
    {
        var start = new ProcessStartInfo { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        var command = PhmProgram.Command();
        start.FileName = command[0];
        foreach (var argument in command.Skip(1)) start.ArgumentList.Add(argument);
        start.Environment[HeapLimit] = memory.Hexadecimal;
        // Cells run once: counting how often their branches are taken costs more than it gives.
        start.Environment[Profiling] = "0";
        return start;
    }

    /// <summary>In the worker: what is meant for it alone is not handed on to programs that cells start.</summary>
    public static void KeepSurroundings()
    {
        Environment.SetEnvironmentVariable(HeapLimit, null);
        Environment.SetEnvironmentVariable(Profiling, null);
    }
}
