namespace Phm.Jupyter.Serving;

/// <summary>Where and for whom a kernel runs.</summary>
public sealed record KernelServerOptions
{
    /// <summary>The folder in which cells start. Default: the process's current folder, which is the notebook's own under Jupyter.</summary>
    public string? Directory { get; init; }

    /// <summary>
    /// Receives lines for the operator: what was dropped and why, without contents of messages. It may be called from any thread,
    /// several at once, also while a cell has taken the console over. Default: none.
    /// </summary>
    public Action<string> Log { get; init; } = static _ => { };

    /// <summary>
    /// The process without which the kernel ends, as Jupyter gives it in the environment variable <c>JPY_PARENT_PID</c>: a process id on
    /// Linux and macOS, an inherited handle on Windows. Null: the kernel ends only when it is told to.
    /// </summary>
    public string? Parent { get; init; }

    /// <summary>
    /// Ends the process at once. Called on a thread of its own where the orderly end takes longer than 750 ms, because a cell keeps every
    /// thread of the pool busy. Default: nothing is done.
    /// </summary>
    public Action EndProcess { get; init; } = static () => { };

    /// <summary>
    /// Whether the kernel spends the first seconds in which nothing is asked of it on making the compiler fast; for a process that is a
    /// kernel and nothing else. Default: no.
    /// </summary>
    public bool Practises { get; init; }
}
