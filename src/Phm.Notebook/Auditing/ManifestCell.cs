namespace Phm.Notebook.Auditing;

/// <summary>A cell at the time of the run.</summary>
/// <param name="Attachments">The digest of the files that its prose shows; null where there are none.</param>
/// <param name="Id">The cell's id.</param>
/// <param name="Outputs">The digest of its outputs, whatever numbers its executions carry and however text is stored; null for prose.</param>
/// <param name="Settings">The digest of its kind, its language, its tags and what its metadata say under <c>phm</c>.</param>
/// <param name="Source">The digest of its source in UTF-8, with LF between lines.</param>
public sealed record ManifestCell(string? Attachments, string Id, string? Outputs, string Settings, string Source);
