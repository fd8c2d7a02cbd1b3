namespace Phm.Notebook.Diagrams;

/// <summary>A diagram that is not as its language is written.</summary>
internal sealed class DiagramException(string message, int line) : Exception(message)
{
    /// <summary>The line of the diagram, counted from 1.</summary>
    public int Line { get; } = line;
}
