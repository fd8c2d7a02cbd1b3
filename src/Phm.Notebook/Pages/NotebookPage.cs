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
        var main = new StringBuilder();
        for (var i = 0; i < document.Cells.Count; i++) AppendCell(main, document, i, options.ShowCode);
        var title = options.Title ?? document.Title ?? Path.GetFileNameWithoutExtension(document.Name);
        var header = options.IndexHref is { } index ? $"<nav><a href=\"{WebUtility.HtmlEncode(Uri.EscapeDataString(index))}\">All notebooks</a></nav>" : "";
        return PageTemplate.Wrap(title, header, main.ToString());
    }

    private static void AppendCell(StringBuilder main, NotebookDocument document, int index, bool showCode)
    {
        var cell = document.Cells[index];
        if (cell.Kind == CellKind.Raw) return;
        main.Append("<section class=\"cell\">\n");
        if (cell.Kind == CellKind.Markdown) main.Append(MarkdownRenderer.Render(cell.Source, cell.Attachments, new MarkupSource($"c{index + 1}-", true)));
        else AppendCode(main, cell, cell.KernelName ?? document.DefaultKernel, index, showCode);
        main.Append("</section>\n");
    }

    private static void AppendCode(StringBuilder main, NotebookCell cell, string kernel, int index, bool showCode)
    {
        var source = cell.Source.TrimEnd();
        if (showCode && source.Length > 0)
        {
            var code = kernel == "csharp" ? CodeHighlighter.Highlight(source) : WebUtility.HtmlEncode(source);
            main.Append("<div class=\"source\"><pre><code>").Append(code).Append("</code></pre></div>\n");
        }
        var number = 0;
        foreach (var output in cell.Outputs.OfType<JsonObject>())
            main.Append(OutputRenderer.Render(output, new MarkupSource($"c{index + 1}o{++number}-", false)));
    }
}
