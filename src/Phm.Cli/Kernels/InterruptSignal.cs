using System.Runtime.InteropServices;

namespace Phm.Cli.Kernels;

/// <summary>SIGINT, or Ctrl-C, which stops the cell of a kernel and not the kernel.</summary>
internal static class InterruptSignal
{
    /// <summary>The number of SIGINT on every Unix.</summary>
    private const int Number = 2;

    /// <summary>
    /// Does something at every interrupt. A shell has the programs that it starts in the background ignore SIGINT, and so do all that they
    /// start; the runtime leaves a signal ignored that it finds so. But to a kernel it comes from its client, wherever that was started.
    /// </summary>
    /// <param name="action">Called on a thread of its own.</param>
    public static PosixSignalRegistration Handle(Action action)
    {
        if (!OperatingSystem.IsWindows()) _ = Restore(Number, 0);
        return PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;
            action();
        });
    }

    /// <summary>Gives a signal an action: 0 is the system's.</summary>
    [DllImport("libc", EntryPoint = "signal")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Restore(int signal, nint action);
}
