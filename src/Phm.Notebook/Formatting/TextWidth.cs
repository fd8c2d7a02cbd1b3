using System.Globalization;
using System.Text;

namespace Phm.Notebook.Formatting;

/// <summary>How many columns text takes in a fixed-width font, and text cut to some.</summary>
internal static class TextWidth
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>Characters that take two columns: the main blocks of Unicode's East Asian Width (UAX 11) W and F, and of emoji.</summary>
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0xA4CF), (0xA960, 0xA97F), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF00, 0xFF60),
        (0xFFE0, 0xFFE6), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F900, 0x1F9FF), (0x1FA70, 0x1FAFF), (0x20000, 0x3FFFD),
    ];

    /// <summary>The columns of a line.</summary>
    public static int Of(string line)
    {
        var width = 0;
        for (var at = 0; at < line.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(line, at);
            width += OfElement(line.AsSpan(at, length));
            at += length;
        }
        return width;
    }

    /// <summary>Text on one line: white space and control characters are blanks, and nothing of it turns the direction of what follows.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">The most columns; what is longer ends in an ellipsis.</param>
    public static string OneLine(string text, int most)
    {
        var line = new StringBuilder(Math.Min(text.Length, most));
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune)) line.Append(' ');
            else if (!IsHidden(rune)) line.Append(rune.ToString());
            // Marks that take no column have no end of their own.
            if (line.Length > 4 * most) break;
        }
        return Cut(line.ToString().TrimEnd(), most);
    }

    /// <summary>A line, or its beginning with an ellipsis, never with half a character.</summary>
    public static string Cut(string line, int most)
    {
        if (Of(line) <= most) return line;
        var (end, width) = (0, 0);
        while (end < line.Length)
        {
            var length = StringInfo.GetNextTextElementLength(line, end);
            width += OfElement(line.AsSpan(end, length));
            if (width >= most) break;
            end += length;
        }
        return line[..end].TrimEnd() + "…";
    }

    /// <summary>A letter with its marks, or several emoji that are drawn as one, takes the columns of its widest part.</summary>
    private static int OfElement(ReadOnlySpan<char> element)
    {
        var width = 0;
        foreach (var rune in element.EnumerateRunes()) width = Math.Max(width, OfRune(rune));
        return width;
    }

    private static int OfRune(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0
        : rune.Value >= Wide[0].First && Array.Exists(Wide, block => rune.Value >= block.First && rune.Value <= block.Last) ? 2 : 1;

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && rune.Value is not (ZeroWidthNonJoiner or ZeroWidthJoiner);
}
