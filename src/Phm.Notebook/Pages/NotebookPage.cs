using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Phm.Notebook.Documents;

namespace Phm.Notebook.Pages;

/// <summary>
/// A notebook as one static HTML page that needs no network and runs no script. Outputs and prose may come from anyone: only
/// harmless markup is taken over.
/// </summary>
public static class NotebookPage
{
    /// <summary>The page.</summary>
    /// <param name="document">The notebook, with its kept outputs.</param>
    /// <param name="options">How it is written.</param>
    /// <returns>HTML; the same for the same notebook.</returns>
    public static string Write(NotebookDocument document, PageOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        options ??= new PageOptions();
        var headings = new PageHeadings();
        var pictures = options.PictureFolder is { } folder ? new PictureFolder(folder) : null;
        var main = new StringBuilder();
        for (var i = 0; i < document.Cells.Count; i++)
        {
            var cell = document.Cells[i];
            if (cell.Kind == CellKind.Markdown) AppendSection(main, MarkdownRenderer.Render(cell.Source, cell.Attachments, new MarkupSource($"c{i + 1}-", true, pictures), headings));
            else if (cell.Kind == CellKind.Code) AppendSection(main, Code(cell, cell.KernelName ?? document.DefaultKernel, i, options));
        }
        var title = options.Title ?? document.Title ?? Path.GetFileNameWithoutExtension(document.Name);
        var header = options.IndexHref is { } index ? $"<nav><a href=\"{PageTemplate.Link(index)}\">All notebooks</a></nav>" : "";
        var contents = options.ShowContents ? headings.WriteContents() : "";
        if (options.ShowContents) PlaceContents(main, headings.HasTitle ? null : title, contents);
        return PageTemplate.Wrap(title, header, main.ToString(), skipTo: contents.Length > 0 ? PageHeadings.AfterContents : null);
    }

    /// <summary>The contents stand under the title, which a page that has none is given.</summary>
    private static void PlaceContents(StringBuilder main, string? missingTitle, string contents)
    {
        const string End = "</h1>\n";
        if (missingTitle is not null) main.Insert(0, $"<h1>{WebUtility.HtmlEncode(missingTitle)}{End}");
        var under = main.ToString().IndexOf(End, StringComparison.Ordinal);
        if (under >= 0) main.Insert(under + End.Length, contents);
    }

    private static void AppendSection(StringBuilder main, string content)
    {
        if (content.Length > 0) main.Append("<section class=\"cell\">\n").Append(content).Append("</section>\n");
    }

    private static string Code(NotebookCell cell, string kernel, int index, PageOptions options)
    {
        var html = new StringBuilder();
        var source = cell.Source.TrimEnd();
        if (options.ShowCode && source.Length > 0)
        {
            var code = kernel == "csharp" ? CodeHighlighter.Highlight(source) : WebUtility.HtmlEncode(source);
            html.Append("<div class=\"source\"><pre><code>").Append(code).Append("</code></pre></div>\n");
        }
        var number = 0;
        foreach (var output in cell.Outputs.OfType<JsonObject>())
            html.Append(OutputRenderer.Render(output, new MarkupSource($"c{index + 1}o{++number}-", false), options.ShowPictureText));
        return html.ToString();
    }
}
