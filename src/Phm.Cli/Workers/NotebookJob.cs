using System.Text.Json.Serialization;
using Phm.Notebook.Running;

namespace Phm.Cli.Workers;

/// <summary>A notebook that a worker is to run.</summary>
/// <param name="Path">The notebook, as the user named it; every message repeats it.</param>
/// <param name="OutputPath">Where the executed copy goes.</param>
/// <param name="CellTimeout">How long one cell may run.</param>
internal sealed record NotebookJob(string Path, string OutputPath, TimeSpan CellTimeout)
{
    /// <summary>Values for the cell tagged <c>parameters</c>, as text, by name.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>How long the worker may say nothing beyond the time limit of a cell, before it is taken for dead. Compiling takes part of it.</summary>
    [JsonIgnore]
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The options of the run in the worker. Whatever a job asks of a run is handed over here.</summary>
    public RunOptions ToRunOptions() => new()
    {
        OutputPath = OutputPath,
        CellTimeout = CellTimeout,
        Parameters = Parameters,
        Session = new() { MemoryReserve = WorkerMemory.Reserve },
    };
}
