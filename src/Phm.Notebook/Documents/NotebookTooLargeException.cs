namespace Phm.Notebook.Documents;

/// <summary>A notebook that would be written larger than it can be read again. The file has not been touched.</summary>
internal sealed class NotebookTooLargeException(string message) : NotebookException(message);
