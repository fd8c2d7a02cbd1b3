namespace Phm.Notebook.Verification;

/// <summary>One difference between what a notebook keeps and what its run gives.</summary>
public sealed record Difference
{
    /// <summary>The mark before the part of an excerpt that differs.</summary>
    public const char MarkStart = '»';

    /// <summary>The mark after the part of an excerpt that differs.</summary>
    public const char MarkEnd = '«';

    /// <summary>The output's position, counted from 0: among the kept outputs, or among those of the run where the notebook keeps none. Null where the cell as a whole is meant.</summary>
    public int? Output { get; init; }

    /// <summary>The MIME type, or null where the output as a whole is meant; streams and errors have none.</summary>
    public string? MimeType { get; init; }

    /// <summary>How serious it is.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>What differs, in a sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>The kept side: one line of at most 120 characters without control characters, the part that differs between <see cref="MarkStart"/> and <see cref="MarkEnd"/>. Empty where there is none.</summary>
    public string Kept { get; init; } = "";

    /// <summary>The obtained side, as <see cref="Kept"/>.</summary>
    public string Obtained { get; init; } = "";

    /// <summary>The place within the output, such as <c>line 2</c>, <c>$.data[0].y[4]</c> or <c>table, row 3 'Asthma', column 'People'</c>.</summary>
    public string Where { get; init; } = "";
}
