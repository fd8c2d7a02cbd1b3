using Phm.Notebook.Outputs;

namespace Phm.Notebook.Execution;

/// <summary>What became of a cell.</summary>
public sealed record CellResult
{
    /// <summary>How it ended.</summary>
    public required CellStatus Status { get; init; }

    /// <summary>The number of this execution; null for a cell without code and for one that took none.</summary>
    public int? ExecutionCount { get; init; }

    /// <summary>The value of the trailing expression, or null.</summary>
    public object? Value { get; init; }

    /// <summary>The value of the trailing expression as it is shown; null where there is none. A silent cell has it as well.</summary>
    public MimeBundle? Shown { get; init; }

    /// <summary>Why the cell did not end well, or null.</summary>
    public CellError? Error { get; init; }

    /// <summary>Wall-clock time. It is never written into a notebook.</summary>
    public TimeSpan Duration { get; init; }
}
