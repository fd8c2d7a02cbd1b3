namespace Phm.Notebook.Auditing;

/// <summary>One thing that has changed since a notebook's outputs were kept.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Message">A sentence that names it.</param>
/// <param name="CellIndex">The cell, counted from 0, where it is one.</param>
public sealed record Change(ChangeKind Kind, string Message, int? CellIndex = null)
{
    /// <summary>
    /// Whether the kept outputs no longer belong to what is beside them. Another library or machine alone does not make them wrong; a
    /// new run tells.
    /// </summary>
    public bool Breaks => Kind is ChangeKind.Source or ChangeKind.Output or ChangeKind.Data or ChangeKind.Input;
}
