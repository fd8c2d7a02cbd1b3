using System.Diagnostics;
using Phm.Notebook;
using Phm.Notebook.Documents;
using Phm.Notebook.Execution;
using Phm.Notebook.Outputs;
using Phm.Notebook.Running;

namespace Phm.Cli.Workers;

/// <summary>One notebook in one worker, as the parent sees it: its progress, its report, or what can be told of its death.</summary>
internal sealed class WorkerRun(WorkerProcess worker, NotebookJob job, IProgress<RunProgress>? progress)
{
    /// <summary>How long a worker may take to end after its last word.</summary>
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(10);

    /// <summary>How long a cancelled worker has to stop its cell and save.</summary>
    private static readonly TimeSpan CancelPatience = TimeSpan.FromSeconds(6);

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly List<CellReport> ended = [];
    private RunProgress? running;
    private string? killed;

    /// <summary>Hands the notebook to the worker. A copy of an earlier run must not be taken for that of this one.</summary>
    public void Start()
    {
        try
        {
            File.Delete(job.OutputPath);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NotebookException($"{job.OutputPath}: the copy of an earlier run cannot be replaced.", e);
        }
        worker.Send(new WorkerMessage.Run(job));
    }

    /// <summary>Waits for the end.</summary>
    public async Task<RunReport> ToEndAsync(CancellationToken cancellation)
    {
        WorkerMessage? last = null;
        using var finished = new CancellationTokenSource();
        await using (cancellation.Register(() => _ = CancelAsync(finished.Token)))
        {
            while (await NextAsync() is { } message)
            {
                last = message;
                if (message is WorkerMessage.Step step) Note(step.Progress);
                else break;
            }
            var exitCode = await worker.EndAsync(EndPatience);
            await finished.CancelAsync();
            return last switch
            {
                WorkerMessage.Done done => done.Report.ToReport(Copy(), job.Path),
                WorkerMessage.Refused refused => throw new NotebookException(refused.Problem),
                _ => Dead(last, exitCode, cancellation.IsCancellationRequested),
            };
        }
    }

    /// <summary>The worker's next message; null when it has ended, or was killed because it said nothing for too long.</summary>
    private async Task<WorkerMessage?> NextAsync()
    {
        using var silence = new CancellationTokenSource(job.CellTimeout + job.Patience);
        try
        {
            return await worker.Messages.WaitToReadAsync(silence.Token) && worker.Messages.TryRead(out var message) ? message : null;
        }
        catch (OperationCanceledException)
        {
            Kill("the process did not answer long after the cell's time limit, and was killed.");
            return null;
        }
    }

    private void Kill(string why)
    {
        killed = why;
        worker.Kill();
    }

    private void Note(RunProgress step)
    {
        running = step;
        if (step.Ended is { } report) ended.Add(report);
        progress?.Report(step);
    }

    private async Task CancelAsync(CancellationToken finished)
    {
        worker.Send(new WorkerMessage.Cancel());
        await Task.Delay(CancelPatience, finished).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (finished.IsCancellationRequested) return;
        Kill("the run was cancelled, but the process did not answer within a few seconds and was killed.");
    }

    /// <summary>The report that the worker could not make any more. The copy is what it had saved, with the error in its place.</summary>
    private RunReport Dead(WorkerMessage? last, int exitCode, bool isCancelled)
    {
        var why = killed ?? (isCancelled ? "the run was cancelled, and the process ended before it could save." : null) ?? WorkerDeath.Explain(last, exitCode, worker.Error, worker.Memory);
        var document = File.Exists(job.OutputPath) ? Copy() : Untouched();
        var reports = new List<CellReport>();
        NotebookExecutionException? failure = null;
        for (var i = 0; i < document.Cells.Count; i++)
        {
            var cell = document.Cells[i];
            if (cell.Kind != CellKind.Code) continue;
            var report = ended.Find(report => report.Index == i) ?? new CellReport(i, cell.Id, CellOutcome.NotRun, TimeSpan.Zero);
            if (running?.Index == i)
            {
                var error = new CellError("ProcessEnded", why, [$"ProcessEnded: {why}", .. WorkerDeath.Words(last) is { } words ? [words] : Array.Empty<string>()]);
                report = report with { Outcome = isCancelled ? CellOutcome.Cancelled : CellOutcome.Failed, Error = error };
                cell.Outputs.Add(OutputRecorder.Node(new ErrorOutput(error.Name, error.Message, error.Traceback)));
                failure = new(job.Path, report, error);
            }
            reports.Add(report);
        }
        document.Save(job.OutputPath);
        return new() { Document = document, Cells = reports, Failure = failure ?? new($"{job.Path}: {why}"), IsSearched = false, Duration = clock.Elapsed };
    }

    private NotebookDocument Copy() => NotebookDocument.Load(job.OutputPath);

    /// <summary>The worker died before it saved anything: the notebook itself, without its kept outputs.</summary>
    private NotebookDocument Untouched()
    {
        var document = NotebookDocument.Load(job.Path);
        foreach (var cell in document.Cells.Where(cell => cell.Kind == CellKind.Code)) cell.Outputs.Clear();
        return document;
    }
}
