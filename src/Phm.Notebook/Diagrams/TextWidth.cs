using System.Globalization;
using System.Text;

namespace Phm.Notebook.Diagrams;

/// <summary>
/// How wide a text is at most in the fonts that front ends use where none is named: Arial and Helvetica are narrower, Verdana and
/// DejaVu Sans nearly as wide as this.
/// </summary>
internal static class TextWidth
{
    private const string Narrow = "ijltfrI.,:;'|!()[]{}/\\\"- ";
    private const string Wide = "mwMW@%&—";

    public static double Of(string text, double size)
    {
        var width = 0.0;
        foreach (var rune in text.EnumerateRunes()) width += Of(rune);
        return width * size;
    }

    private static double Of(Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format) return 0;
        if (rune.Value > 0x2E80) return 1.1;
        if (!rune.IsAscii) return 0.68;
        var character = (char)rune.Value;
        return Narrow.Contains(character) ? 0.36 : Wide.Contains(character) ? 0.95 : char.IsAsciiLetterUpper(character) ? 0.70 : 0.60;
    }
}
