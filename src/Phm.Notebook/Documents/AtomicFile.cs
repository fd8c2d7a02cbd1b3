using System.Text;

namespace Phm.Notebook.Documents;

/// <summary>
/// Replaces a file in one step: the text goes to a neighbour, is flushed to the disk, and takes the place of the old file by a
/// rename. Each writer has a neighbour of its own, which nobody may read who may not read the file. A run that is killed leaves
/// the old file whole and at most a neighbour, which the next save removes.
/// </summary>
public static class AtomicFile
{
    /// <summary>The neighbour's ending. It is not <c>.ipynb</c>, so no tool takes an unfinished file for a notebook.</summary>
    public const string UnfinishedSuffix = ".unfinished";

    /// <summary>Writes a text as UTF-8.</summary>
    public static void Write(string path, string text) => Write(path, new UTF8Encoding(false).GetBytes(text));

    /// <summary>Writes bytes as they are.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        try
        {
            var target = Target(path);
            var unfinished = UnfinishedFile.Of(target);
            unfinished.RemoveStale();
            try
            {
                WriteThrough(unfinished.Path, content, Permissions(target));
                File.Move(unfinished.Path, target, overwrite: true);
            }
            catch
            {
                UnfinishedFile.TryDelete(unfinished.Path);
                throw;
            }
            FolderSync.Flush(Path.GetDirectoryName(target)!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NotebookException($"{path}: the file cannot be written. Check that the folder exists, has space and may be written to.", e);
        }
    }

    /// <summary>A link stays a link; what it points to is replaced.</summary>
    private static string Target(string path)
    {
        var target = Path.GetFullPath(path);
        return File.Exists(target) && File.ResolveLinkTarget(target, returnFinalTarget: true) is { } link ? link.FullName : target;
    }

    private static void WriteThrough(string path, ReadOnlySpan<byte> content, UnixFileMode? permissions)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = permissions;
        using var stream = new FileStream(path, options);
        // The process's mask may have taken rights away that the old file gives.
        if (!OperatingSystem.IsWindows() && permissions is { } all) File.SetUnixFileMode(stream.SafeFileHandle, all);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }

    private static UnixFileMode? Permissions(string target) =>
        OperatingSystem.IsWindows() || !File.Exists(target) ? null : File.GetUnixFileMode(target);
}
