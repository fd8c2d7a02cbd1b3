namespace Phm.Notebook.Verification;

/// <summary>A verification as lines of plain text for a terminal or a log.</summary>
public static class VerificationSummary
{
    /// <summary>No line has more characters.</summary>
    public const int Width = 100;

    private const int WidestName = 36;
    private const int VerdictWidth = 18;
    private const int MostDifferences = 5;
    private const string KeptHead = "        kept      ";
    private const string ObtainedHead = "        obtained  ";

    /// <summary>
    /// One line a notebook with its verdict and counts of cells; beneath it the notes, and each cell that is skipped or not identical, with
    /// its first differences. No timings, no colours; the same for the same verification.
    /// </summary>
    public static IReadOnlyList<string> Lines(IReadOnlyList<NotebookVerification> notebooks)
    {
        ArgumentNullException.ThrowIfNull(notebooks);
        var name = Math.Min(WidestName, notebooks.Select(notebook => notebook.Name.Length).DefaultIfEmpty().Max());
        var lines = new List<string>();
        foreach (var notebook in notebooks)
        {
            AddWrapped(lines, $"{MarkedExcerpt.Name(notebook.Name, name).PadRight(name)}  {Verdict(notebook.Verdict).PadRight(VerdictWidth)}  ", VerdictWords.Counts(notebook));
            foreach (var note in notebook.Notes) AddWrapped(lines, "  ", note);
            foreach (var cell in notebook.Cells) AddCell(lines, cell);
        }
        return [.. lines.Select(line => MarkedExcerpt.Line(line, Width))];
    }

    private static string Verdict(Verdict verdict) => $"{VerdictWords.Sign(verdict)} {VerdictWords.Name(verdict)}";

    /// <summary>Breaks a sentence between words; its further lines stand under the first.</summary>
    private static void AddWrapped(List<string> lines, string head, string sentence)
    {
        var indent = new string(' ', head.Length);
        var line = head;
        foreach (var word in sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > indent.Length && line.Length + word.Length + 1 > Width)
            {
                lines.Add(line);
                line = indent;
            }
            line += line.Length > indent.Length ? " " + word : word;
        }
        lines.Add(line);
    }

    private static void AddCell(List<string> lines, VerifiedCell cell)
    {
        var verdict = cell.Verdict;
        var name = $"cell {verdict.CellIndex + 1} ({verdict.CellId}): ";
        if (cell.Skipped) AddWrapped(lines, "  ○ ", $"{name}skipped: {cell.SkipReason}");
        if (cell.Skipped || verdict.Verdict == Verification.Verdict.Identical) return;
        var head = $"  {VerdictWords.Sign(verdict.Verdict)} ";
        if (verdict.Differences.Count == 0) AddWrapped(lines, head, name + verdict.Reason);
        else lines.Add($"{head}{name}{VerdictWords.Name(verdict.Verdict)}");
        // Where something has changed, what is within the tolerance is not what the reader looks for.
        var shown = verdict.Differences.OrderByDescending(difference => difference.Verdict > Verification.Verdict.WithinTolerance).Take(MostDifferences).ToList();
        foreach (var difference in shown) AddDifference(lines, difference);
        if (shown.Count > 0 && verdict.DifferenceCount > shown.Count) lines.Add($"      and {VerdictWords.Differences(verdict.DifferenceCount - shown.Count, "more ")}");
    }

    private static void AddDifference(List<string> lines, Difference difference)
    {
        var place = string.Join(", ", ((string?[])[difference.MimeType, difference.Where]).Where(part => !string.IsNullOrEmpty(part)));
        lines.Add($"    {VerdictWords.Sign(difference.Verdict)} {(place.Length == 0 ? difference.Reason : place)}");
        if (difference.Kept.Length > 0) lines.Add(KeptHead + MarkedExcerpt.Fit(difference.Kept, Width - KeptHead.Length));
        if (difference.Obtained.Length > 0) lines.Add(ObtainedHead + MarkedExcerpt.Fit(difference.Obtained, Width - ObtainedHead.Length));
    }
}
