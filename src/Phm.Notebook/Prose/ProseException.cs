namespace Phm.Notebook.Prose;

/// <summary>A marker in prose that cannot be followed.</summary>
internal sealed class ProseException(int line, string message) : Exception(message)
{
    /// <summary>The line of the cell, counted from 1.</summary>
    public int Line { get; } = line;
}
