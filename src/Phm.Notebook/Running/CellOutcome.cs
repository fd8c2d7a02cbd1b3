namespace Phm.Notebook.Running;

/// <summary>What became of a code cell in a run.</summary>
public enum CellOutcome
{
    /// <summary>It ran to its end.</summary>
    Succeeded,

    /// <summary>It failed, and is tagged <c>raises-exception</c>: the run went on.</summary>
    FailedAsExpected,

    /// <summary>It failed and ended the run.</summary>
    Failed,

    /// <summary>It ran longer than it may and ended the run.</summary>
    TimedOut,

    /// <summary>The run was cancelled while it ran.</summary>
    Cancelled,

    /// <summary>It holds no code.</summary>
    Empty,

    /// <summary>The run ended before it.</summary>
    NotRun,
}
