namespace Phm.Notebook.Verification;

/// <summary>Compares texts character by character, whatever their size; line ends and white space at the end of the text do not count.</summary>
internal static class ExactText
{
    public static void Compare(string kept, string obtained, DifferenceList differences, Func<string> place, string? remark = null)
    {
        var (a, b) = (Unify(kept), Unify(obtained));
        var (aEnd, bEnd) = (a.AsSpan().TrimEnd().Length, b.AsSpan().TrimEnd().Length);
        if (a.AsSpan(0, aEnd).SequenceEqual(b.AsSpan(0, bEnd))) return;
        differences.Add(Verdict.Changed, () =>
        {
            var start = a.AsSpan(0, aEnd).CommonPrefixLength(b.AsSpan(0, bEnd));
            var most = Math.Min(aEnd, bEnd) - start;
            var tail = 0;
            while (tail < most && a[aEnd - tail - 1] == b[bEnd - tail - 1]) tail++;
            var line = a.AsSpan(0, start).Count('\n') + 1;
            return new(remark is null ? "The text differs." : $"The text differs. {remark}", Places.Join(place(), $"line {Places.Number(line)}"),
                Excerpt(a, start, aEnd - tail, aEnd), Excerpt(b, start, bEnd - tail, bEnd));
        });
    }

    private static string Unify(string text) => text.Contains('\r') ? text.ReplaceLineEndings("\n") : text;

    private static string Excerpt(string text, int start, int end, int textEnd)
    {
        var first = start == 0 ? 0 : text.LastIndexOf('\n', start - 1) + 1;
        var feed = text.IndexOf('\n', end, textEnd - end);
        return MarkedExcerpt.Of(text, start, end, first, feed < 0 ? textEnd : feed);
    }
}
