using Phm.Notebook.Execution;

namespace Phm.Notebook.Running;

/// <summary>A code cell in a run.</summary>
/// <param name="Index">The cell's position among all cells of the notebook, counted from 0.</param>
/// <param name="Id">The cell's id.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Duration">Wall-clock time.</param>
/// <param name="Error">Why it failed, or null.</param>
public sealed record CellReport(int Index, string Id, CellOutcome Outcome, TimeSpan Duration, CellError? Error = null);
