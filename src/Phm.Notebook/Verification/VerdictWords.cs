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

    public static string Sentence(Verdict worst, int count, int listed)
    {
        var number = count == 1 ? "1 difference" : $"{Places.Number(count)} differences";
        return $"{number}, {(count == 1 ? "" : "the worst: ")}{Name(worst)}{(listed < count ? $"; {Places.Number(listed)} are listed" : "")}.";
    }
}
