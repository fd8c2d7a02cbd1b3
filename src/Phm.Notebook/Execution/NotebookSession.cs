using System.Diagnostics;
using Phm.Notebook.Assistance;
using Phm.Notebook.CSharp;
using Phm.Notebook.Directives;
using Phm.Notebook.Formatting;
using Phm.Notebook.Kernels;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Execution;

/// <summary>
/// Executes the cells of one notebook, one after another, each seeing what earlier ones declared. A cell that fails, is
/// interrupted or runs out of time leaves the session and its variables as they are.
/// </summary>
/// <remarks>
/// Cells take over the process's console, current folder and culture while they run, so a process runs one cell at a time;
/// cells of other sessions wait. The session may be used from any thread.
/// </remarks>
public sealed partial class NotebookSession : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly KernelDirectory kernels;
    private readonly CSharpKernel csharp;
    private readonly MemoryReserve memory;
    private CancellationTokenSource? interrupt;
    private int displayIds;
    private bool disposed;

    /// <summary>A session that has executed nothing yet.</summary>
    /// <param name="options">Where and within what limits cells run.</param>
    public NotebookSession(SessionOptions? options = null)
    {
        Options = options ?? new SessionOptions();
        Directory = Path.GetFullPath(Options.Directory ?? Environment.CurrentDirectory);
        if (!System.IO.Directory.Exists(Directory)) throw new DirectoryNotFoundException($"There is no folder '{Options.Directory}' to run a notebook in.");
        Paths = new RelativePaths(Directory);
        Outputs = new OutputAllowance(Options.TotalCharacters);
        memory = new MemoryReserve(Options.MemoryReserve);
        csharp = new CSharpKernel(this);
        kernels = new KernelDirectory(csharp);
        Assistant = new Assistant(this);
    }

    /// <summary>The options with which the session was made.</summary>
    public SessionOptions Options { get; }

    /// <summary>How many cells have been executed.</summary>
    public int ExecutionCount { get; private set; }

    /// <summary>The variables that cells have declared, by name.</summary>
    public IReadOnlyList<SessionVariable> Variables => csharp.Variables;

    internal IReadOnlyList<string> ReferencedAssemblies => csharp.ReferencedAssemblies;

    internal string Directory { get; }

    internal RelativePaths Paths { get; }

    /// <summary>What the session's outputs may still hold.</summary>
    internal OutputAllowance Outputs { get; }

    internal ValueFormatter Formatter { get; } = new();

    internal FileReads Reads { get; } = new();

    internal KernelDirectory Kernels => kernels;

    internal CSharpKernel CSharp => csharp;

    /// <summary>
    /// Loads the compiler and compiles a first expression, so that the first cell of the process does not pay for it. Safe to
    /// start early and leave unawaited.
    /// </summary>
    public static Task WarmUpAsync() => Task.Run(CompilerWarmUp.Run);

    /// <summary>
    /// Lets the runtime get to know the compiler, for a few seconds in which nothing else is to be done: what it does often is made fast
    /// before a person's cells have done it often. For sessions that live long.
    /// </summary>
    /// <param name="isFree">Whether nothing else is to be done. Asked often.</param>
    /// <param name="cancellationToken">Ends the practice.</param>
    public static Task PractiseAsync(Func<bool> isFree, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(() => CompilerWarmUp.Practise(isFree, cancellationToken), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Executes a cell. A failing cell does not throw; its result says what happened.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="publish">Receives the outputs, in order, while the cell runs; called on the threads that make them, one at a time.</param>
    /// <param name="cancellationToken">Stops the cell, even where its code does not co-operate.</param>
    /// <exception cref="InvalidOperationException">The caller is itself a cell.</exception>
    public async Task<CellResult> ExecuteAsync(CellRequest cell, Action<CellOutput>? publish = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ObjectDisposedException.ThrowIf(disposed, this);
        if (string.IsNullOrWhiteSpace(cell.Source)) return new CellResult { Status = CellStatus.Ok };
        if (CellRun.Current is { IsOpen: true }) throw ProcessStage.Nested();
        // A free session takes the cell even where it is to be stopped already: its end is then that of any stopped cell.
        if (!turn.Wait(0, CancellationToken.None)) await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var number = cell is { Silent: false, TakesNumber: true } ? ++ExecutionCount : ExecutionCount;
            using var limit = new CellLimit(cell.Timeout ?? Options.CellTimeout, cancellationToken);
            interrupt = limit.Source;
            using var run = new CellRun(this, cell, number, publish ?? (static _ => { }), limit);
            return await OnOwnThread(() => ExecuteAsync(run, limit)).ConfigureAwait(false);
        }
        finally
        {
            interrupt = null;
            turn.Release();
        }
    }

    /// <summary>Stops the running cell, if there is one. The session goes on.</summary>
    /// <returns>Whether a cell was running.</returns>
    public bool Interrupt()
    {
        try
        {
            if (interrupt is not { } running) return false;
            running.Cancel();
            return true;
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
    }

    /// <summary>Interrupts what runs and ends the session.</summary>
    public void Dispose()
    {
        if (disposed) return;
        disposed = true;
        Interrupt();
    }

    internal string NextDisplayId() => $"display-{Interlocked.Increment(ref displayIds)}";

    /// <summary>
    /// Not on a thread of the pool, and told to who waits by that same thread: tasks that cells have left behind may keep every one of the
    /// pool busy, and no cell's end may wait for them. (Its beginning still does: the compiler wants a thread of the pool.)
    /// </summary>
    private static Task<CellResult> OnOwnThread(Func<Task<CellResult>> execute)
    {
        var result = new TaskCompletionSource<CellResult>();
        new Thread(() =>
        {
            var executed = execute();
            ((Task)executed).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().GetResult();
            result.SetFromTask(executed);
        })
        { IsBackground = true, Name = "cell" }.UnsafeStart();
        return result.Task;
    }

    private async Task<CellResult> ExecuteAsync(CellRun run, CellLimit limit)
    {
        var clock = Stopwatch.StartNew();
        CellRun.Current = run;
        var error = await CatchAsync(run, limit).ConfigureAwait(false);
        var status = error is null ? CellStatus.Ok : limit.StatusOf(error);
        if (error is not null) run.Channel.Publish(new ErrorOutput(error.Name, error.Message, error.Traceback));
        return new CellResult
        {
            Status = status,
            ExecutionCount = run.Request is { Silent: false, TakesNumber: true } ? run.Number : null,
            Value = run.Value,
            Shown = run.Shown,
            Error = error,
            Duration = clock.Elapsed,
        };
    }

    private async Task<CellError?> CatchAsync(CellRun run, CellLimit limit)
    {
        try
        {
            using var stage = await ProcessStage.EnterAsync(run, limit.Token).ConfigureAwait(false);
            await ExecuteStepsAsync(run).ConfigureAwait(false);
            run.Finish();
            return null;
        }
        // Before errors of the cell's own: a compiler that was stopped half-way may find faults where there are none.
        catch (Exception) when (limit.Token.IsCancellationRequested)
        {
            return limit.Error();
        }
        catch (CellFailedException e)
        {
            return e.Error;
        }
        catch (Exception e) when (MemoryReserve.IsShortage(e))
        {
            memory.Release();
            return MemoryReserve.Explain(ExceptionReport.Of(e, run.Label, Paths, csharp.Current));
        }
        catch (Exception e)
        {
            return ExceptionReport.Of(e, run.Label, Paths, csharp.Current);
        }
    }

    private async Task ExecuteStepsAsync(CellRun run)
    {
        try
        {
            foreach (var step in CellSplitter.Split(run.Request.Source, run.Request.KernelName, kernels.IsKernel))
                await step.ExecuteAsync(run, kernels).ConfigureAwait(false);
        }
        catch
        {
            await run.TryShowLastAsync().ConfigureAwait(false);
            throw;
        }
        run.ShowLast();
    }
}
