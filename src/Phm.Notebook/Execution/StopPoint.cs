using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Phm.Notebook.Execution;

/// <summary>
/// The engine puts a call of <see cref="Pass"/> into every loop and one of <see cref="Begin"/> into every function of a cell, so that code
/// which does not co-operate can be stopped without an abort of its thread. On Linux and macOS the runtime's abort (ControlledExecution) ends the whole process
/// in most loops that call or allocate; see dotnet/runtime issue 72703.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StopPoint
{
    /// <summary>
    /// How many stopped cells may still have code running. A field of the process because loops must read it at no cost; whether
    /// the reader's own cell is meant, <see cref="current"/> tells, so that an abandoned cell does not slow later ones.
    /// </summary>
    private static volatile int raised;

    /// <summary>The run to which the thread's code belongs at the moment.</summary>
    [ThreadStatic]
    private static CellRun? current;

    /// <summary>
    /// Whether somebody catches what is thrown here. What the pool runs without a task is the rest of an asynchronous method, which does, or
    /// a timer's tick, which does not: put to rest it would take a thread more at every tick.
    /// </summary>
    private static bool IsCaught => SynchronizationContext.Current is ControlledThreads || Task.CurrentId is not null
        || (Thread.CurrentThread.IsThreadPoolThread && UncaughtErrors.AreHandled);

    /// <summary>Ends the calling code if its cell has been stopped; otherwise costs the reading of a field.</summary>
    /// <exception cref="OperationCanceledException">The cell has been stopped.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Pass()
    {
        if (raised != 0) Check();
    }

    /// <summary>
    /// The same at the start of a function, whose calls of itself must end: without room for further ones they are an error of the cell;
    /// on a stack that runs over the process would end.
    /// </summary>
    /// <exception cref="OperationCanceledException">The cell has been stopped.</exception>
    /// <exception cref="InsufficientExecutionStackException">The calls are nested too deep.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Begin()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (raised != 0) Check();
    }

    /// <summary>The same for code that is called with a lock of others held, where a thread must not be put to rest.</summary>
    /// <returns>False where the thread's code is to end, and cannot end here.</returns>
    /// <exception cref="OperationCanceledException">The cell has been stopped.</exception>
    internal static bool TryPass()
    {
        if (raised == 0 || current is not { Stop.IsCancellationRequested: true } run) return true;
        return IsCaught ? throw new StoppedException(run.Stop) : false;
    }

    /// <summary>Told whenever a thread begins or ends to run code of a cell.</summary>
    internal static void Enter(CellRun? run) => current = run;

    internal static void Raise() => Interlocked.Increment(ref raised);

    internal static void Lower() => Interlocked.Decrement(ref raised);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Check()
    {
        if (current is { Stop.IsCancellationRequested: true } run) Stop(run);
    }

    private static void Stop(CellRun run)
    {
        if (IsCaught) throw new StoppedException(run.Stop);
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
