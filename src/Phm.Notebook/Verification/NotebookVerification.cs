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

    /// <summary>The code cells, in order.</summary>
    public required IReadOnlyList<VerifiedCell> Cells { get; init; }

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
