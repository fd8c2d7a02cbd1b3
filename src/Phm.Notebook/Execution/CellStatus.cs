namespace Phm.Notebook.Execution;

/// <summary>How a cell ended.</summary>
public enum CellStatus
{
    /// <summary>It ran to its end.</summary>
    Ok,

    /// <summary>It did not compile, or threw.</summary>
    Error,

    /// <summary>It was interrupted. Variables assigned before keep their values.</summary>
    Cancelled,

    /// <summary>It ran longer than it may. Variables assigned before keep their values.</summary>
    TimedOut,
}
