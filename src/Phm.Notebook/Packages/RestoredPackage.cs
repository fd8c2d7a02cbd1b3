namespace Phm.Notebook.Packages;

/// <summary>A package that lies in the package folder.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Assemblies">Its assemblies for this engine's framework.</param>
/// <param name="NativeFolders">Where its native libraries for this machine lie.</param>
internal sealed record RestoredPackage(string Id, IReadOnlyList<string> Assemblies, IReadOnlyList<string> NativeFolders);
