using Phm.Notebook;

namespace Phm.Jupyter;

/// <summary>A connection file cannot be used: which file, what was found, what was expected. It never repeats the key.</summary>
public sealed class ConnectionFileException : NotebookException
{
    /// <summary>An error without further detail.</summary>
    public ConnectionFileException() { }

    /// <summary>An error with its sentence.</summary>
    public ConnectionFileException(string message) : base(message) { }

    /// <summary>An error with its sentence and its cause.</summary>
    public ConnectionFileException(string message, Exception? innerException) : base(message, innerException) { }
}
