using System.Text;

namespace Phm.Notebook.Documents;

/// <summary>
/// Replaces a file in one step: the text goes to a neighbour, is flushed to the disk, and takes the place of the old file by a
/// rename. A run that is killed leaves the old file whole and at most a neighbour, which the next save overwrites.
/// </summary>
public static class AtomicFile
{
    /// <summary>The neighbour's ending. It is not <c>.ipynb</c>, so no tool takes an unfinished file for a notebook.</summary>
    public const string UnfinishedSuffix = ".unfinished";

    /// <summary>Writes a text as UTF-8.</summary>
    public static void Write(string path, string text)
    {
        try
        {
            var target = Target(path);
            var unfinished = Path.Combine(Path.GetDirectoryName(target)!, "." + Path.GetFileName(target) + UnfinishedSuffix);
            WriteThrough(unfinished, text);
            KeepPermissions(target, unfinished);
            File.Move(unfinished, target, overwrite: true);
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

    private static void WriteThrough(string path, string text)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        stream.Write(new UTF8Encoding(false).GetBytes(text));
        stream.Flush(flushToDisk: true);
    }

    private static void KeepPermissions(string target, string unfinished)
    {
        if (OperatingSystem.IsWindows() || !File.Exists(target)) return;
        File.SetUnixFileMode(unfinished, File.GetUnixFileMode(target));
    }
}
