using System.Globalization;
using Phm.Notebook.Documents;
using Phm.Notebook.Guarding;

namespace Phm.Notebook.Running;

/// <summary>What a run of a notebook came to.</summary>
public sealed record RunReport
{
    /// <summary>The executed notebook: a copy of the one that was run, with the outputs of this run and no others.</summary>
    public required NotebookDocument Document { get; init; }

    /// <summary>The code cells, in order.</summary>
    public required IReadOnlyList<CellReport> Cells { get; init; }

    /// <summary>Why the run ended before its last cell, or null.</summary>
    public NotebookExecutionException? Failure { get; init; }

    /// <summary>The numbers in prose that the run has brought up to date, a sentence each: where, what stood there, what stands there now.</summary>
    public IReadOnlyList<string> Revisions { get; init; } = [];

    /// <summary>What about people the executed notebook would give away if it were kept.</summary>
    public IReadOnlyList<Leak> Leaks { get; init; } = [];

    /// <summary>What about people the notebook gives away by the outputs that it kept before this run.</summary>
    public IReadOnlyList<Leak> KeptLeaks { get; init; } = [];

    /// <summary>Whether the outputs were searched for people. They were not where the process of the run died, and its data with it.</summary>
    public bool IsSearched { get; init; } = true;

    /// <summary>The failure in a sentence that may be passed on: without the words of a cell that says something about single people. Null where there is none.</summary>
    public string? Problem => Failure is { } failure && Leaks.Any(leak => failure.CellId.Length == 0 || leak.CellId == failure.CellId)
        ? $"{Path.GetFileName(Document.Name)}: the run failed{(failure.CellId.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" in cell {failure.CellIndex + 1} (id {failure.CellId})"))}. Its message says something about single people and is not repeated."
        : Failure?.Message;

    /// <summary>Wall-clock time. It is never written into a notebook.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Whether every cell ran, and failed only where it says that it will.</summary>
    public bool Succeeded => Failure is null;

    /// <summary>Throws the <see cref="Failure"/>, if there is one.</summary>
    /// <exception cref="NotebookExecutionException">A cell failed.</exception>
    public void EnsureSucceeded()
    {
        if (Failure is not null) throw Failure;
    }
}
