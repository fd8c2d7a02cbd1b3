using Phm.Notebook.Documents;
using Phm.Notebook.Execution;
using Phm.Notebook.Outputs;
using Phm.Notebook.Prose;

namespace Phm.Notebook.Running;

/// <summary>One run: cells in order, their outputs kept in the document, the document saved as it grows.</summary>
internal sealed class RunningNotebook(NotebookDocument document, NotebookSession session, RunOptions options, IProgress<RunProgress>? progress)
{
    private readonly OutputRecorder recorder = new();
    private readonly List<CellReport> reports = [];
    private readonly SaveTarget target = new(document.FilePath, options.OutputPath);

    public IReadOnlyList<CellReport> Reports => reports;

    /// <summary>Runs to the end of the notebook or to the first failure, which it returns.</summary>
    public async Task<NotebookExecutionException?> ToEndAsync(CancellationToken cancellationToken)
    {
        NotebookExecutionException? failure = null;
        var cells = NotebookRunner.CodeCells(document);
        for (var i = 0; i < cells.Count; i++)
        {
            var (cell, index) = cells[i];
            if (failure is null) progress?.Report(new RunProgress(i + 1, cells.Count, index, cell.Id, null));
            var report = failure is not null ? new CellReport(index, cell.Id, CellOutcome.NotRun, TimeSpan.Zero)
                : await RunAsync(cell, index, cancellationToken).ConfigureAwait(false);
            reports.Add(report);
            if (failure is not null) continue;
            progress?.Report(new RunProgress(i + 1, cells.Count, index, cell.Id, report));
            if (report.Outcome is CellOutcome.Failed or CellOutcome.TimedOut or CellOutcome.Cancelled)
                failure = new NotebookExecutionException(document.Name, report, report.Error!);
            Save();
        }
        failure ??= await ReviseProseAsync(cancellationToken).ConfigureAwait(false);
        return failure;
    }

    /// <summary>Saves the executed notebook for the last time; one that has succeeded takes its place.</summary>
    public void End(bool hasSucceeded)
    {
        Save();
        if (hasSucceeded) target.Complete(document);
    }

    private async Task<NotebookExecutionException?> ReviseProseAsync(CancellationToken cancellationToken)
    {
        for (var index = 0; index < document.Cells.Count; index++)
        {
            var cell = document.Cells[index];
            if (await ProseNumbers.UpdateAsync(cell, session, cancellationToken).ConfigureAwait(false) is not { } error) continue;
            return new NotebookExecutionException(document.Name, new CellReport(index, cell.Id, CellOutcome.Failed, TimeSpan.Zero, error), error);
        }
        return null;
    }

    private async Task<CellReport> RunAsync(NotebookCell cell, int index, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(cell.Source)) return new CellReport(index, cell.Id, CellOutcome.Empty, TimeSpan.Zero);
        recorder.Begin();
        var request = new CellRequest(cell.Source) { KernelName = cell.KernelName };
        var result = await ExecuteAsync(request, cancellationToken).ConfigureAwait(false);
        cell.Outputs = recorder.End();
        cell.ExecutionCount = result.ExecutionCount;
        return new CellReport(index, cell.Id, Outcome(cell, result.Status), result.Duration, result.Error);
    }

    private async Task<CellResult> ExecuteAsync(CellRequest request, CancellationToken cancellationToken)
    {
        if (!cancellationToken.IsCancellationRequested)
            return await session.ExecuteAsync(request, recorder.Record, cancellationToken).ConfigureAwait(false);
        const string Message = "The run was cancelled before this cell.";
        return new CellResult { Status = CellStatus.Cancelled, Error = new CellError("Interrupted", Message, [Message]) };
    }

    private static CellOutcome Outcome(NotebookCell cell, CellStatus status) => status switch
    {
        CellStatus.Ok => CellOutcome.Succeeded,
        CellStatus.Cancelled => CellOutcome.Cancelled,
        CellStatus.TimedOut => CellOutcome.TimedOut,
        _ => NotebookRunner.MayFail(cell) ? CellOutcome.FailedAsExpected : CellOutcome.Failed,
    };

    private void Save()
    {
        if (target.Progress is { } path) document.Save(path);
    }
}
