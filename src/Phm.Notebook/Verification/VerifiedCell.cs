using System.Text.Json.Nodes;
using Phm.Notebook.Documents;

namespace Phm.Notebook.Verification;

/// <summary>A cell with what the notebook keeps of it, what the run gave, and the verdict.</summary>
public sealed record VerifiedCell
{
    /// <summary>The comparison.</summary>
    public required CellVerdict Verdict { get; init; }

    /// <summary>The cell's text.</summary>
    public required string Source { get; init; }

    /// <summary>The kernel that the cell names, or null for the notebook's own, C#.</summary>
    public string? KernelName { get; init; }

    /// <summary>The kept outputs, as nbformat stores them.</summary>
    public required JsonArray Kept { get; init; }

    /// <summary>The outputs of the run, as nbformat stores them.</summary>
    public required JsonArray Obtained { get; init; }

    /// <summary>Whether the cell was left out of the verification on purpose; its verdict does not count.</summary>
    public bool Skipped { get; init; }

    /// <summary>Why it was left out, or null.</summary>
    public string? SkipReason { get; init; }

    /// <summary>Compares a cell.</summary>
    /// <param name="kept">The cell as the notebook keeps it.</param>
    /// <param name="index">Its position among all cells, counted from 0.</param>
    /// <param name="obtained">The same cell of an executed copy.</param>
    /// <param name="tolerance">How far numbers may lie apart.</param>
    public static VerifiedCell Compare(NotebookCell kept, int index, NotebookCell obtained, Tolerance tolerance)
    {
        var verdict = OutputComparison.Compare(kept, index, obtained, tolerance);
        return new() { Verdict = verdict, Source = kept.Source, KernelName = kept.KernelName, Kept = kept.Outputs, Obtained = obtained.Outputs };
    }

    /// <summary>A cell that is left out on purpose.</summary>
    /// <param name="kept">The cell as the notebook keeps it.</param>
    /// <param name="index">Its position among all cells, counted from 0.</param>
    /// <param name="reason">Why, in a sentence.</param>
    public static VerifiedCell Skip(NotebookCell kept, int index, string reason)
    {
        ArgumentNullException.ThrowIfNull(kept);
        return Without(kept, index, reason) with { Skipped = true, SkipReason = reason };
    }

    /// <summary>A cell that should have been compared and could not be, such as one that the run did not reach.</summary>
    /// <param name="kept">The cell as the notebook keeps it.</param>
    /// <param name="index">Its position among all cells, counted from 0.</param>
    /// <param name="reason">Why, in a sentence.</param>
    public static VerifiedCell Unverifiable(NotebookCell kept, int index, string reason)
    {
        ArgumentNullException.ThrowIfNull(kept);
        return Without(kept, index, reason);
    }

    /// <summary>The verdict alone, without anything that the cell holds or gave.</summary>
    /// <param name="why">Why, in a sentence.</param>
    internal VerifiedCell Withhold(string why) => this with
    {
        Verdict = Verdict with { Differences = [], Reason = Verdict.Verdict == Verification.Verdict.Identical ? null : $"{Verdict.Reason} {why}" },
        Source = "",
        Kept = [],
        Obtained = [],
    };

    private static VerifiedCell Without(NotebookCell kept, int index, string reason) => new()
    {
        Verdict = new CellVerdict { CellIndex = index, CellId = kept.Id, Verdict = Verification.Verdict.Unverifiable, Reason = reason },
        Source = kept.Source,
        KernelName = kept.KernelName,
        Kept = kept.Outputs,
        Obtained = [],
    };
}
