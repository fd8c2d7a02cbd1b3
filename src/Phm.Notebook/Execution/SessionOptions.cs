namespace Phm.Notebook.Execution;

/// <summary>Where and within what limits a session executes cells.</summary>
public sealed record SessionOptions
{
    /// <summary>The notebook's own folder: relative paths in cells start here. Default: the process's current folder.</summary>
    public string? Directory { get; init; }

    /// <summary>How long one cell may run, or null for no limit.</summary>
    public TimeSpan? CellTimeout { get; init; }

    /// <summary>How long a stopped cell has to end before its threads are abandoned. Default: 3 seconds.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The most characters that one cell writes to the console before the rest is left out. Default: 1,000,000.</summary>
    public int StreamCharacters { get; init; } = 1_000_000;

    /// <summary>The most values that one cell displays. Default: 1,000.</summary>
    public int Displays { get; init; } = 1_000;

    /// <summary>
    /// The most characters that one cell's displays and result hold, all their MIME types together; a value beyond fails the cell.
    /// Default: 20,000,000.
    /// </summary>
    public int DisplayCharacters { get; init; } = 20_000_000;

    /// <summary>
    /// The most characters that all outputs of the session hold together, or null for no limit; what is beyond fails the cell.
    /// </summary>
    public long? TotalCharacters { get; init; }

    /// <summary>
    /// Memory in bytes that is held back where the garbage collector has a hard limit, so that a cell which used up all the rest can
    /// still be reported. Default: 0.
    /// </summary>
    public int MemoryReserve { get; init; }

    /// <summary>Whether cells may hand scripts to the front end. Default: false, because a page with kept outputs runs none.</summary>
    public bool AllowScripts { get; init; }

    /// <summary>
    /// Whether what a cell's threads write and show after its end is still published, as that cell's. Default: false, so that what is kept
    /// does not depend on chance. Such outputs may come at any moment, beside those of a running cell.
    /// </summary>
    public bool LateOutputs { get; init; }

    /// <summary>Asks the person at the notebook, or null where nobody is there (a headless run).</summary>
    public Func<InputRequest, CancellationToken, Task<string>>? Input { get; init; }
}
