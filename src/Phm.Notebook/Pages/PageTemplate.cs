using System.Net;
using System.Text;

namespace Phm.Notebook.Pages;

/// <summary>The frame of every page: it loads nothing, runs nothing and prints well.</summary>
internal static class PageTemplate
{
    /// <summary>Holds even where the sanitizer should fail: no script, no request, no form.</summary>
    private const string Policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private static readonly Lazy<string> Style = new(() => ReadStyle("page.css"));

    /// <param name="title">The page's title, not yet escaped.</param>
    /// <param name="header">Safe HTML above the page, or nothing.</param>
    /// <param name="main">Safe HTML.</param>
    /// <param name="style">Style of this kind of page beyond that of all pages.</param>
    /// <param name="skipTo">The id behind the contents, for those who listen to the page; null where it has none.</param>
    public static string Wrap(string title, string header, string main, string style = "", string? skipTo = null)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"").Append(Policy).Append("\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta name=\"referrer\" content=\"no-referrer\">\n")
            .Append("<title>").Append(WebUtility.HtmlEncode(title)).Append("</title>\n<style>\n").Append(Style.Value).Append(style).Append("</style>\n</head>\n<body>\n");
        if (skipTo is not null) html.Append("<a class=\"skip\" href=\"#").Append(skipTo).Append("\">Skip the contents</a>\n");
        if (header.Length > 0) html.Append("<header class=\"page\">").Append(header).Append("</header>\n");
        return html.Append("<main>\n").Append(main).Append("</main>\n</body>\n</html>\n").ToString();
    }

    /// <summary>A path with forward slashes as the value of an attribute.</summary>
    public static string Link(string path) => WebUtility.HtmlEncode(string.Join('/', path.Split('/').Select(Uri.EscapeDataString)));

    /// <summary>A style sheet of the assembly.</summary>
    public static string ReadStyle(string name)
    {
        using var stream = typeof(PageTemplate).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
