using Phm.Notebook.Auditing;
using Phm.Notebook.Guarding;

namespace Phm.Notebook.Verification;

/// <summary>What the verification of one notebook came to.</summary>
public sealed record NotebookVerification
{
    /// <summary>The notebook's name: its path below the folder that was searched.</summary>
    public required string Name { get; init; }

    /// <summary>Its first heading, or its name.</summary>
    public required string Title { get; init; }

    /// <summary>What has changed since the outputs were kept.</summary>
    public IReadOnlyList<Change> Changes { get; init; } = [];

    /// <summary>The cells that were compared: code, and prose that quotes numbers. None where nothing was run.</summary>
    public IReadOnlyList<VerifiedCell> Cells { get; init; } = [];

    /// <summary>What about people the notebook gives away.</summary>
    public IReadOnlyList<Leak> Leaks { get; init; } = [];

    /// <summary>Why the run ended early, or why the notebook cannot be verified at all; null where neither is so.</summary>
    public string? Failure { get; init; }

    /// <summary>Whether only digests were compared.</summary>
    public bool IsQuick { get; init; }

    /// <summary>The worst of the cells and of what has changed.</summary>
    public Verdict Verdict
    {
        get
        {
            var worst = Cells.Select(cell => cell.Verdict.Verdict).Append(Verdict.Identical).Max();
            if (Changes.Any(change => change.Breaks)) worst = Max(worst, Verdict.Changed);
            return Failure is null ? worst : Max(worst, Cells.Count == 0 ? Verdict.Unverifiable : Verdict.Error);
        }
    }

    /// <summary>Whether every kept output was derived anew, the same or within the tolerance, from unchanged source and data, and none gives anybody away.</summary>
    public bool Passes => Verdict <= Verdict.WithinTolerance && Leaks.Count == 0;

    /// <summary>What a reader should know of, in sentences.</summary>
    public IReadOnlyList<string> Notes => [.. Failure is null ? [] : new[] { Failure }, .. Leaks.Select(leak => leak.Message), .. Changes.Select(change => change.Message)];

    private static Verdict Max(Verdict a, Verdict b) => a > b ? a : b;
}
