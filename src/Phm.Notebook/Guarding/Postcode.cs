namespace Phm.Notebook.Guarding;

/// <summary>The form of full postcodes of the United Kingdom.</summary>
/// <remarks>One or two letters, a digit, perhaps a letter or digit, then a digit and two letters other than C, I, K, M, O, V (BS 7666).</remarks>
internal static class Postcode
{
    /// <summary>Whether the whole of a text is a postcode, with or without its space.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length is < 5 or > 8) return false;
        return IsInward(text[^3..]) && IsOutward(text[..^3].TrimEnd());
    }

    private static bool IsInward(ReadOnlySpan<char> text) => char.IsAsciiDigit(text[0]) && IsUnitLetter(text[1]) && IsUnitLetter(text[2]);

    private static bool IsOutward(ReadOnlySpan<char> text)
    {
        var letters = text.Length > 1 && char.IsAsciiLetter(text[1]) ? 2 : 1;
        return text.Length > letters && text.Length <= letters + 2 && char.IsAsciiLetter(text[0])
            && char.IsAsciiDigit(text[letters]) && (text.Length == letters + 1 || char.IsAsciiLetterOrDigit(text[letters + 1]));
    }

    private static bool IsUnitLetter(char c) => char.IsAsciiLetter(c) && !"CIKMOV".Contains(char.ToUpperInvariant(c));
}
