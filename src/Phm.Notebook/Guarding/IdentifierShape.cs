using System.Globalization;

namespace Phm.Notebook.Guarding;

/// <summary>Which texts may count as identifiers by themselves.</summary>
internal static class IdentifierShape
{
    /// <summary>A shorter text is too often a word or a code of something else.</summary>
    public const int ShortestAlone = 6;

    /// <summary>A shorter number is too often a count.</summary>
    public const int FewestDigitsAlone = 8;

    /// <summary>Whether a character belongs to a run of letters and digits; half of a surrogate pair does.</summary>
    public static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c)
        || (c >= 0x80 && (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark));

    /// <summary>Whether a text is long enough, and no short number or decimal, to count wherever it stands.</summary>
    public static bool CountsAlone(ReadOnlySpan<char> text)
    {
        if (text.Length < ShortestAlone) return false;
        var (digits, points) = (0, 0);
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c)) digits++;
            else if (c == '.') points++;
            else if (IsWord(c)) return true;
        }
        return digits >= FewestDigitsAlone && !(points > 0 && points + digits == text.Length);
    }

    /// <summary>Whether digits are part of a decimal number or follow a sign of money.</summary>
    public static bool IsPartOfAmount(string text, int start, int end)
    {
        if (text.AsSpan(start, end - start).ContainsAnyExceptInRange('0', '9')) return false;
        return (start > 1 && text[start - 1] == '.' && char.IsAsciiDigit(text[start - 2]))
            || (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
            || (start > 0 && text[start - 1] is '£' or '$' or '€') || (end < text.Length && text[end] == '%');
    }
}
