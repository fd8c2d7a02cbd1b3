using Phm.Notebook.Documents;
using Phm.Notebook.Prose;

namespace Phm.Notebook.Verification;

/// <summary>Compares the numbers that prose quotes with those that the run gives for them.</summary>
internal static class ProseComparison
{
    /// <summary>The verdict on a cell of prose, or null where it quotes nothing.</summary>
    public static CellVerdict? Compare(NotebookCell kept, int index, NotebookCell obtained)
    {
        if (kept.Kind != CellKind.Markdown || Markers(kept) is not { Count: > 0 } quoted) return null;
        var differences = quoted.Zip(Markers(obtained)).Where(pair => pair.First.Quoted != pair.Second.Quoted).Select(pair => new Difference
        {
            Verdict = Verdict.Changed,
            Reason = "The prose quotes a value that the notebook does not give.",
            Where = $"prose, line {pair.First.Line}, {Short(pair.First.Expression)}",
            Kept = Marked(pair.First.Quoted),
            Obtained = Marked(pair.Second.Quoted),
        }).ToList();
        return new CellVerdict
        {
            CellIndex = index,
            CellId = kept.Id,
            Verdict = differences.Count == 0 ? Verdict.Identical : Verdict.Changed,
            Differences = [.. differences.Take(CellVerdict.MostListed)],
            DifferenceCount = differences.Count,
            Reason = differences.Count == 0 ? null : "The prose quotes numbers that the notebook does not give.",
        };
    }

    /// <summary>None where a marker cannot be read: then the run has failed and says so.</summary>
    private static IReadOnlyList<ProseMarker> Markers(NotebookCell cell)
    {
        try
        {
            return ProseMarker.In(cell);
        }
        catch (ProseException)
        {
            return [];
        }
    }

    private static string Marked(string text) => $"{Difference.MarkStart}{Short(text)}{Difference.MarkEnd}";

    private static string Short(string text) => text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 79), "…");
}
