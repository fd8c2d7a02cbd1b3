namespace Phm.Notebook.Verification;

/// <summary>
/// Looks at how many elements are open at once before HTML is parsed: the parser's work grows with that number for every tag, and
/// a hostile text may leave every element open.
/// </summary>
internal static class HtmlNesting
{
    /// <summary>Longer names are not told apart: no known element has one.</summary>
    private const int LongestName = 24;

    /// <summary>Elements that hold nothing, and those that end by themselves where the next one starts.</summary>
    private static readonly HashSet<string> NeverPileUp = new(
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
         "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "html", "head", "body"], StringComparer.OrdinalIgnoreCase);

    public static bool IsTooDeep(string html)
    {
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var names = open.GetAlternateLookup<ReadOnlySpan<char>>();
        var never = NeverPileUp.GetAlternateLookup<ReadOnlySpan<char>>();
        var (total, tagEnd) = (0, -1);
        for (var at = html.IndexOf('<'); at >= 0; at = html.IndexOf('<', at + 1))
        {
            var isEnd = at + 1 < html.Length && html[at + 1] == '/';
            var name = Name(html, isEnd ? at + 2 : at + 1);
            if (name.IsEmpty || never.Contains(name) || (!isEnd && IsSelfClosed(html, at, ref tagEnd))) continue;
            names.TryGetValue(name, out var count);
            if (isEnd && count == 0) continue;
            names[name] = count + (isEnd ? -1 : 1);
            total += isEnd ? -1 : 1;
            if (total > MarkupLimits.Depth) return true;
        }
        return false;
    }

    /// <summary>Pictures within HTML close their elements so. On an HTML element the stroke is ignored, but only a pile of such would be wrong.</summary>
    private static bool IsSelfClosed(string html, int at, ref int tagEnd)
    {
        if (tagEnd < at) tagEnd = html.IndexOf('>', at) is >= 0 and var end ? end : html.Length;
        return tagEnd < html.Length && html[tagEnd - 1] == '/';
    }

    private static ReadOnlySpan<char> Name(string html, int start)
    {
        if (start >= html.Length || !char.IsAsciiLetter(html[start])) return [];
        var end = start;
        while (end < html.Length && end - start < LongestName && html[end] is not ('>' or '/') && !char.IsWhiteSpace(html[end])) end++;
        return html.AsSpan(start, end - start);
    }
}
