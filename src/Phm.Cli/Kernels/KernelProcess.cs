using System.Diagnostics;
using System.Runtime.InteropServices;
using Phm.Jupyter;
using Phm.Jupyter.Serving;

namespace Phm.Cli.Kernels;

/// <summary>This process as a kernel: what signals mean to it, and where it writes what its operator may want to know.</summary>
internal static class KernelProcess
{
    private const string Parent = "JPY_PARENT_PID";

    /// <summary>What handlers of the process's end may take that cells have left behind. Jupyter kills what has not ended after 5 s.</summary>
    private static readonly TimeSpan ExitGrace = TimeSpan.FromSeconds(1);

    /// <summary>Serves until the client, the parent or the system wants it to end, and then ends the process.</summary>
    /// <exception cref="ConnectionFileException">The connection file cannot be used, or another program holds a port.</exception>
    public static async Task<int> RunAsync(string path)
    {
        KernelSurroundings.Keep();
        FailedThreads.Survive();
        var connection = ConnectionFile.Load(path);
        using var stop = new CancellationTokenSource();
        KernelServer? server = null;
        // Before there is a server, nothing runs that could be interrupted.
        using var interrupt = InterruptSignal.Handle(() => Volatile.Read(ref server)?.Interrupt());
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            stop.Cancel();
        });
        // Not by Console: cells take that over.
        using var log = new OperatorLog(Console.OpenStandardError());
        var options = new KernelServerOptions
        {
            Parent = Environment.GetEnvironmentVariable(Parent),
            Log = log.Write,
            Practises = true,
            EndProcess = End,
        };
        await using (var serving = new KernelServer(connection, options))
        {
            Volatile.Write(ref server, serving);
            await serving.RunAsync(stop.Token);
        }
        log.Dispose();
        End();
        return ExitCode.Success;
    }

    /// <summary>Ends the process. Threads that cells have left behind do not keep it, nor does a handler of its end that never returns.</summary>
    private static void End()
    {
        new Thread(static () =>
        {
            Thread.Sleep(ExitGrace);
            Process.GetCurrentProcess().Kill();
        })
        { IsBackground = true, Name = "end" }.UnsafeStart();
        Environment.Exit(ExitCode.Success);
    }
}
