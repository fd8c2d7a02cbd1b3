using Phm.Notebook;
using Phm.Notebook.Running;

namespace Phm.Cli.Workers;

/// <summary>
/// Runs notebooks one after another, each in a process of its own: whatever a cell does to its process, the others run. While one
/// runs, the process of the next one starts and warms its compiler up.
/// </summary>
/// <param name="notebooks">How many notebooks are to come.</param>
/// <param name="memory">How much memory each may use.</param>
internal sealed class NotebookWorkers(int notebooks, WorkerMemory memory) : IAsyncDisposable
{
    private int coming = notebooks;
    private WorkerProcess? next;

    /// <summary>Starts the process of the first notebook while the caller still prepares.</summary>
    public void Prepare()
    {
        if (coming <= 0 || next is not null) return;
        try
        {
            next = WorkerProcess.Start(memory);
        }
        catch (NotebookException)
        {
            // Whoever needs it tries again, and tells.
        }
    }

    /// <summary>Runs a notebook. What goes wrong in it is in the report, the death of its process included.</summary>
    /// <param name="job">The notebook and the limits of its run.</param>
    /// <param name="progress">Told of each code cell when it starts and when it has ended.</param>
    /// <param name="cancellation">Stops the running cell and with it the run; the report says so.</param>
    /// <returns>The report; its document is that of the executed copy.</returns>
    /// <exception cref="NotebookException">The notebook cannot be read, is not C#, or its copy cannot be written.</exception>
    public async Task<RunReport> RunAsync(NotebookJob job, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        coming--;
        await using var worker = await TakeAsync();
        var run = new WorkerRun(worker, job, progress);
        run.Start();
        Prepare();
        return await run.ToEndAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (next is { } unused) await unused.DisposeAsync();
        next = null;
    }

    private async Task<WorkerProcess> TakeAsync()
    {
        var prepared = next;
        next = null;
        if (prepared is { HasEnded: false }) return prepared;
        if (prepared is not null) await prepared.DisposeAsync();
        return WorkerProcess.Start(memory);
    }
}
