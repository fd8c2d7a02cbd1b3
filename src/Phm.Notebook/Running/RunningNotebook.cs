using Phm.Notebook.Documents;
using Phm.Notebook.Execution;

namespace Phm.Notebook.Running;

/// <summary>One run: cells in order, their outputs kept in the document, the document saved as it grows.</summary>
internal sealed class RunningNotebook(NotebookDocument document, NotebookSession session, RunOptions options, IProgress<RunProgress>? progress)
{
    private readonly List<CellReport> reports = [];
    private readonly SaveTarget target = new(document.FilePath, options.OutputPath);

    public IReadOnlyList<CellReport> Reports => reports;

    /// <summary>Runs to the end of the notebook or to the first failure, which it returns.</summary>
    public async Task<NotebookExecutionException?> ToEndAsync(CancellationToken cancellationToken)
    {
        using var saver = new RunSaver(document, target.Progress, options.Limits);
        saver.Save();
        NotebookExecutionException? failure = null;
        var cells = NotebookRunner.CodeCells(document);
        for (var i = 0; i < cells.Count; i++)
        {
            var (cell, index) = cells[i];
            if (failure is null) progress?.Report(new RunProgress(i + 1, cells.Count, index, cell.Id, null));
            var report = failure is not null ? new CellReport(index, cell.Id, CellOutcome.NotRun, TimeSpan.Zero)
                : Saved(saver, cell, await RunAsync(saver, cell, index, cancellationToken).ConfigureAwait(false), isLast: i == cells.Count - 1);
            reports.Add(report);
            if (failure is not null) continue;
            progress?.Report(new RunProgress(i + 1, cells.Count, index, cell.Id, report));
            if (Ends(report))
                failure = new NotebookExecutionException(document.Name, report, report.Error!);
        }
        saver.Dispose();
        if (failure is null) target.Complete(document);
        return failure;
    }

    private async Task<CellReport> RunAsync(RunSaver saver, NotebookCell cell, int index, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(cell.Source)) return new CellReport(index, cell.Id, CellOutcome.Empty, TimeSpan.Zero);
        saver.Begin(cell);
        var request = new CellRequest(cell.Source) { KernelName = cell.KernelName };
        var result = await ExecuteAsync(request, saver, cancellationToken).ConfigureAwait(false);
        saver.End(cell, result);
        return new CellReport(index, cell.Id, Outcome(cell, result.Status), result.Duration, result.Error);
    }

    private async Task<CellResult> ExecuteAsync(CellRequest request, RunSaver saver, CancellationToken cancellationToken)
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
    private CellReport Saved(RunSaver saver, NotebookCell cell, CellReport report, bool isLast)
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
