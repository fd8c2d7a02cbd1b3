namespace Phm.Notebook.Formatting;

/// <summary>A type's own formatter does not do what it promises.</summary>
public sealed class FormatterException : NotebookException
{
    /// <summary>An error without further detail.</summary>
    public FormatterException() { }

    /// <summary>An error with its sentence.</summary>
    public FormatterException(string message) : base(message) { }

    /// <summary>An error with its sentence and its cause.</summary>
    public FormatterException(string message, Exception? innerException) : base(message, innerException) { }
}
