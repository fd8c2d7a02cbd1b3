using System.Text.Json.Nodes;
using Phm.Notebook.Documents;

namespace Phm.Notebook.Verification;

/// <summary>
/// Compares the outputs that a notebook keeps of a cell with those that a run gives, by structure and MIME type. Not compared: the number
/// of the execution, the order of keys, whether a text is stored as one string or as lines, and <c>transient</c>.
/// </summary>
public static class OutputComparison
{
    /// <summary>Compares one cell.</summary>
    /// <param name="kept">The cell as the notebook keeps it.</param>
    /// <param name="index">Its position among all cells, counted from 0.</param>
    /// <param name="obtained">The same cell of an executed copy.</param>
    /// <param name="tolerance">How far numbers may lie apart.</param>
    /// <returns>The verdict with the differences; it never throws for what outputs hold.</returns>
    public static CellVerdict Compare(NotebookCell kept, int index, NotebookCell obtained, Tolerance tolerance)
    {
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(obtained);
        ArgumentNullException.ThrowIfNull(tolerance);
        return kept.Source == obtained.Source ? Compare(kept.Outputs, obtained.Outputs, index, kept.Id, tolerance) : new CellVerdict
        {
            CellIndex = index,
            CellId = kept.Id,
            Verdict = Verdict.Unverifiable,
            Reason = "The cell that was run has another source, so its outputs cannot be compared.",
        };
    }

    /// <summary>Compares outputs as nbformat stores them.</summary>
    /// <param name="kept">What the notebook keeps.</param>
    /// <param name="obtained">What the run gives.</param>
    /// <param name="index">The cell's position among all cells, counted from 0.</param>
    /// <param name="cellId">The cell's id.</param>
    /// <param name="tolerance">How far numbers may lie apart.</param>
    public static CellVerdict Compare(JsonArray kept, JsonArray obtained, int index, string cellId, Tolerance tolerance)
    {
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(obtained);
        ArgumentNullException.ThrowIfNull(tolerance);
        var differences = new DifferenceList();
        try
        {
            Compare(new OutputParts(kept), new OutputParts(obtained), differences, tolerance);
        }
        catch (InvalidOperationException) when (!JsonStrings.IsReadable(kept) || !JsonStrings.IsReadable(obtained))
        {
            differences.Add(Verdict.Unverifiable, () => new("The outputs hold a key that is not valid Unicode."));
        }
        var listed = differences.Listed();
        return new CellVerdict
        {
            CellIndex = index,
            CellId = cellId,
            Verdict = differences.Worst,
            Differences = listed,
            DifferenceCount = differences.Count,
            Reason = differences.Count == 0 ? null : VerdictWords.Sentence(differences.Worst, differences.Count, listed.Count),
        };
    }

    private static void Compare(OutputParts kept, OutputParts obtained, DifferenceList differences, Tolerance tolerance)
    {
        var pairs = new OutputPairs(kept, obtained, differences, tolerance);
        foreach (var (k, o) in Alignment.Of(kept.Keys(), obtained.Keys())) pairs.Compare(k, o);
    }
}
