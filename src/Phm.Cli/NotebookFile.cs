using Phm.Notebook;
using Phm.Notebook.Documents;

namespace Phm.Cli;

/// <summary>A notebook to be run.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Name">Its path below the folder that was asked for, with forward slashes; where its copy goes below the output folder.</param>
internal sealed record NotebookFile(string Path, string Name)
{
    /// <summary>What is wrong with one notebook, for which the others must not suffer; null for what is no fault of it.</summary>
    public static string? Problem(Exception exception) => exception switch
    {
        NotebookException or IOException or UnauthorizedAccessException => exception.Message,
        _ => null,
    };

    /// <summary>The copy is written after each cell, so it must never be the notebook itself.</summary>
    public void RequireCopyElsewhere(string target)
    {
        if (FileIdentity.IsSame(Path, System.IO.Path.Combine(target, Name)))
            throw new NotebookException($"The executed copy of '{Name}' would take the place of the notebook itself. Choose another --output; phm run --update keeps outputs in the notebook.");
    }
}
