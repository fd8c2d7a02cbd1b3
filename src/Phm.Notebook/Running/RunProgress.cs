namespace Phm.Notebook.Running;

/// <summary>A step of a run: a cell starts, or has ended.</summary>
/// <param name="Number">The cell's number among the code cells, counted from 1.</param>
/// <param name="Total">How many code cells there are.</param>
/// <param name="Index">The cell's position among all cells, counted from 0.</param>
/// <param name="CellId">The cell's id.</param>
/// <param name="Ended">The cell's report when it has ended; null when it starts.</param>
public sealed record RunProgress(int Number, int Total, int Index, string CellId, CellReport? Ended);
