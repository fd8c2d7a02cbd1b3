namespace Phm.Notebook.Documents;

/// <summary>A file that cannot be read as a notebook. The file has not been touched.</summary>
public sealed class NotebookFormatException : NotebookException
{
    /// <summary>An error without further detail.</summary>
    public NotebookFormatException() { }

    /// <summary>An error with its sentence.</summary>
    public NotebookFormatException(string message) : base(message) { }

    /// <summary>An error with its sentence and its cause.</summary>
    public NotebookFormatException(string message, Exception? innerException) : base(message, innerException) { }

    internal NotebookFormatException(string file, string place, string problem, Exception? cause = null)
        : base(place.Length == 0 ? $"{file}: {problem}" : $"{file}, {place}: {problem}", cause)
    {
        File = file;
        Place = place;
    }

    /// <summary>The file's name as it was given.</summary>
    public string File { get; } = "";

    /// <summary>Where in the file: a line and column, or a cell and key; empty where the whole file is meant.</summary>
    public string Place { get; } = "";
}
