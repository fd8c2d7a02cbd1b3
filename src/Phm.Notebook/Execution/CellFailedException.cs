namespace Phm.Notebook.Execution;

/// <summary>A cell failed for a reason that the engine found and located itself.</summary>
internal sealed class CellFailedException(CellError error) : Exception(error.Message)
{
    public CellError Error { get; } = error;

    public static CellFailedException Directive(string message, int line) =>
        new(new CellError("DirectiveError", message, [$"DirectiveError: {message}", $"   at line {line}"], line, 1));
}
