using System.CommandLine;

namespace Phm.Cli.Kernels;

/// <summary><c>phm kernel start</c>: the kernel itself, which Jupyter starts.</summary>
internal static class KernelStartCommand
{
    public const string Name = "start";

    private static readonly Argument<string> ConnectionFile = new("connection-file") { Description = "The file with ports and key that Jupyter writes." };

    public static Command Create()
    {
        var command = new Command(Name,
            """
            Runs a kernel for a client that has written a connection file. Jupyter does so by itself.

            Ctrl-C, SIGINT, interrupts the cell that runs; SIGTERM ends the kernel in good order.

            Example:
              phm kernel start connection.json
            """)
        { ConnectionFile };
        command.SetAction(result => KernelProcess.RunAsync(result.GetValue(ConnectionFile)!));
        return command;
    }
}
