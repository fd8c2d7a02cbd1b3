using System.Globalization;
using System.Runtime;
using System.Runtime.ExceptionServices;

namespace Phm.Notebook.Execution;

/// <summary>
/// Threads on which a cell's code can be stopped even where it does not co-operate. The first runs the cell; code after an
/// <c>await</c> runs on further ones, so a cell that blocks on a task never waits for itself.
/// </summary>
#pragma warning disable CA1001 // The source of the abort outlives the run: abandoned threads still look at it. It holds nothing but memory.
internal sealed class ControlledThreads : SynchronizationContext
#pragma warning restore CA1001
{
    private const int StackBytes = 16 * 1024 * 1024;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan WakePeriod = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan AbortAfter = TimeSpan.FromMilliseconds(500);

    private readonly CancellationToken stop;

    /// <summary>
    /// Apart from <see cref="stop"/>: the runtime's abort waits in its cancellation callback until the thread has ended, and nobody
    /// else who hears of the stop may wait behind it.
    /// </summary>
    private readonly CancellationTokenSource abort = new();
    private readonly Action<Exception> unobserved;
    private readonly Action raise;
    private readonly Queue<(SendOrPostCallback Callback, object? State)> work = new();
    private readonly List<Thread> threads = [];
    private readonly ManualResetEventSlim woken = new();
    private readonly ManualResetEventSlim finished = new();
    private Exception? failure;
    private int idle;
    private bool ended;

    /// <param name="unobserved">Told of exceptions that nothing awaits, as those of <c>async void</c>.</param>
    /// <param name="raise">Raises the stop points of the cell when it is stopped.</param>
    /// <param name="stop">Stops the cell.</param>
    public ControlledThreads(Action<Exception> unobserved, Action raise, CancellationToken stop)
    {
        this.stop = stop;
        this.raise = raise;
        this.unobserved = unobserved;
    }

    /// <summary>
    /// Runs the body to its end, or to the stop, or to the end of the grace after a stop. Nothing here waits for a thread of the pool: the
    /// body's tasks may keep all of them busy.
    /// </summary>
    /// <returns>False where the body would not stop and was abandoned with its threads.</returns>
    /// <exception cref="OperationCanceledException">The body was stopped.</exception>
    public bool Run(Func<Task> body, TimeSpan grace)
    {
        Start(() => RunFirst(body));
        using (stop.UnsafeRegister(_ => Raise(), null)) woken.Wait(CancellationToken.None);
        if (!finished.IsSet) Stop(grace);
        lock (work)
        {
            ended = true;
            Monitor.PulseAll(work);
        }
        if (!finished.IsSet) return false;
        if (failure is not null) ExceptionDispatchInfo.Throw(failure);
        return true;
    }

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (work)
        {
            if (ended)
            {
                ThreadPool.QueueUserWorkItem(_ => d(state));
                return;
            }
            work.Enqueue((d, state));
            if (idle >= work.Count) Monitor.Pulse(work);
            else Start(RunPosted);
        }
    }

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;

    private void Start(Action action)
    {
        var thread = new Thread(() => action(), StackBytes)
        {
            IsBackground = true,
            CurrentCulture = CultureInfo.InvariantCulture,
            CurrentUICulture = CultureInfo.InvariantCulture,
        };
        lock (work) threads.Add(thread);
        thread.Start();
    }

    /// <summary>Done on the thread that stops the cell: its tasks may keep every thread of the pool busy until they meet a stop point.</summary>
    private void Raise()
    {
        raise();
        woken.Set();
    }

    private void RunFirst(Func<Task> body)
    {
        try
        {
            SetSynchronizationContext(this);
            Control(() => body().GetAwaiter().GetResult());
        }
        catch (Exception e)
        {
            failure = stop.IsCancellationRequested ? new OperationCanceledException(stop) : e;
        }
        TellOfEnd();
    }

    /// <summary>A late interrupt may still wait for this thread, and would take effect where telling has to wait for a lock.</summary>
    private void TellOfEnd()
    {
        try
        {
            finished.Set();
            woken.Set();
        }
        catch (ThreadInterruptedException)
        {
            TellOfEnd();
        }
    }

    private void RunPosted()
    {
        try
        {
            SetSynchronizationContext(this);
            while (Take() is { } next) RunOne(next.Callback, next.State);
        }
        catch (ThreadInterruptedException)
        {
            // The cell was stopped; what it left queued has no reader.
        }
    }

    private void RunOne(SendOrPostCallback callback, object? state)
    {
        try
        {
            Control(() => callback(state));
        }
        catch (Exception e)
        {
            if (!stop.IsCancellationRequested) unobserved(e);
        }
    }

    private (SendOrPostCallback Callback, object? State)? Take()
    {
        lock (work)
        {
            idle++;
            try
            {
                while (work.Count == 0)
                {
                    if (ended || !Monitor.Wait(work, Idle)) return null;
                }
                return work.Dequeue();
            }
            finally
            {
                idle--;
            }
        }
    }

    /// <summary>Where the runtime can abort a thread without harm, it may: see <see cref="StopPoint"/> for where it cannot.</summary>
    private void Control(Action action)
    {
        if (!OperatingSystem.IsWindows())
        {
            action();
            return;
        }
#pragma warning disable SYSLIB0046 // Obsolete because an abort can leave shared state torn. It comes last, when code has passed no stop point for long.
        ControlledExecution.Run(action, abort.Token);
#pragma warning restore SYSLIB0046
    }

    /// <summary>
    /// Ends the body by its stop points, and by waking threads that sleep or wait, where a stop point is not reached; then by an abort.
    /// </summary>
    private void Stop(TimeSpan grace)
    {
        for (var waited = TimeSpan.Zero; waited < grace && !finished.IsSet; waited += WakePeriod)
        {
            if (waited >= AbortAfter && !abort.IsCancellationRequested) new Thread(abort.Cancel) { IsBackground = true }.UnsafeStart();
            lock (work)
            {
                foreach (var thread in threads)
                    if ((thread.ThreadState & ThreadState.WaitSleepJoin) != 0) thread.Interrupt();
            }
            finished.Wait(WakePeriod, CancellationToken.None);
        }
    }
}
