using Microsoft.CodeAnalysis;
using Phm.Notebook.Execution;

namespace Phm.Notebook.CSharp;

/// <summary>
/// Finds the files of <c>#load</c> from the notebook's folder, or from that of the loading file, and lets places of errors name
/// them as the notebook does.
/// </summary>
internal sealed class NotebookFiles(string directory, FileReads reads) : SourceReferenceResolver
{
    public override string? NormalizePath(string path, string? baseFilePath) => path;

    public override string? ResolveReference(string path, string? baseFilePath)
    {
        var folder = Path.GetDirectoryName(baseFilePath);
        var relative = string.IsNullOrEmpty(folder) ? path : Path.Combine(folder, path);
        return File.Exists(Path.GetFullPath(relative, directory)) ? relative.Replace('\\', '/') : null;
    }

    public override Stream OpenRead(string resolvedPath)
    {
        var path = Path.GetFullPath(resolvedPath, directory);
        reads.Report(path);
        return File.OpenRead(path);
    }

    public override bool Equals(object? other) => other is NotebookFiles files && files.Directory == directory;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(directory);

    private string Directory => directory;
}
