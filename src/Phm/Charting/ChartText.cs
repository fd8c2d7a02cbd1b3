using System.Text;

namespace Phm.Charting;

/// <summary>Words from data, made fit for a picture: one line, bounded, without characters that XML forbids or that reorder text.</summary>
internal static class ChartText
{
    /// <summary>The longest label that is kept; the rest is cut with an ellipsis.</summary>
    public const int MaxLabel = 120;

    /// <summary>The longest title, note or source that is kept.</summary>
    public const int MaxSentence = 600;

    /// <summary>A label. Nothing readable is shown as "(no name)", so that a row is never anonymous by accident.</summary>
    public static string Label(string? text) => Clean(text, MaxLabel) is { Length: > 0 } label ? label : "(no name)";

    /// <summary>Labels of a chart, copied.</summary>
    public static string[] Labels(IEnumerable<string> labels) => [.. labels.Select(Label)];

    /// <summary>A sentence that may be absent.</summary>
    public static string? Optional(string? text) => Clean(text, MaxSentence) is { Length: > 0 } sentence ? sentence : null;

    /// <summary>A sentence that must be there.</summary>
    public static string Required(string? text, string parameter) =>
        Optional(text) ?? throw new ArgumentException("A chart needs a title that says what it shows, with population and period.", parameter);

    private static string Clean(string? text, int longest)
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
