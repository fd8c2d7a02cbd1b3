namespace Phm.Cli;

/// <summary>A notebook to be run.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Name">Its path below the folder that was asked for, with forward slashes; where its copy goes below the output folder.</param>
internal sealed record NotebookFile(string Path, string Name);
