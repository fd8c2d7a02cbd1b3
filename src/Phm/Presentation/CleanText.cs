using System.Text;

namespace Phm.Presentation;

/// <summary>Words from data made fit to be shown: one line, bounded, without control characters and marks that reorder text.</summary>
internal static class CleanText
{
    /// <summary>The longest cell or heading of a table that is shown; the rest is cut with an ellipsis.</summary>
    public const int MaxCell = 300;

    /// <summary>The longest title or note of a table that is shown.</summary>
    public const int MaxSentence = 1_000;

    /// <summary>The words on one line, cut with an ellipsis where they are longer than so many characters.</summary>
    public static string Of(string? text, int longest)
    {
        var clean = new StringBuilder();
        var gap = false;
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                gap = clean.Length > 0;
                continue;
            }
            if (IsHidden(rune.Value)) continue;
            if (gap) clean.Append(' ');
            gap = false;
            if (clean.Length >= longest) return clean.ToString().TrimEnd() + "…";
            clean.Append(rune.ToString());
        }
        return clean.ToString();
    }

    /// <summary>Marks that turn the direction of text, and code points that are no characters.</summary>
    private static bool IsHidden(int code) =>
        code is (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F) or 0xFEFF
        || (code & 0xFFFE) == 0xFFFE || code is >= 0xFDD0 and <= 0xFDEF;
}
