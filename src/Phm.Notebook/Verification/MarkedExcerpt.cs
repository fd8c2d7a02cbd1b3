using System.Globalization;
using System.Text;

namespace Phm.Notebook.Verification;

/// <summary>One readable line around the part of a text that differs, with marks where it differs.</summary>
internal static class MarkedExcerpt
{
    public const int Longest = 120;

    private const int Frame = 4;
    private const int FewestContext = 24;

    /// <param name="text">The text.</param>
    /// <param name="start">Where the part starts.</param>
    /// <param name="end">Where it ends; the same as <paramref name="start"/> where the other side has more.</param>
    /// <param name="first">Where the line or value starts: nothing before it is shown.</param>
    /// <param name="last">Where it ends.</param>
    public static string Of(string text, int start, int end, int first, int last)
    {
        var context = Math.Min(start - first, FewestContext) + Math.Min(last - end, FewestContext);
        var marked = Clean(text, start, Math.Min(end, start + Longest), Longest - Frame - context, end - start > Longest);
        var room = Longest - Frame - marked.Length;
        var after = CleanStart(text, end, Math.Min(last, end + Longest), Math.Max(FewestContext, room - (start - first)), last);
        var before = CleanEnd(text, Math.Max(first, start - Longest), start, Longest - Frame - marked.Length - after.Length, first);
        return $"{before}{Difference.MarkStart}{marked}{Difference.MarkEnd}{after}";
    }

    /// <summary>All of a short text, or the start of a long one, marked as a whole.</summary>
    public static string Of(string text) => Of(text, 0, text.Length, 0, text.Length);

    /// <summary>One line of at most so many characters, for names within sentences and places.</summary>
    public static string Name(string text, int longest) => Clean(text, 0, Math.Min(text.Length, longest + 1), longest, text.Length > longest + 1).Trim();

    /// <summary>
    /// A line of at most so many characters; indentation and columns stay. A mark that is cut away is closed, so that what differs can
    /// still be told apart.
    /// </summary>
    public static string Line(string text, int longest)
    {
        var line = string.Concat(text.Select(c => c is Difference.MarkStart or Difference.MarkEnd ? c : char.IsWhiteSpace(c) ? ' ' : ShownInLine(c))).TrimEnd();
        if (line.Length <= longest) return line;
        var cut = Cut(line, longest - 1);
        if (cut.LastIndexOf(Difference.MarkStart) <= cut.LastIndexOf(Difference.MarkEnd)) return cut + "…";
        return Cut(line, longest - 2) + "…" + Difference.MarkEnd;
    }

    /// <summary>An excerpt cut to so many characters around what is marked in it.</summary>
    public static string Fit(string excerpt, int longest)
    {
        if (excerpt.Length <= longest) return excerpt;
        var (start, end) = (excerpt.IndexOf(Difference.MarkStart, StringComparison.Ordinal), excerpt.LastIndexOf(Difference.MarkEnd));
        var from = Math.Clamp(Math.Min(start, end + FewestContext - longest), 0, excerpt.Length - longest);
        if (from > 0 && char.IsLowSurrogate(excerpt[from + 1])) from++;
        return Line(from == 0 ? excerpt : "…" + excerpt[(from + 1)..], longest);
    }

    private static string Clean(string text, int start, int end, int longest, bool isCut)
    {
        var clean = Clean(text, start, end);
        return clean.Length <= longest && !isCut ? clean : Cut(clean, longest - 1) + "…";
    }

    private static string CleanStart(string text, int start, int end, int longest, int last)
    {
        var clean = Clean(text, start, end);
        return clean.Length <= longest && end == last ? clean.TrimEnd() : Cut(clean, longest - 1) + "…";
    }

    private static string CleanEnd(string text, int start, int end, int longest, int first)
    {
        var clean = Clean(text, start, end);
        if (clean.Length <= longest && start == first) return clean.TrimStart();
        var from = Math.Max(0, clean.Length - Math.Max(0, longest - 1));
        if (from < clean.Length && char.IsLowSurrogate(clean[from])) from++;
        return "…" + clean[from..];
    }

    private static string Cut(string clean, int length)
    {
        length = Math.Clamp(length, 0, clean.Length);
        if (length > 0 && char.IsHighSurrogate(clean[length - 1])) length--;
        return clean[..length];
    }

    /// <summary>White space becomes one space; what would steer a terminal, turn the direction of a line or pass for a mark is replaced.</summary>
    private static string Clean(string text, int start, int end)
    {
        var line = new StringBuilder();
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                if (line.Length == 0 || line[^1] != ' ') line.Append(' ');
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                if (i + 1 < end) line.Append(c).Append(text[++i]);
            }
            else line.Append(Shown(c));
        }
        return line.ToString();
    }

    private static char Shown(char c) => c switch
    {
        Difference.MarkStart => '›',
        Difference.MarkEnd => '‹',
        _ => char.IsSurrogate(c) ? '\uFFFD' : ShownInLine(c),
    };

    private static char ShownInLine(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format ? '\uFFFD' : c;
}
