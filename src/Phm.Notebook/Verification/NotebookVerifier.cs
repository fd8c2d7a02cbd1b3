using System.Globalization;
using Phm.Notebook.Auditing;
using Phm.Notebook.Documents;
using Phm.Notebook.Guarding;
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
        var changes = Changes(kept, run.Document);
        var obtained = run.Document.Cells.ToDictionary(cell => cell.Id, StringComparer.Ordinal);
        var cells = kept.Cells.Select((cell, index) => Verify(cell, index, obtained.GetValueOrDefault(cell.Id), run, tolerance)).OfType<VerifiedCell>().ToList();
        Leak[] leaks = [.. run.KeptLeaks.Concat(run.Leaks).DistinctBy(leak => leak.Message)];
        Withhold(cells, leaks, run.IsSearched);
        var worst = cells.Where(cell => !cell.Skipped).Select(cell => cell.Verdict.Verdict).DefaultIfEmpty().Max();
        // For what was not compared only the digests of a manifest vouch.
        var isOpen = cells.Exists(cell => cell.Skipped) && changes.Any(change => change.Kind == ChangeKind.Manifest);
        if (isOpen && worst < Verdict.Unverifiable) worst = Verdict.Unverifiable;
        return new NotebookVerification
        {
            Name = name,
            Title = leaks.Length == 0 ? kept.Title ?? name : name,
            Verdict = run.Failure is not null ? Verdict.Error : Worst(worst, changes),
            Notes = [.. run.Problem is { } problem ? [problem] : Array.Empty<string>(), .. leaks.Select(leak => leak.Message), .. changes.Select(change => change.Message), .. OwnTolerances(kept, tolerance),
                .. isOpen ? ["Cells are skipped, and no manifest of a clean run vouches for what they keep."] : Array.Empty<string>()],
            Changes = changes,
            Leaks = leaks,
            Cells = cells,
        };
    }

    /// <summary>
    /// Verifies a notebook by digests alone: whether its cells, its outputs, its data and its libraries are those of the run that its
    /// manifest describes. Nothing is run, so patients' identifiers are not known; what else says something about people is looked for.
    /// </summary>
    /// <param name="kept">The notebook, read from a file.</param>
    /// <param name="name">The name by which reports call it.</param>
    public static NotebookVerification VerifyQuickly(NotebookDocument kept, string name)
    {
        ArgumentNullException.ThrowIfNull(kept);
        var manifest = Manifest.Read(kept, out var problem);
        if (manifest is null) return Unverifiable(name, problem!) with { IsQuick = true };
        var changes = new List<Change>(ManifestCheck.OfCells(kept, manifest));
        if (kept.Folder is { } folder) changes.AddRange(ManifestCheck.OfFiles(manifest, folder));
        var leaks = LeakScan.Find(kept, []);
        // Nothing else vouches for the outputs here.
        var start = changes.Exists(change => change.Kind == ChangeKind.Manifest) ? Verdict.Unverifiable : Verdict.Identical;
        return new NotebookVerification
        {
            Name = name,
            Title = leaks.Count == 0 ? kept.Title ?? name : name,
            Verdict = Worst(start, changes),
            Notes = [.. leaks.Select(leak => leak.Message), .. changes.Select(change => change.Message)],
            Changes = changes,
            Leaks = leaks,
            IsQuick = true,
        };
    }

    /// <summary>A notebook of which nothing can be said.</summary>
    /// <param name="name">The name by which reports call it.</param>
    /// <param name="problem">Why, in a sentence.</param>
    public static NotebookVerification Unverifiable(string name, string problem) =>
        new() { Name = name, Title = name, Verdict = Verdict.Unverifiable, Notes = [problem] };

    /// <summary>What has changed since the outputs were kept: the notebook against its manifest, and that against the new run.</summary>
    private static IReadOnlyList<Change> Changes(NotebookDocument kept, NotebookDocument obtained)
    {
        if (Manifest.Read(kept, out var problem) is not { } then) return [new Change(ChangeKind.Manifest, problem!)];
        var since = ManifestCheck.OfCells(kept, then);
        return Manifest.Read(obtained, out _) is { } now ? [.. since, .. ManifestCheck.Between(then, now)] : since;
    }

    /// <summary>Outputs that are the same do not make up for a source or for data that are not.</summary>
    private static Verdict Worst(Verdict cells, IReadOnlyList<Change> changes) =>
        changes.Any(change => change.Breaks) && cells < Verdict.Changed ? Verdict.Changed : cells;

    /// <summary>A tolerance that a cell asks for itself can hide a change, so a reader is told of it.</summary>
    private static IEnumerable<string> OwnTolerances(NotebookDocument kept, Tolerance usual) => kept.Cells
        .Select((cell, index) => (cell.Kind, Policy: CellPolicy.Of(cell, usual), Index: index))
        .Where(entry => entry.Kind == CellKind.Code && entry.Policy.Tolerance.Relative > usual.Relative)
        .Select(entry => string.Create(CultureInfo.InvariantCulture, $"Cell {entry.Index + 1} is compared with a tolerance of its own: numbers may be {entry.Policy.Tolerance.Relative:R} apart in relation to their size."));

    /// <summary>A report is made to be passed on: what says something about single people stays out of it.</summary>
    private static void Withhold(List<VerifiedCell> cells, Leak[] leaks, bool isSearched)
    {
        var leaky = leaks.Select(leak => leak.CellId).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < cells.Count; i++)
        {
            if (leaky.Contains(cells[i].Verdict.CellId)) cells[i] = cells[i].Withhold("It says something about single people, so nothing of it is shown here.");
            else if (!isSearched) cells[i] = cells[i].Withhold("The run ended before its outputs could be searched for people, so nothing of it is shown here.");
        }
    }

    private static VerifiedCell? Verify(NotebookCell kept, int index, NotebookCell? obtained, RunReport run, Tolerance usual)
    {
        if (obtained is null) return VerifiedCell.Unverifiable(kept, index, "The notebook was changed while it ran; the run did not have this cell.");
        if (kept.Kind != CellKind.Code) return run.Succeeded ? VerifyProse(kept, index, obtained) : null;
        var policy = CellPolicy.Of(kept, usual);
        if (policy.Problem is { } problem) return VerifiedCell.Unverifiable(kept, index, problem);
        if (policy.Skips)
        {
            return policy.Reason is { } reason ? VerifiedCell.Skip(kept, index, reason)
                : VerifiedCell.Unverifiable(kept, index, "The cell is tagged phm-skip-verify without a reason. Say why in its metadata, under phm.skip-verify.");
        }
        return Absence(index, run) is { } absence ? VerifiedCell.Unverifiable(kept, index, absence) : VerifiedCell.Compare(kept, index, obtained, policy.Tolerance);
    }

    private static VerifiedCell? VerifyProse(NotebookCell kept, int index, NotebookCell obtained) => ProseComparison.Compare(kept, index, obtained) is { } verdict
        ? new VerifiedCell { Verdict = verdict, Source = kept.Source, Kept = [], Obtained = [] } : null;

    /// <summary>Why a cell gave no outputs of its own to compare, or null. A cell that failed has its error to compare.</summary>
    private static string? Absence(int index, RunReport run) => run.Cells.FirstOrDefault(cell => cell.Index == index) switch
    {
        null or { Outcome: CellOutcome.NotRun } => "The run ended before this cell.",
        { Outcome: CellOutcome.TimedOut or CellOutcome.Cancelled } => "The run was stopped in this cell.",
        _ => null,
    };
}
