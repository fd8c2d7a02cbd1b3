namespace Phm.Notebook.Auditing;

/// <summary>A data file that the notebook read.</summary>
/// <param name="Path">The path from the notebook's folder, with slashes.</param>
/// <param name="Rows">How many rows of data were read, or null where the file has no rows or they were not counted.</param>
/// <param name="Sha256">The digest of its bytes as they were read, or null where reading ended early.</param>
public sealed record ManifestFile(string Path, long? Rows, string? Sha256);
