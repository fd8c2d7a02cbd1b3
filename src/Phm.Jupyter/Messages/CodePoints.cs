namespace Phm.Jupyter.Messages;

/// <summary>Jupyter counts places in code by Unicode code points, .NET by UTF-16 units: they differ after the first emoji.</summary>
internal static class CodePoints
{
    /// <summary>The UTF-16 offset of a place; a place behind the text is its end.</summary>
    /// <param name="text">The text.</param>
    /// <param name="codePoints">The place, 0 or greater.</param>
    public static int ToUtf16(string text, int codePoints)
    {
        var offset = 0;
        for (; codePoints > 0 && offset < text.Length; codePoints--) offset += IsPair(text, offset) ? 2 : 1;
        return offset;
    }

    /// <summary>The place of a UTF-16 offset, counted in code points.</summary>
    public static int FromUtf16(string text, int offset)
    {
        var codePoints = 0;
        for (var at = 0; at < Math.Min(offset, text.Length); codePoints++) at += IsPair(text, at) ? 2 : 1;
        return codePoints;
    }

    private static bool IsPair(string text, int at) => at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]);
}
