namespace Phm.Notebook.Verification;

/// <summary>What the comparison of one cell came to.</summary>
public sealed record CellVerdict
{
    /// <summary>How many differences are listed at most; the others are counted.</summary>
    public const int MostListed = 20;

    /// <summary>The cell's position among all cells of the notebook, counted from 0.</summary>
    public required int CellIndex { get; init; }

    /// <summary>The cell's id.</summary>
    public required string CellId { get; init; }

    /// <summary>The worst of the differences.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The first <see cref="MostListed"/> differences in the order of the output; those within the tolerance only where there is room. None of a cell that says something about single people.</summary>
    public IReadOnlyList<Difference> Differences { get; init; } = [];

    /// <summary>How many differences there are, listed or not.</summary>
    public int DifferenceCount { get; init; }

    /// <summary>The verdict in a sentence, or null for an identical cell.</summary>
    public string? Reason { get; init; }
}
