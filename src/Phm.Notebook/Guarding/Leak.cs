namespace Phm.Notebook.Guarding;

/// <summary>One thing about people that a kept notebook gives away, at one place of it.</summary>
public sealed record Leak
{
    /// <summary>The position of the cell in the notebook, from 0.</summary>
    public required int CellIndex { get; init; }

    /// <summary>The id of the cell.</summary>
    public required string CellId { get; init; }

    /// <summary>What is given away.</summary>
    public required LeakKind Kind { get; init; }

    /// <summary>
    /// Where it is (cell, output, MIME type, table and column), how much of it, and what to do, in a few sentences. It never holds the text
    /// that was found.
    /// </summary>
    public required string Message { get; init; }
}
