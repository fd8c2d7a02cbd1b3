using System.Diagnostics;
using System.Globalization;

namespace Phm.Notebook.Documents;

/// <summary>
/// The neighbour of a file that is being written: <c>.name.process.thread.unfinished</c>. A thread writes one file at a time, so no
/// two writers share one.
/// </summary>
internal sealed class UnfinishedFile
{
    private readonly string folder;
    private readonly string prefix;

    private UnfinishedFile(string target)
    {
        folder = System.IO.Path.GetDirectoryName(target)!;
        prefix = $".{System.IO.Path.GetFileName(target)}.";
        var writer = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}.{Environment.CurrentManagedThreadId}");
        Path = System.IO.Path.Combine(folder, prefix + writer + AtomicFile.UnfinishedSuffix);
    }

    public string Path { get; }

    public static UnfinishedFile Of(string target) => new(target);

    /// <summary>Removes what killed writers of the same file have left.</summary>
    public void RemoveStale()
    {
        TryDelete(Path);
        foreach (var path in Directory.EnumerateFiles(folder, "*" + AtomicFile.UnfinishedSuffix))
        {
            var name = System.IO.Path.GetFileName(path);
            if (!name.StartsWith(prefix, StringComparison.Ordinal) || name.Length <= prefix.Length + AtomicFile.UnfinishedSuffix.Length) continue;
            var writer = name[prefix.Length..^AtomicFile.UnfinishedSuffix.Length].Split('.');
            if (writer is [var process, var thread] && int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && int.TryParse(thread, NumberStyles.None, CultureInfo.InvariantCulture, out _) && IsStale(path, id)) TryDelete(path);
        }
    }

    public static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It hurts nobody; the next save tries again.
        }
    }

    /// <summary>Its process is gone, or started after the file was written and only bears the same number; and nobody holds it open.</summary>
    private static bool IsStale(string path, int id)
    {
        try
        {
            if (StartOf(id) is { } start && File.GetLastWriteTimeUtc(path) >= start) return false;
            using var free = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static DateTime? StartOf(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.StartTime.ToUniversalTime();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // A process of another user: it lives, and when it started is not told.
            return DateTime.MinValue;
        }
    }
}
