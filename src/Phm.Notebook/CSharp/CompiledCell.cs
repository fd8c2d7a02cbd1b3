namespace Phm.Notebook.CSharp;

/// <summary>A cell that is ready to run.</summary>
/// <param name="Assembly">The name of the assembly that it was made into.</param>
/// <param name="Label">The cell's name in places of errors.</param>
/// <param name="Submission">Its link of the chain.</param>
/// <param name="Points">What the engine added to its code, or null.</param>
/// <param name="Texts">The texts of the session's cells.</param>
/// <param name="Start">Runs it on the objects of the chain.</param>
internal sealed record CompiledCell(
    string Assembly, string Label, Submission Submission, StopPoints? Points, CellTexts Texts, Func<object?[], Task<object?>> Start)
{
    /// <summary>
    /// A place of this cell as it is written. Optimised code does not know where an index was out of range: where only one line of
    /// the cell has an index, it is that line.
    /// </summary>
    public CodePlace Locate(CodePlace place, Exception exception)
    {
        var located = Relocate(place, exception);
        return located.File is null ? located : located with { Text = Texts.Line(located.File, located.Line) };
    }

    private CodePlace Relocate(CodePlace place, Exception exception)
    {
        if (place.File != Label) return place;
        if (place.Line > 0) return Points is null ? place : place with { Column = Points.OriginalColumn(place.Line, place.Column) };
        return exception is IndexOutOfRangeException && Submission.IndexedLines() is [var only] ? place with { Line = only } : place;
    }
}
