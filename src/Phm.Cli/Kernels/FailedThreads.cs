using Phm.Notebook.Execution;

namespace Phm.Cli.Kernels;

/// <summary>
/// Threads, timers and work items of cells that end with an exception that nobody catches. The runtime would end the process, and the
/// session with all that was loaded would be lost.
/// </summary>
internal static class FailedThreads
{
    /// <summary>From now on such an exception is told on the error stream, of the cell if it still runs, and the process lives on.</summary>
    public static void Survive() => UncaughtErrors.Handle(static exception =>
    {
        try
        {
            Console.Error.WriteLine($"A thread ended with an exception that nobody caught: {exception.GetType()}: {exception.Message}");
        }
        catch (Exception)
        {
            // The cell is being stopped, or nobody reads the stream any more.
        }
        return true;
    });
}
