namespace Phm.Notebook;

/// <summary>What went wrong with a notebook, in one sentence for its author: where, what was found, what to do.</summary>
public class NotebookException : Exception
{
    /// <summary>An error without further detail.</summary>
    public NotebookException() { }

    /// <summary>An error with its sentence.</summary>
    public NotebookException(string message) : base(message) { }

    /// <summary>An error with its sentence and its cause.</summary>
    public NotebookException(string message, Exception? innerException) : base(message, innerException) { }
}
