using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Phm.Notebook.Execution;

/// <summary>
/// The engine puts a call of <see cref="Pass"/> into every loop and function of a cell, so that code which does not co-operate can
/// be stopped without an abort of its thread. On Linux and macOS the runtime's abort (ControlledExecution) ends the whole process
/// in most loops that call or allocate; see dotnet/runtime issue 72703.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StopPoint
{
    /// <summary>How many stopped cells may still have code running. A field of the process because loops must read it at no cost.</summary>
    private static volatile int raised;

    /// <summary>Ends the calling code if its cell has been stopped; otherwise costs the reading of a field.</summary>
    /// <exception cref="OperationCanceledException">The cell has been stopped.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Pass()
    {
        if (raised != 0) Stop();
    }

    internal static void Raise() => Interlocked.Increment(ref raised);

    internal static void Lower() => Interlocked.Decrement(ref raised);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Stop()
    {
        if (CellRun.Current is not { Stop.IsCancellationRequested: true } run) return;
        if (SynchronizationContext.Current is ControlledThreads || Task.CurrentId is not null) throw new OperationCanceledException(run.Stop);
        // On a thread that the cell has started itself nobody would catch the exception and the process would end: it is put to rest instead.
        Thread.CurrentThread.IsBackground = true;
        while (true)
        {
            try
            {
                Thread.Sleep(Timeout.Infinite);
            }
            catch (ThreadInterruptedException)
            {
                // Nobody may wake it.
            }
        }
    }
}
