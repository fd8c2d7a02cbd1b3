namespace Phm.Notebook.Execution;

/// <summary>Why a cell failed.</summary>
/// <param name="Name">The exception's type, <c>CompilationError</c>, <c>DirectiveError</c>, <c>CellTimeout</c> or <c>Interrupted</c>.</param>
/// <param name="Message">One sentence, with the exception's own message and nothing else of the data.</param>
/// <param name="Traceback">Lines for a reader, without paths of this machine.</param>
/// <param name="Line">The line of the cell, counted from 1, or null where it is not known.</param>
/// <param name="Column">The column in that line, counted from 1, or null.</param>
public sealed record CellError(string Name, string Message, IReadOnlyList<string> Traceback, int? Line = null, int? Column = null);
