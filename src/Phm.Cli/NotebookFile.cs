using Phm.Notebook;

namespace Phm.Cli;

/// <summary>A notebook to be run.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Name">Its path below the folder that was asked for, with forward slashes; where its copy goes below the output folder.</param>
internal sealed record NotebookFile(string Path, string Name)
{
    /// <summary>The copy is written after each cell, so it must never be the notebook itself.</summary>
    public void RequireCopyElsewhere(string target)
    {
        if (System.IO.Path.GetFullPath(Path) == System.IO.Path.GetFullPath(System.IO.Path.Combine(target, Name)))
            throw new NotebookException($"The executed copy of '{Name}' would take the place of the notebook itself. Choose another --output; phm run --update keeps outputs in the notebook.");
    }
}
