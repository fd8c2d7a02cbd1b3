using Phm.Notebook.Documents;

namespace Phm.Notebook.Running;

/// <summary>
/// Where a run saves. A notebook that is run in its own place keeps its outputs until the run has succeeded; the progress goes beside it.
/// </summary>
internal sealed class SaveTarget
{
    private readonly string? own;

    /// <param name="source">The file that was read, or null.</param>
    /// <param name="output">Where the caller wants the executed notebook, or null.</param>
    public SaveTarget(string? source, string? output)
    {
        if (output is null) return;
        // A cell may change what relative names mean.
        var path = Path.GetFullPath(output);
        if (source is not null && FileIdentity.IsSame(source, path)) own = path;
        Progress = own is null ? path : own + RunOptions.PartialSuffix;
    }

    /// <summary>Where the notebook is saved while it runs, or null.</summary>
    public string? Progress { get; }

    /// <summary>The run has succeeded: the notebook takes its place.</summary>
    public void Complete(NotebookDocument document)
    {
        if (own is null) return;
        document.Save(own);
        try
        {
            File.Delete(Progress!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody reads it; the next run replaces it.
        }
    }
}
