using Phm.Notebook.Documents;
using Phm.Notebook.Guarding;
using Phm.Notebook.Running;

namespace Phm.Cli.Workers;

/// <summary>A <see cref="RunReport"/> on its way between processes. The executed notebook is not in it: it lies in the executed copy.</summary>
/// <param name="Cells">The code cells, in order.</param>
/// <param name="Failure">Why the run ended before its last cell, or null.</param>
/// <param name="Revisions">The numbers in prose that were brought up to date.</param>
/// <param name="Leaks">What about people the executed notebook would give away.</param>
/// <param name="KeptLeaks">What about people the notebook gives away as it was.</param>
/// <param name="Duration">Wall-clock time of the run itself.</param>
internal sealed record WorkerReport(IReadOnlyList<CellReport> Cells, string? Failure, IReadOnlyList<string> Revisions, IReadOnlyList<Leak> Leaks, IReadOnlyList<Leak> KeptLeaks, TimeSpan Duration)
{
    /// <summary>What crosses over from the worker. A further list of a report takes two lines: one here, one in <see cref="ToReport"/>.</summary>
    public static WorkerReport Of(RunReport report) => new(report.Cells, report.Failure?.Message, report.Revisions, report.Leaks, report.KeptLeaks, report.Duration);

    /// <summary>The report, with the document of the executed copy.</summary>
    /// <param name="document">The executed copy.</param>
    /// <param name="notebook">The notebook's name in messages.</param>
    public RunReport ToReport(NotebookDocument document, string notebook) => new()
    {
        Document = document,
        Cells = Cells,
        Failure = Failure is null ? null : FailureOf(notebook),
        Revisions = Revisions,
        Leaks = Leaks,
        KeptLeaks = KeptLeaks,
        Duration = Duration,
    };

    private NotebookExecutionException FailureOf(string notebook) =>
        Cells.LastOrDefault(cell => cell is { Error: not null, Outcome: CellOutcome.Failed or CellOutcome.TimedOut or CellOutcome.Cancelled }) is { } failed
            ? new(notebook, failed, failed.Error!) : new(Failure!);
}
