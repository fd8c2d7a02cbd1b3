using System.Net;
using System.Text;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Phm.Notebook.Pages;

/// <summary>The headings of a page's prose, in order. Cells are rendered one by one, so the page sees to it that no id occurs twice.</summary>
internal sealed class PageHeadings
{
    /// <summary>The id of the place after the contents, to which those who do not want them skip.</summary>
    public const string AfterContents = "after-contents";

    private const string Contents = "contents";

    private const int Deepest = 3;

    private readonly HashSet<string> taken = new([Contents, AfterContents], StringComparer.Ordinal);
    private readonly List<(int Level, string Id, string Text)> found = [];

    /// <summary>Whether the page has a heading of the first level, as every page should.</summary>
    public bool HasTitle => found.Exists(heading => heading.Level == 1);

    /// <summary>Takes note of a cell's headings and makes their ids unique.</summary>
    public void Add(MarkdownDocument prose)
    {
        foreach (var heading in prose.Descendants<HeadingBlock>())
        {
            var attributes = heading.GetAttributes();
            var id = attributes.Id is { Length: > 0 } own ? own : "section";
            var unique = id;
            for (var n = 2; !taken.Add(unique); n++) unique = $"{id}-{n}";
            attributes.Id = unique;
            if (heading.Level <= Deepest && Text(heading) is { Length: > 0 } text) found.Add((heading.Level, unique, text));
        }
    }

    /// <summary>A list of links to the headings, without the page's title, or nothing where there are fewer than two.</summary>
    public string WriteContents()
    {
        var listed = found.Count > 0 && found[0].Level == 1 ? found[1..] : found;
        if (listed.Count < 2) return "";
        var top = listed.Min(heading => heading.Level);
        var html = new StringBuilder($"<nav class=\"contents\" aria-labelledby=\"{Contents}\">\n<p id=\"{Contents}\">Contents</p>\n<ul>\n");
        foreach (var (level, id, text) in listed)
            html.Append("<li").Append(level > top ? " class=\"deeper\"" : "").Append("><a href=\"#").Append(WebUtility.HtmlEncode(id)).Append("\">").Append(WebUtility.HtmlEncode(text)).Append("</a></li>\n");
        return html.Append("</ul>\n</nav>\n<div id=\"").Append(AfterContents).Append("\" tabindex=\"-1\"></div>\n").ToString();
    }

    private static string Text(HeadingBlock heading) => string.Concat((heading.Inline?.Descendants() ?? []).Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        LineBreakInline => " ",
        _ => "",
    })).Trim();
}
