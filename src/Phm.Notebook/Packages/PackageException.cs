namespace Phm.Notebook.Packages;

/// <summary>A package cannot be used; the message says which, and what to do.</summary>
internal sealed class PackageException(string message) : Exception(message);
