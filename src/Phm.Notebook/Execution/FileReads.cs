using System.Collections.Concurrent;
using System.Diagnostics;
using Phm.Notebook.Documents;

namespace Phm.Notebook.Execution;

/// <summary>
/// Tells whoever audits runs which files the engine itself has read for a notebook: an activity <c>phm.file.read</c> of the source
/// <c>Phm.Notebook</c> for each state of a file, with its path and digest. Nothing is computed where nobody listens.
/// </summary>
internal sealed class FileReads
{
    private static readonly ActivitySource Source = new("Phm.Notebook");

    private readonly ConcurrentDictionary<(string Path, long Bytes, DateTime Written), bool> told = new();

    /// <summary>A file that is read whole: told again when it has changed.</summary>
    public void Report(string path)
    {
        if (!Source.HasListeners()) return;
        var file = new FileInfo(path);
        if (told.TryAdd((path, file.Length, file.LastWriteTimeUtc), true)) Tell(path);
    }

    /// <summary>A database: told before its first query, whatever a notebook does to it later.</summary>
    public void ReportOnce(string path)
    {
        if (Source.HasListeners() && told.TryAdd((path, -1, default), true)) Tell(path);
    }

    private static void Tell(string path)
    {
        using var activity = Source.StartActivity("phm.file.read");
        activity?.SetTag("phm.file.path", path).SetTag("phm.file.sha256", FileDigest.Of(path));
    }
}
