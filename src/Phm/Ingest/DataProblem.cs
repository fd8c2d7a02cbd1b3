namespace Phm.Ingest;

/// <summary>One thing that is wrong with a file: where, what was expected and what to do. It never holds the value that was found.</summary>
/// <param name="File">The file's name, without its folder.</param>
/// <param name="Line">The line, counted from 1 for the header; 0 where the problem is the file's as a whole.</param>
/// <param name="Column">The column's name, or null where the problem is the row's or the file's.</param>
/// <param name="Found">What kind of thing was found, without the value: "text that is not a date".</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Remedy">What to do.</param>
public sealed record DataProblem(string File, long Line, string? Column, string Found, string Expected, string Remedy)
{
    /// <summary>The problem in one line.</summary>
    public override string ToString()
    {
        var where = File + (Line > 0 ? $", line {Line}" : "") + (Column is null ? "" : $", column {Column}");
        return $"{where}: found {Found}; expected {Expected}. {Remedy}";
    }
}
