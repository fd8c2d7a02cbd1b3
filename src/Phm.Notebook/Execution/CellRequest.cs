namespace Phm.Notebook.Execution;

/// <summary>A cell to execute.</summary>
/// <param name="Source">The cell's text: code, directives, or text for another kernel.</param>
public sealed record CellRequest(string Source)
{
    /// <summary>The kernel that the cell's metadata names, or null for C#. A selector in the source comes first.</summary>
    public string? KernelName { get; init; }

    /// <summary>How long the cell's code may run, or null for <see cref="SessionOptions.CellTimeout"/>.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Whether the cell publishes nothing and takes no number.</summary>
    public bool Silent { get; init; }

    /// <summary>Whether the cell takes the next number; without one it bears that of the cell before. A silent cell never takes one. Default: true.</summary>
    public bool TakesNumber { get; init; } = true;

    /// <summary>A cell of C#.</summary>
    public static implicit operator CellRequest(string source) => new(source);
}
