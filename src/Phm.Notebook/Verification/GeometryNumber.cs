namespace Phm.Notebook.Verification;

/// <summary>Finds numbers as SVG and CSS write them, close to letters and to each other: <c>M.5-3e2</c>.</summary>
internal static class GeometryNumber
{
    /// <summary>The length of the number that starts at a place, or 0.</summary>
    public static int Length(string text, int at, int end)
    {
        var i = at;
        if (text[i] is '-' or '+') i++;
        var whole = i;
        i = PastDigits(text, i, end);
        var hasDigits = i > whole;
        if (i < end && text[i] == '.' && (hasDigits || (i + 1 < end && char.IsAsciiDigit(text[i + 1]))))
        {
            var after = PastDigits(text, i + 1, end);
            hasDigits |= after > i + 1;
            i = after;
        }
        if (!hasDigits) return 0;
        return PastExponent(text, i, end) - at;
    }

    private static int PastExponent(string text, int i, int end)
    {
        if (i >= end || text[i] is not ('e' or 'E')) return i;
        var at = i + 1;
        if (at < end && text[at] is '-' or '+') at++;
        var after = PastDigits(text, at, end);
        return after > at ? after : i;
    }

    private static int PastDigits(string text, int i, int end)
    {
        while (i < end && char.IsAsciiDigit(text[i])) i++;
        return i;
    }
}
