using System.Text;
using Microsoft.CodeAnalysis;

namespace Phm.Notebook.Assistance;

/// <summary>
/// The files of <c>#load</c> for a cell that is being written: found as the running cell finds them, but read without being told as
/// the notebook's inputs, and only where they are scripts of a size that a person writes.
/// </summary>
internal sealed class LoadedScripts(string directory) : SourceReferenceResolver
{
    private const long LongestScript = 1_000_000;

    public override string? NormalizePath(string path, string? baseFilePath) => path;

    public override string? ResolveReference(string path, string? baseFilePath)
    {
        try
        {
            if (FilePaths.IsRemote(path)) return null;
            var folder = Path.GetDirectoryName(baseFilePath);
            var relative = string.IsNullOrEmpty(folder) ? path : Path.Combine(folder, path);
            // Devices and pipes have no length.
            return new FileInfo(Path.GetFullPath(relative, directory)) is { Exists: true, Length: > 0 and <= LongestScript } ? relative : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    public override Stream OpenRead(string resolvedPath)
    {
        try
        {
            return File.OpenRead(Path.GetFullPath(resolvedPath, directory));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new MemoryStream(Encoding.UTF8.GetBytes(""));
        }
    }

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(directory);
}
