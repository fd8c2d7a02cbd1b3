namespace Phm.Notebook.Verification;

/// <summary>Finds numbers as people write them: <c>-1,490</c>, <c>16.3</c>, <c>2.5e-7</c>.</summary>
internal static class WrittenNumber
{
    /// <summary>Bare whole numbers of as many digits are codes: NHS numbers have ten, SNOMED CT up to eighteen.</summary>
    public const int FewestCodeDigits = 10;

    /// <summary>Ten groups of three digits, each with its comma.</summary>
    private const int LongestGroups = 40;

    /// <summary>The length of the number that starts at a place, or 0.</summary>
    public static int Length(string text, int at, int start, int end)
    {
        var i = at;
        if (IsSign(text[i]))
        {
            if (at > start && EndsOperand(text[at - 1])) return 0;
            i++;
        }
        if (i >= end || !char.IsAsciiDigit(text[i])) return 0;
        if (at > start && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '_' or '#')) return 0;
        var digits = i;
        while (i < end && char.IsAsciiDigit(text[i])) i++;
        var isBare = true;
        if (i - digits <= 3) i = PastGroups(text, i, end, ref isBare);
        i = PastDecimals(text, i, end, ref isBare);
        i = PastExponent(text, i, end, ref isBare);
        if (i < end && (char.IsLetterOrDigit(text[i]) || text[i] == '_')) return 0;
        if (i + 1 < end && text[i] == '.' && char.IsAsciiDigit(text[i + 1])) return 0;
        return isBare && IsName(text, at, digits, i, start, end) ? 0 : i - at;
    }

    public static bool IsCode(ReadOnlySpan<char> digits) =>
        digits.Length >= FewestCodeDigits && !digits.ContainsAnyExceptInRange('0', '9');

    /// <summary>Whether bare digits name something: a code, or part of a date, a range, a time.</summary>
    private static bool IsName(string text, int at, int digits, int i, int start, int end)
    {
        if (i - digits >= FewestCodeDigits || (i - digits > 1 && text[digits] == '0')) return true;
        if (i + 1 < end && Joins(text[i]) && char.IsAsciiDigit(text[i + 1])) return true;
        return at - 2 >= start && Joins(text[at - 1]) && char.IsAsciiDigit(text[at - 2]);
    }

    private static int PastGroups(string text, int i, int end, ref bool isBare)
    {
        var at = i;
        while (at + 3 < end && at - i <= LongestGroups && text[at] == ',' && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3])) at += 4;
        // 1,2345 is a list, not a number, and so is what has more groups than a number can.
        if (at == i || at - i > LongestGroups || (at < end && char.IsAsciiDigit(text[at]))) return i;
        isBare = false;
        return at;
    }

    private static int PastDecimals(string text, int i, int end, ref bool isBare)
    {
        if (i + 1 >= end || text[i] != '.' || !char.IsAsciiDigit(text[i + 1])) return i;
        isBare = false;
        for (i++; i < end && char.IsAsciiDigit(text[i]);) i++;
        return i;
    }

    private static int PastExponent(string text, int i, int end, ref bool isBare)
    {
        if (i >= end || text[i] is not ('e' or 'E')) return i;
        var at = i + 1;
        if (at < end && IsSign(text[at])) at++;
        if (at >= end || !char.IsAsciiDigit(text[at])) return i;
        while (at < end && char.IsAsciiDigit(text[at])) at++;
        isBare = false;
        return at;
    }

    private static bool IsSign(char c) => c is '-' or '+' or '\u2212';

    private static bool EndsOperand(char c) => char.IsLetterOrDigit(c) || c is '_' or ')' or ']' or '%';

    private static bool Joins(char c) => c is '-' or '/' or ':';
}
