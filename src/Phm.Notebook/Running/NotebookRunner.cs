using System.Diagnostics;
using Phm.Notebook.Auditing;
using Phm.Notebook.Documents;
using Phm.Notebook.Execution;
using Phm.Notebook.Guarding;
using Phm.Notebook.Prose;

namespace Phm.Notebook.Running;

/// <summary>
/// Runs a notebook from top to bottom in a fresh session. The first cell that fails ends the run, unless it is tagged
/// <c>raises-exception</c>; what was done until then is kept.
/// </summary>
public static class NotebookRunner
{
    private const string RaisesException = "raises-exception";

    /// <summary>Runs a notebook. The document itself is not changed.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="options">Where and within what limits it runs, and where it is saved.</param>
    /// <param name="progress">Told of each code cell when it starts and when it has ended.</param>
    /// <param name="cancellationToken">Stops the running cell and with it the run; the report says so.</param>
    /// <exception cref="NotebookException">The notebook is written for another language, has no such parameter, or cannot be saved.</exception>
    public static async Task<RunReport> RunAsync(
        NotebookDocument document, RunOptions? options = null, IProgress<RunProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        options ??= new RunOptions();
        if (document.DefaultKernel != "csharp")
            throw new NotebookException($"{document.Name}: the notebook is written for the kernel '{document.DefaultKernel}'; C# notebooks can be run.");
        var clock = Stopwatch.StartNew();
        var copy = document.Clone();
        Manifest.RemoveFrom(copy);
        NotebookParameters.Inject(copy, options.Parameters);
        foreach (var cell in CodeCells(copy)) (cell.Cell.ExecutionCount, cell.Cell.Outputs) = (null, []);
        using var session = new NotebookSession(SessionOptions(document, options));
        using var witness = new RunWitness(session);
        using var run = new RunningNotebook(copy, session, options, progress);
        var revisions = new List<string>();
        var failure = await run.ToEndAsync(cancellationToken).ConfigureAwait(false);
        var proseFailure = failure is null ? await ProseNumbers.UpdateAsync(copy, session, revisions, cancellationToken).ConfigureAwait(false) : null;
        failure ??= proseFailure;
        if (failure is null) ManifestWriter.Of(copy, session, witness).WriteTo(copy);
        var leaks = LeakScan.Find(copy, witness.Identifiers);
        // What prose fails with stands in no output.
        if (proseFailure is not null) leaks = [.. leaks, .. LeakScan.FindInMessage(proseFailure.Message, copy.Cells[proseFailure.CellIndex], proseFailure.CellIndex, witness.Identifiers)];
        run.Complete(failure is null && leaks.Count == 0);
        return new RunReport
        {
            Document = copy,
            Cells = run.Reports,
            Failure = failure,
            Revisions = revisions,
            Leaks = leaks,
            KeptLeaks = LeakScan.Find(document, witness.Identifiers),
            Duration = clock.Elapsed,
        };
    }

    internal static IReadOnlyList<(NotebookCell Cell, int Index)> CodeCells(NotebookDocument document) =>
        [.. document.Cells.Select((cell, index) => (cell, index)).Where(cell => cell.cell.Kind == CellKind.Code)];

    internal static bool MayFail(NotebookCell cell) => cell.Tags.Contains(RaisesException);

    private static SessionOptions SessionOptions(NotebookDocument document, RunOptions options) => options.Session with
    {
        Directory = options.Directory ?? document.Folder,
        CellTimeout = options.CellTimeout,
        TotalCharacters = options.Session.TotalCharacters ?? RunOptions.DefaultTotalCharacters,
        Input = null,
    };
}
