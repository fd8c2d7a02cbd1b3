using Phm.Notebook.Documents;
using Phm.Notebook.Execution;

namespace Phm.Notebook.Running;

/// <summary>How a notebook is run.</summary>
public sealed record RunOptions
{
    /// <summary>The folder from which cells resolve relative paths. Default: the notebook's own; of a notebook without a file, the process's.</summary>
    public string? Directory { get; init; }

    /// <summary>
    /// Where the executed notebook is saved after each cell, so that a run that fails or is killed leaves what it had; null leaves
    /// saving to the caller. It may be the notebook's own path: then the notebook is replaced only when the run has succeeded and gives away nothing about
    /// people, and until then its progress is saved beside it, with <see cref="PartialSuffix"/> after its name; after a failure that file stays.
    /// </summary>
    public string? OutputPath { get; init; }

    /// <summary>The ending of the file beside a notebook that is run in its own place. It is not <c>.ipynb</c>, so nothing runs it as a notebook.</summary>
    public const string PartialSuffix = ".partial";

    /// <summary>
    /// Values for variables that the cell tagged <c>parameters</c> declares, as text, by name. They go into a cell of their own after
    /// it, which only the executed copy has. Default: none.
    /// </summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// The most characters that the outputs of a notebook hold together, unless <see cref="Session"/> says otherwise: what is kept must
    /// stay within what can be read again.
    /// </summary>
    public const long DefaultTotalCharacters = 100_000_000;

    /// <summary>What the executed notebook must stay within, so that it can be read again; outputs that would pass it fail the run.</summary>
    public ReadLimits Limits { get; init; } = ReadLimits.Default;

    /// <summary>How long one cell may run, or null for no limit.</summary>
    public TimeSpan? CellTimeout { get; init; }

    /// <summary>Limits of the session; its folder, time limit and input are those of the run.</summary>
    public SessionOptions Session { get; init; } = new();
}
