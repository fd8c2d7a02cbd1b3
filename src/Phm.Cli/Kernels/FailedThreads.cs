using Phm.Notebook.Execution;

namespace Phm.Cli.Kernels;

/// <summary>What threads, timers and work items of cells throw and nobody catches costs a kernel neither its process nor its session.</summary>
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
