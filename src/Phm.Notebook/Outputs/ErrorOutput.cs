namespace Phm.Notebook.Outputs;

/// <summary>Why a cell failed; published once a cell, last.</summary>
/// <param name="Name">The exception's type or the kind of error.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Traceback">Lines for a reader: the message, then the places that led to it, without paths of this machine.</param>
public sealed record ErrorOutput(string Name, string Message, IReadOnlyList<string> Traceback) : CellOutput;
