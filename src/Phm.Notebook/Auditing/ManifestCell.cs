namespace Phm.Notebook.Auditing;

/// <summary>A cell at the time of the run.</summary>
/// <param name="Id">The cell's id.</param>
/// <param name="Outputs">The digest of its outputs, whatever numbers its executions carry and however text is stored; null for prose.</param>
/// <param name="Source">The digest of its source.</param>
public sealed record ManifestCell(string Id, string? Outputs, string Source);
