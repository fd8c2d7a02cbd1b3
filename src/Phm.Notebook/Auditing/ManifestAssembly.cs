namespace Phm.Notebook.Auditing;

/// <summary>An assembly in use.</summary>
/// <param name="Name">Its simple name.</param>
/// <param name="Path">The path from the notebook's folder, with slashes; null for the engine's own.</param>
/// <param name="Sha256">The digest of its file, or null where there is none to read.</param>
/// <param name="Version">Its version.</param>
public sealed record ManifestAssembly(string Name, string? Path, string? Sha256, string Version);
