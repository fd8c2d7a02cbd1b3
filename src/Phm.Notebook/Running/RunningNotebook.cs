using Phm.Notebook.Documents;
using Phm.Notebook.Execution;

namespace Phm.Notebook.Running;

/// <summary>One run: cells in order, their outputs kept in the document, the document saved as it grows.</summary>
internal sealed class RunningNotebook : IDisposable
{
    private readonly NotebookDocument document;
    private readonly NotebookSession session;
    private readonly IProgress<RunProgress>? progress;
    private readonly List<CellReport> reports = [];
    private readonly SaveTarget target;
    private readonly RunSaver saver;

    public RunningNotebook(NotebookDocument document, NotebookSession session, RunOptions options, IProgress<RunProgress>? progress)
    {
        this.document = document;
        this.session = session;
        this.progress = progress;
        target = new SaveTarget(document.FilePath, options.OutputPath);
        saver = new RunSaver(document, target.Progress, options.Limits);
    }

    public IReadOnlyList<CellReport> Reports => reports;

    /// <summary>Runs to the end of the notebook or to the first failure, which it returns.</summary>
    public async Task<NotebookExecutionException?> ToEndAsync(CancellationToken cancellationToken)
    {
        saver.Save();
        NotebookExecutionException? failure = null;
        var cells = NotebookRunner.CodeCells(document);
        for (var i = 0; i < cells.Count; i++)
        {
            var (cell, index) = cells[i];
            if (failure is null) progress?.Report(new RunProgress(i + 1, cells.Count, index, cell.Id, null));
            var report = failure is not null ? new CellReport(index, cell.Id, CellOutcome.NotRun, TimeSpan.Zero)
                : Saved(cell, await RunAsync(cell, index, cancellationToken).ConfigureAwait(false), isLast: i == cells.Count - 1);
            reports.Add(report);
            if (failure is not null) continue;
            progress?.Report(new RunProgress(i + 1, cells.Count, index, cell.Id, report));
            if (Ends(report))
                failure = new NotebookExecutionException(document.Name, report, report.Error!);
        }
        return failure;
    }

    /// <summary>Saves the executed notebook for the last time; one that has succeeded takes its place.</summary>
    public void Complete(bool hasSucceeded)
    {
        saver.Save();
        saver.Dispose();
        if (hasSucceeded) target.Complete(document);
    }

    public void Dispose() => saver.Dispose();

    private async Task<CellReport> RunAsync(NotebookCell cell, int index, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(cell.Source)) return new CellReport(index, cell.Id, CellOutcome.Empty, TimeSpan.Zero);
        saver.Begin(cell);
        var request = new CellRequest(cell.Source) { KernelName = cell.KernelName };
        var result = await ExecuteAsync(request, cancellationToken).ConfigureAwait(false);
        saver.End(cell, result);
        return new CellReport(index, cell.Id, Outcome(cell, result.Status), result.Duration, result.Error);
    }

    private async Task<CellResult> ExecuteAsync(CellRequest request, CancellationToken cancellationToken)
    {
        if (!cancellationToken.IsCancellationRequested)
            return await session.ExecuteAsync(request, saver.Record, cancellationToken).ConfigureAwait(false);
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

    /// <summary>
    /// Saves after a cell. Outputs that would make the file too large to be read again give way, the last first, and the cell has failed.
    /// </summary>
    private CellReport Saved(NotebookCell cell, CellReport report, bool isLast)
    {
        try
        {
            if (isLast || Ends(report)) saver.Save();
            else saver.SaveIfCheap();
            return report;
        }
        catch (NotebookTooLargeException e)
        {
            var error = new CellError("OutputTooLarge", e.Message, [e.Message]);
            saver.SaveWithout(cell, error, NotebookRunner.CodeCells(document).Select(code => code.Cell));
            return report with { Outcome = CellOutcome.Failed, Error = error };
        }
    }

    private static bool Ends(CellReport report) => report.Outcome is CellOutcome.Failed or CellOutcome.TimedOut or CellOutcome.Cancelled;
}
