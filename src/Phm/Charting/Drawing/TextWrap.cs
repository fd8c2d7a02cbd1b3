using System.Text;

namespace Phm.Charting.Drawing;

/// <summary>Breaks text into lines of a bounded width and number.</summary>
internal static class TextWrap
{
    private const string Ellipsis = "…";

    /// <summary>Lines no wider than <paramref name="width"/>; what does not fit in <paramref name="maxLines"/> ends in an ellipsis.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, TextStyle style, int maxLines)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in Words(text, width, style))
        {
            var longer = line.Length == 0 ? word.Text : word.Joined ? line + word.Text : line + " " + word.Text;
            if (line.Length > 0 && style.Width(longer) > width)
            {
                lines.Add(line);
                line = word.Text;
            }
            else
            {
                line = longer;
            }
        }
        if (line.Length > 0) lines.Add(line);
        if (lines.Count <= maxLines) return Balance(lines, text, width, style);
        var last = Shorten(lines[maxLines - 1] + Ellipsis, width, style);
        return [.. lines.Take(maxLines - 1), last];
    }

    /// <summary>One line that fits, ending in an ellipsis where it had to be cut.</summary>
    public static string Shorten(string text, double width, TextStyle style)
    {
        if (style.Width(text) <= width) return text;
        var runes = text.TrimEnd('…').EnumerateRunes().ToList();
        while (runes.Count > 1 && style.Width(string.Concat(runes) + Ellipsis) > width) runes.RemoveAt(runes.Count - 1);
        return string.Concat(runes).TrimEnd() + Ellipsis;
    }

    /// <summary>Whether every word fits on a line of its own, so that wrapping breaks only between words.</summary>
    public static bool BreaksBetweenWords(string text, double width, TextStyle style) =>
        text.Split(' ').All(word => style.Width(word) <= width);

    /// <summary>Two lines of similar length read better than a full line and a widow.</summary>
    private static List<string> Balance(List<string> lines, string text, double width, TextStyle style)
    {
        if (lines.Count != 2 || !BreaksBetweenWords(text, width, style)) return lines;
        var best = lines;
        var words = text.Split(' ');
        for (var k = 1; k < words.Length; k++)
        {
            List<string> split = [string.Join(' ', words[..k]), string.Join(' ', words[k..])];
            if (Longest(split) < Longest(best)) best = split;
        }
        return best;

        double Longest(List<string> candidate) => candidate.Max(style.Width);
    }

    /// <summary>The words, those wider than a line broken into pieces that fit.</summary>
    private static IEnumerable<(string Text, bool Joined)> Words(string text, double width, TextStyle style)
    {
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (style.Width(word) <= width)
            {
                yield return (word, false);
                continue;
            }
            var piece = new StringBuilder();
            var joined = false;
            foreach (var rune in word.EnumerateRunes())
            {
                if (piece.Length > 0 && style.Width(piece.ToString() + rune) > width)
                {
                    yield return (piece.ToString(), joined);
                    joined = true;
                    piece.Clear();
                }
                piece.Append(rune.ToString());
            }
            yield return (piece.ToString(), joined);
        }
    }
}
