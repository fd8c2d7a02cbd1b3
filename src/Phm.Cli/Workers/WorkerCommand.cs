using System.CommandLine;

namespace Phm.Cli.Workers;

/// <summary><c>phm worker</c>: runs one notebook for another <c>phm</c>, which tells it by a pipe what to do. Not for users.</summary>
internal static class WorkerCommand
{
    public const string Name = "worker";

    private static readonly Option<string> Reads = new("--reads") { Description = "Handle of the pipe with orders.", Required = true };
    private static readonly Option<string> Writes = new("--writes") { Description = "Handle of the pipe for news.", Required = true };

    public static Command Create()
    {
        var command = new Command(Name, "Runs one notebook for another phm.") { Reads, Writes };
        command.Hidden = true;
        command.SetAction(result => WorkingNotebook.RunAsync(result.GetValue(Reads)!, result.GetValue(Writes)!));
        return command;
    }

    /// <summary>The command line of a worker.</summary>
    public static IEnumerable<string> Arguments(string reads, string writes) => [Name, Reads.Name, reads, Writes.Name, writes];
}
