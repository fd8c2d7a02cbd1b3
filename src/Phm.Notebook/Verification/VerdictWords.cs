namespace Phm.Notebook.Verification;

/// <summary>Verdicts in words and signs; none is told apart by colour alone.</summary>
internal static class VerdictWords
{
    public static string Name(Verdict verdict) => verdict switch
    {
        Verdict.Identical => "identical",
        Verdict.WithinTolerance => "within tolerance",
        Verdict.Unverifiable => "unverifiable",
        Verdict.Missing => "missing",
        Verdict.Extra => "extra",
        Verdict.Changed => "changed",
        _ => "error",
    };

    public static string Sign(Verdict verdict) => verdict switch
    {
        Verdict.Identical => "✓",
        Verdict.WithinTolerance => "≈",
        Verdict.Unverifiable => "?",
        Verdict.Missing => "+",
        Verdict.Extra => "−",
        Verdict.Changed => "≠",
        _ => "✗",
    };

    /// <summary>Counts of cells, such as <c>12 identical, 1 changed, 2 skipped</c>.</summary>
    public static string Counts(NotebookVerification notebook)
    {
        var counts = Enum.GetValues<Verdict>().Select(verdict => (Count: notebook.Count(verdict), Name: Name(verdict))).Append((Count: notebook.SkippedCount, Name: "skipped"));
        var words = string.Join(", ", counts.Where(entry => entry.Count > 0).Select(entry => $"{Places.Number(entry.Count)} {entry.Name}"));
        return notebook.IsQuick ? "digests only" : words.Length > 0 ? words : "no code cells";
    }

    public static string Differences(int count, string which = "") => count == 1 ? $"1 {which}difference" : $"{Places.Number(count)} {which}differences";

    public static string Sentence(Verdict worst, int count, int listed) =>
        $"{Differences(count)}, {(count == 1 ? "" : "the worst: ")}{Name(worst)}{(listed < count ? $"; {Places.Number(listed)} are listed" : "")}.";
}
