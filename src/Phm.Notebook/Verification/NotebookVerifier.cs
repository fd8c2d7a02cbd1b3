using Phm.Notebook.Auditing;
using Phm.Notebook.Documents;
using Phm.Notebook.Running;

namespace Phm.Notebook.Verification;

/// <summary>
/// Compares what a notebook keeps with what running it gives, and with what its audit manifest says of the run that was kept.
/// </summary>
public static class NotebookVerifier
{
    /// <summary>Verifies a notebook against a run of it.</summary>
    /// <param name="kept">The notebook.</param>
    /// <param name="name">The name by which reports call it.</param>
    /// <param name="run">A run of it in a clean session.</param>
    /// <param name="tolerance">How far numbers may lie apart, unless a cell says otherwise.</param>
    public static NotebookVerification Verify(NotebookDocument kept, string name, RunReport run, Tolerance tolerance)
    {
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(tolerance);
        var then = Manifest.Read(kept, out var problem);
        var now = Manifest.Read(run.Document, out _);
        var changes = then is null ? [new Change(ChangeKind.Manifest, problem!)]
            : now is null ? ManifestCheck.OfCells(kept, then) : [.. ManifestCheck.OfCells(kept, then), .. ManifestCheck.Between(then, now)];
        var obtained = run.Document.Cells.ToDictionary(cell => cell.Id, StringComparer.Ordinal);
        var cells = kept.Cells.Select((cell, index) => Verify(cell, index, obtained.GetValueOrDefault(cell.Id), run, tolerance)).OfType<VerifiedCell>().ToList();
        return new NotebookVerification
        {
            Name = name,
            Title = kept.Title ?? name,
            Changes = changes,
            Cells = cells,
            Leaks = [.. run.KeptLeaks.Concat(run.Leaks).DistinctBy(leak => leak.Message)],
            Failure = run.Failure?.Message,
        };
    }

    /// <summary>
    /// Verifies a notebook by digests alone: whether its cells, its outputs, its data and its libraries are those of the run that its
    /// manifest describes. Nothing is run.
    /// </summary>
    /// <param name="kept">The notebook, read from a file.</param>
    /// <param name="name">The name by which reports call it.</param>
    public static NotebookVerification VerifyQuickly(NotebookDocument kept, string name)
    {
        ArgumentNullException.ThrowIfNull(kept);
        var manifest = Manifest.Read(kept, out var problem);
        if (manifest is null) return Unverifiable(name, problem!);
        var changes = new List<Change>(ManifestCheck.OfCells(kept, manifest));
        if (kept.Folder is { } folder) changes.AddRange(ManifestCheck.OfFiles(manifest, folder));
        return new NotebookVerification { Name = name, Title = kept.Title ?? name, Changes = changes, IsQuick = true };
    }

    /// <summary>A notebook of which nothing can be said.</summary>
    /// <param name="name">The name by which reports call it.</param>
    /// <param name="problem">Why, in a sentence.</param>
    public static NotebookVerification Unverifiable(string name, string problem) => new() { Name = name, Title = name, Failure = problem };

    private static VerifiedCell? Verify(NotebookCell kept, int index, NotebookCell? obtained, RunReport run, Tolerance usual)
    {
        if (obtained is null)
            return new VerifiedCell { Verdict = Unverifiable(kept, index, "The notebook was changed while it ran; the run did not have this cell."), Source = kept.Source };
        if (kept.Kind != CellKind.Code)
            return run.Succeeded && ProseComparison.Compare(kept, index, obtained) is { } prose ? new VerifiedCell { Verdict = prose, Source = kept.Source } : null;
        var policy = CellPolicy.Of(kept, usual);
        var verdict = policy.Problem is { } problem ? Unverifiable(kept, index, problem)
            : policy.Skips ? Skipped(kept, index, policy)
            : Failure(index, run) is { } failure ? Unverifiable(kept, index, failure)
            : OutputComparison.Compare(kept, index, obtained, policy.Tolerance);
        return new VerifiedCell
        {
            Verdict = verdict,
            Source = kept.Source,
            Kept = kept.Outputs,
            Obtained = obtained.Outputs,
            Skipped = policy.Skips && policy.Reason is not null,
            SkipReason = policy.Reason,
        };
    }

    private static CellVerdict Skipped(NotebookCell cell, int index, CellPolicy policy) => policy.Reason is null
        ? Unverifiable(cell, index, "The cell is tagged phm-skip-verify without a reason. Say why in its metadata, under phm.skip-verify.")
        : new CellVerdict { CellIndex = index, CellId = cell.Id, Verdict = Verdict.Identical };

    /// <summary>Why a cell gave no outputs of its own to compare, or null. A cell that failed has its error to compare.</summary>
    private static string? Failure(int index, RunReport run) => run.Cells.FirstOrDefault(cell => cell.Index == index) switch
    {
        null or { Outcome: CellOutcome.NotRun } => "The run ended before this cell.",
        { Outcome: CellOutcome.TimedOut or CellOutcome.Cancelled } => "The run was stopped in this cell.",
        _ => null,
    };

    private static CellVerdict Unverifiable(NotebookCell cell, int index, string reason) =>
        new() { CellIndex = index, CellId = cell.Id, Verdict = Verdict.Unverifiable, Reason = reason };
}
