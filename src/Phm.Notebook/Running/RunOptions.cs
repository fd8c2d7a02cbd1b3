using Phm.Notebook.Execution;

namespace Phm.Notebook.Running;

/// <summary>How a notebook is run.</summary>
public sealed record RunOptions
{
    /// <summary>The folder from which cells resolve relative paths. Default: the notebook's own; of a notebook without a file, the process's.</summary>
    public string? Directory { get; init; }

    /// <summary>
    /// Where the executed notebook is saved after each cell, so that a run that fails or is killed leaves what it had; null leaves
    /// saving to the caller. It may be the notebook's own path.
    /// </summary>
    public string? OutputPath { get; init; }

    /// <summary>How long one cell may run, or null for no limit.</summary>
    public TimeSpan? CellTimeout { get; init; }

    /// <summary>Limits of the session; its folder, time limit and input are those of the run.</summary>
    public SessionOptions Session { get; init; } = new();
}
