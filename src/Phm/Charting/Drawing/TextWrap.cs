using System.Text;

namespace Phm.Charting.Drawing;

/// <summary>Breaks text into lines of a bounded width and number.</summary>
internal static class TextWrap
{
    private const string Ellipsis = "…";

    /// <summary>Up to this many lines are made of similar length; more are a paragraph and fill the width.</summary>
    private const int MostBalanced = 3;

    /// <summary>Lines no wider than <paramref name="width"/>; what does not fit in <paramref name="maxLines"/> ends in an ellipsis.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, TextStyle style, int maxLines)
    {
        var lines = Fill(text, width, style);
        if (lines.Count <= maxLines) return lines.Count <= MostBalanced ? Balance(lines, text, width, style) : lines;
        return [.. lines.Take(maxLines - 1), Shorten(lines[maxLines - 1] + Ellipsis, width, style)];
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

    /// <summary>The narrowest lines of the same number: a full line followed by a lone word reads badly.</summary>
    private static List<string> Balance(List<string> lines, string text, double width, TextStyle style)
    {
        for (var narrower = width - 4; lines.Count > 1 && BreaksBetweenWords(text, narrower, style); narrower -= 4)
        {
            var candidate = Fill(text, narrower, style);
            if (candidate.Count > lines.Count) break;
            lines = candidate;
        }
        return lines;
    }

    private static List<string> Fill(string text, double width, TextStyle style)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in Words(text, width, style))
        {
            var longer = line.Length == 0 ? word.Text : word.Joined ? line + word.Text : line + " " + word.Text;
            var isFull = line.Length > 0 && style.Width(longer) > width;
            if (isFull) lines.Add(line);
            line = isFull ? word.Text : longer;
        }
        if (line.Length > 0) lines.Add(line);
        return lines;
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
