using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Phm.Notebook.Pages;

/// <summary>
/// Writes HTML or SVG anew from the parts that can do no harm: named elements with named attributes, text, nothing else. Every
/// element that is opened is closed, so a fragment cannot reach beyond its place on the page.
/// </summary>
internal sealed partial class MarkupSanitizer
{
    private const int Deepest = 200;

    private readonly string markup;
    private readonly MarkupSource source;
    private readonly StringBuilder safe = new();
    private readonly List<string> open = [];
    private int at;

    private MarkupSanitizer(string markup, MarkupSource source)
    {
        this.markup = markup;
        this.source = source;
    }

    private bool IsInSvg => open.Contains("svg");

    public static string Sanitize(string markup, MarkupSource source) => new MarkupSanitizer(markup.Replace("\0", "", StringComparison.Ordinal), source).Run();

    private string Run()
    {
        while (at < markup.Length)
        {
            var next = markup.IndexOf('<', at);
            AppendText(markup.AsSpan(at, (next < 0 ? markup.Length : next) - at));
            if (next < 0) break;
            at = next;
            ReadMarkup();
        }
        while (open.Count > 0) CloseLast();
        return safe.ToString();
    }

    private void ReadMarkup()
    {
        if (Starts("<!--")) SkipPast("-->");
        else if (Starts("<![CDATA[") && IsInSvg)
        {
            var end = markup.IndexOf("]]>", at, StringComparison.Ordinal);
            safe.Append(WebUtility.HtmlEncode(markup[(at + 9)..(end < 0 ? markup.Length : end)]));
            at = end < 0 ? markup.Length : end + 3;
        }
        else if (Starts("<!") || Starts("<?")) SkipPast(">");
        else if (EndTag().Match(markup, at) is { Success: true } end)
        {
            at += end.Length;
            Close(end.Groups["name"].Value.ToLowerInvariant());
        }
        else if (StartTag().Match(markup, at) is { Success: true } start)
        {
            at += start.Length;
            var attributes = ReadAttributes(out var isClosed);
            Open(start.Groups["name"].Value.ToLowerInvariant(), attributes, isClosed);
        }
        else
        {
            safe.Append("&lt;");
            at++;
        }
    }

    private List<(string, string)> ReadAttributes(out bool isClosed)
    {
        var attributes = new List<(string, string)>();
        isClosed = false;
        while (at < markup.Length && markup[at] != '>')
        {
            if (AttributePart().Match(markup, at) is { Success: true } part)
            {
                var value = part.Groups["q"].Success ? part.Groups["q"] : part.Groups["a"].Success ? part.Groups["a"] : part.Groups["u"];
                attributes.Add((part.Groups["name"].Value, WebUtility.HtmlDecode(value.Value)));
                at += part.Length;
                isClosed = false;
            }
            else
            {
                isClosed = markup[at] == '/' || (isClosed && char.IsWhiteSpace(markup[at]));
                at++;
            }
        }
        if (at < markup.Length) at++;
        return attributes;
    }

    private void Open(string name, List<(string Name, string Value)> attributes, bool isClosed)
    {
        var isSvg = name == "svg" || IsInSvg;
        // A page has no form, but a list of tasks says which are done.
        if (name == "input" && attributes.Contains(("type", "checkbox"))) safe.Append(attributes.Exists(attribute => attribute.Name == "checked") ? '☑' : '☐');
        if (SafeNames.Dropped.Contains(name) && !(isSvg && name == "title"))
        {
            if (!isClosed) SkipPastElement(name);
            return;
        }
        if (!(isSvg ? SafeNames.SvgElements : SafeNames.HtmlElements).TryGetValue(name, out var spelling) || open.Count >= Deepest) return;
        var kept = SafeAttributes.Filter(spelling, isSvg, attributes, source).ToList();
        if (name == "img" && !kept.Exists(attribute => attribute.Name == "src"))
        {
            // A picture that the page does not hold is named instead.
            if (kept.Find(attribute => attribute.Name == "alt").Value is { Length: > 0 } alt) safe.Append("<em>").Append(WebUtility.HtmlEncode(alt)).Append("</em>");
            return;
        }
        if (name == "svg") CompleteSvg(kept);
        // Markdown's tables do not say what a heading stands over; those who hear a table need to be told.
        if (name == "th" && open.Contains("thead") && !kept.Exists(attribute => attribute.Name == "scope")) kept.Add(("scope", "col"));
        safe.Append('<').Append(spelling);
        foreach (var (attribute, value) in kept) safe.Append(' ').Append(attribute).Append("=\"").Append(WebUtility.HtmlEncode(value)).Append('"');
        if (isSvg && isClosed) safe.Append("/>");
        else
        {
            safe.Append('>');
            if (isSvg || !SafeNames.Void.Contains(name)) open.Add(spelling);
        }
    }

    /// <summary>Without a view box a picture would be cut, not shrunk, where the page is narrow.</summary>
    private static void CompleteSvg(List<(string Name, string Value)> attributes)
    {
        if (attributes.Exists(attribute => attribute.Name == "viewBox")) return;
        var width = attributes.Find(attribute => attribute.Name == "width").Value;
        var height = attributes.Find(attribute => attribute.Name == "height").Value;
        if (Length().Match(width ?? "") is { Success: true } w && Length().Match(height ?? "") is { Success: true } h)
            attributes.Add(("viewBox", $"0 0 {w.Groups["n"].Value} {h.Groups["n"].Value}"));
    }

    private void Close(string name)
    {
        var index = open.FindLastIndex(element => string.Equals(element, name, StringComparison.OrdinalIgnoreCase));
        if (index < 0) return;
        while (open.Count > index) CloseLast();
    }

    private void CloseLast()
    {
        safe.Append("</").Append(open[^1]).Append('>');
        open.RemoveAt(open.Count - 1);
    }

    private void AppendText(ReadOnlySpan<char> text)
    {
        if (text.Length > 0) safe.Append(WebUtility.HtmlEncode(WebUtility.HtmlDecode(text.ToString())));
    }

    private bool Starts(string mark) => string.CompareOrdinal(markup, at, mark, 0, mark.Length) == 0;

    private void SkipPast(string mark)
    {
        var end = markup.IndexOf(mark, at, StringComparison.Ordinal);
        at = end < 0 ? markup.Length : end + mark.Length;
    }

    private void SkipPastElement(string name)
    {
        var end = markup.IndexOf("</" + name, at, StringComparison.OrdinalIgnoreCase);
        if (end < 0) at = markup.Length;
        else
        {
            at = end;
            SkipPast(">");
        }
    }

    [GeneratedRegex(@"\G</(?<name>[A-Za-z][\w:\-]*)[^>]*>?")]
    private static partial Regex EndTag();

    [GeneratedRegex(@"\G<(?<name>[A-Za-z][\w:\-]*)")]
    private static partial Regex StartTag();

    [GeneratedRegex("""\G(?<name>[^\s"'<>/=]+)(\s*=\s*("(?<q>[^"]*)"|'(?<a>[^']*)'|(?<u>[^\s"'<>`]+)))?""")]
    private static partial Regex AttributePart();

    [GeneratedRegex(@"^\s*(?<n>\d+(\.\d+)?)(px)?\s*$")]
    private static partial Regex Length();
}
