using Phm.Notebook.Auditing;
using Phm.Notebook.Guarding;

namespace Phm.Notebook.Verification;

/// <summary>What the verification of one notebook came to.</summary>
public sealed record NotebookVerification
{
    /// <summary>The notebook's file name, as it is shown.</summary>
    public required string Name { get; init; }

    /// <summary>The notebook's title, or its file name where it has none.</summary>
    public required string Title { get; init; }

    /// <summary>What is to be known beside the cells, a sentence each: a changed source, other data, another library or environment, a run that ended early.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What has changed since the outputs were kept; the notes say it as well.</summary>
    public IReadOnlyList<Change> Changes { get; init; } = [];

    /// <summary>What about people the notebook gives away; the notes say it as well.</summary>
    public IReadOnlyList<Leak> Leaks { get; init; } = [];

    /// <summary>The cells that were compared, in order: code, and prose that quotes numbers. None where nothing was run.</summary>
    public IReadOnlyList<VerifiedCell> Cells { get; init; } = [];

    /// <summary>Whether only digests were compared and nothing was run.</summary>
    public bool IsQuick { get; init; }

    /// <summary>Whether every kept output was derived anew, the same or within the tolerance, from unchanged source and data, and none gives anybody away.</summary>
    public bool Passes => Verdict <= Verdict.WithinTolerance && Leaks.Count == 0;

    /// <summary>The worst verdict of the cells that were not skipped. It may be set where the notebook as a whole is worse than its cells, such as one that could not be run.</summary>
    public Verdict Verdict
    {
        get => verdict ?? Cells.Where(cell => !cell.Skipped).Select(cell => cell.Verdict.Verdict).DefaultIfEmpty().Max();
        init => verdict = value;
    }

    private readonly Verdict? verdict;

    /// <summary>How many cells have a verdict; skipped ones have none.</summary>
    public int Count(Verdict of) => Cells.Count(cell => !cell.Skipped && cell.Verdict.Verdict == of);

    /// <summary>How many cells were skipped.</summary>
    public int SkippedCount => Cells.Count(cell => cell.Skipped);
}
