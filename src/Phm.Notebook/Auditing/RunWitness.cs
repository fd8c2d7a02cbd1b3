using System.Diagnostics;
using System.Globalization;
using Phm.Notebook.Execution;

namespace Phm.Notebook.Auditing;

/// <summary>
/// Hears what the cells of one session read. Libraries say it by activities (<see cref="Activity"/>) and know nothing of notebooks;
/// what other sessions of the process do is left out.
/// </summary>
/// <remarks>
/// The convention: a source named <c>Phm</c> or <c>Phm.Notebook</c>; <c>phm.file.read</c> with the tags <c>phm.file.path</c>,
/// <c>phm.file.sha256</c> and <c>phm.file.rows</c>; <c>phm.file.write</c> with <c>phm.file.path</c>, a file or a folder; <c>phm.population</c> with <c>phm.population.identifiers</c>, a test of whether a
/// text is a patient's identifier; any activity with <c>phm.seed</c>.
/// </remarks>
internal sealed class RunWitness : IDisposable
{
    private readonly Lock gate = new();
    private readonly NotebookSession session;
    private readonly ActivityListener listener;
    private readonly Dictionary<(string Path, string? Sha256), long?> files = [];
    private readonly List<string> written = [];
    private readonly List<string> seeds = [];
    private readonly List<Func<string, bool>> identifiers = [];

    public RunWitness(NotebookSession session)
    {
        this.session = session;
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Phm" or "Phm.Notebook",
            Sample = (ref _) => IsOurs ? ActivitySamplingResult.AllData : ActivitySamplingResult.None,
            ActivityStopped = Hear,
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>The files, by path, without those that the session had written itself: they are results and not data.</summary>
    public IReadOnlyList<ManifestFile> Files
    {
        get
        {
            lock (gate)
                return [.. files.Select(file => new ManifestFile(RelativeTo(session.Directory, file.Key.Path), file.Value, file.Key.Sha256))
                    .OrderBy(file => file.Path, StringComparer.Ordinal).ThenBy(file => file.Sha256, StringComparer.Ordinal)];
        }
    }

    /// <summary>The seeds, in order of first use.</summary>
    public IReadOnlyList<string> Seeds
    {
        get
        {
            lock (gate) return [.. seeds];
        }
    }

    /// <summary>Tells of a text whether it is the identifier of a patient, one test a population.</summary>
    public IReadOnlyList<Func<string, bool>> Identifiers
    {
        get
        {
            lock (gate) return [.. identifiers];
        }
    }

    private bool IsOurs => CellRun.Current?.Session == session;

    public void Dispose() => listener.Dispose();

    /// <summary>A path of this machine as one from the notebook's folder, the same on every system.</summary>
    internal static string RelativeTo(string folder, string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');

    private static bool IsWithin(string path, string own) =>
        path.StartsWith(own, StringComparison.Ordinal) && (path.Length == own.Length || path[own.Length] == Path.DirectorySeparatorChar);

    private void Hear(Activity activity)
    {
        if (!IsOurs) return;
        lock (gate)
        {
            if (activity.GetTagItem("phm.file.path") is string path)
            {
                if (activity.OperationName == "phm.file.write") written.Add(path);
                if (activity.OperationName == "phm.file.read" && !written.Exists(own => IsWithin(path, own)))
                    files[(path, activity.GetTagItem("phm.file.sha256") as string)] = activity.GetTagItem("phm.file.rows") as long?;
            }
            if (activity.GetTagItem("phm.seed") is { } seed && Convert.ToString(seed, CultureInfo.InvariantCulture) is { } text && !seeds.Contains(text)) seeds.Add(text);
            if (activity.GetTagItem("phm.population.identifiers") is Func<string, bool> test) identifiers.Add(test);
        }
    }
}
