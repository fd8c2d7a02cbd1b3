using Phm.Notebook.Documents;

namespace Phm.Notebook.Guarding;

/// <summary>
/// Looks for people in what a notebook keeps: identifiers of patients whose data it read, NHS numbers, postcodes and tables with one
/// row a person, in every output of every MIME type, in streams and errors, in prose and in the names of its attachments.
/// </summary>
/// <remarks>
/// A patient's identifier counts wherever it stands alone if it has at least 6 characters and is not a number of fewer than 8 digits.
/// A shorter one cannot be told from a word or a count, so it counts as a column only: three different identifiers or more in four
/// fifths of its cells. A column of short numbers must besides be headed as identifiers, or lie where so few numbers are identifiers
/// that chance does not explain it; where identifiers are 1, 2, 3 and so on, every count is one.
/// <para/>
/// What it cannot see: pictures other than SVG, compressed or encrypted text, an identifier that was altered or that other letters and
/// digits touch. Code is looked at for identifiers alone. The time is proportional to the size of the notebook.
/// <para/>
/// A reviewed cell, with the tag <c>phm-reviewed</c> and a reason in its metadata as <c>"phm": { "reviewed": "…" }</c>, keeps everything
/// but patients' identifiers.
/// </remarks>
public static class LeakScan
{
    /// <summary>What a notebook gives away, in the order of its cells.</summary>
    /// <param name="document">The notebook, with its outputs.</param>
    /// <param name="identifierTests">Each tells whether a text is exactly the identifier of a patient whose data the notebook read.</param>
    public static IReadOnlyList<Leak> Find(NotebookDocument document, IReadOnlyCollection<Func<string, bool>> identifierTests)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(identifierTests);
        var identifiers = new IdentifierTest(identifierTests);
        var leaks = new List<Leak>();
        for (var index = 0; index < document.Cells.Count; index++)
        {
            var cell = document.Cells[index];
            var found = KeptContents.Of(cell).SelectMany(content => ContentReport.Of(content, identifiers));
            var isReviewed = Review.Covers(cell);
            leaks.AddRange(found.Where(leak => !isReviewed || leak.Kind == LeakKind.PatientIdentifier)
                .Select(leak => new Leak { CellIndex = index, CellId = cell.Id, Kind = leak.Kind, Message = $"Cell {index + 1}, {leak.Message}" }));
        }
        return leaks;
    }

    /// <summary>What a message about a cell gives away, which stands in none of its outputs.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="index">Its position in the notebook, from 0.</param>
    /// <param name="identifierTests">As for <see cref="Find"/>.</param>
    internal static IReadOnlyList<Leak> FindInMessage(string message, NotebookCell cell, int index, IReadOnlyCollection<Func<string, bool>> identifierTests) =>
        [.. ContentReport.Of(new KeptContent("its error message", ContentForm.Text, message), new IdentifierTest(identifierTests))
            .Select(leak => new Leak { CellIndex = index, CellId = cell.Id, Kind = leak.Kind, Message = $"Cell {index + 1}, {leak.Message}" })];
}
