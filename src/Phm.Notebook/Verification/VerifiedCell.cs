using System.Text.Json.Nodes;

namespace Phm.Notebook.Verification;

/// <summary>A cell with what it keeps, what it gave, and how they compare.</summary>
public sealed record VerifiedCell
{
    /// <summary>How they compare.</summary>
    public required CellVerdict Verdict { get; init; }

    /// <summary>The cell's source.</summary>
    public required string Source { get; init; }

    /// <summary>The outputs that the notebook keeps, as nbformat stores them.</summary>
    public JsonArray Kept { get; init; } = [];

    /// <summary>The outputs that the run gave.</summary>
    public JsonArray Obtained { get; init; } = [];

    /// <summary>Whether the cell asks not to be compared, and says why.</summary>
    public bool Skipped { get; init; }

    /// <summary>Why it asks not to be compared, or null.</summary>
    public string? SkipReason { get; init; }
}
