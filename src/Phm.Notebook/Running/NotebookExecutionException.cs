using Phm.Notebook.Execution;

namespace Phm.Notebook.Running;

/// <summary>A cell of a run failed.</summary>
public sealed class NotebookExecutionException : NotebookException
{
    /// <summary>An error without further detail.</summary>
    public NotebookExecutionException() { }

    /// <summary>An error with its sentence.</summary>
    public NotebookExecutionException(string message) : base(message) { }

    /// <summary>An error with its sentence and its cause.</summary>
    public NotebookExecutionException(string message, Exception? innerException) : base(message, innerException) { }

    /// <summary>The error of a cell.</summary>
    /// <param name="notebook">The notebook's name.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="error">What went wrong in it.</param>
    public NotebookExecutionException(string notebook, CellReport cell, CellError error)
        : base($"{notebook}, cell {cell.Index + 1} (id {cell.Id}){Place(error)}: {error.Name}: {error.Message}")
    {
        CellId = cell.Id;
        CellIndex = cell.Index;
        Line = error.Line;
        Error = error;
    }

    /// <summary>The id of the cell.</summary>
    public string CellId { get; } = "";

    /// <summary>The cell's position among all cells of the notebook, counted from 0.</summary>
    public int CellIndex { get; }

    /// <summary>The line of the cell's source, counted from 1, or null where it is not known.</summary>
    public int? Line { get; }

    /// <summary>What went wrong, with the traceback.</summary>
    public CellError? Error { get; }

    private static string Place(CellError error) => error.Line is { } line ? $", line {line}" : "";
}
