using System.Net;
using System.Text;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Assistance;

/// <summary>Writes an inspection for a terminal and for a front end's tooltip.</summary>
internal static class InspectionWriter
{
    private const int Width = 88;
    private const string Indent = "  ";
    private const string Heading = "margin:0.7em 0 0.1em;font-weight:600";
    private const string Muted = "margin:0.2em 0 0.6em;opacity:0.7;font-size:0.9em";
    private const string Code = "margin:0;padding:0;white-space:pre-wrap;background:none";
    private const string Paragraph = "margin:0.3em 0";

    public static Inspection Write(InspectionArticle article) =>
        new(new MimeBundle([new MimeContent(MimeTypes.Html, Html(article)), new MimeContent(MimeTypes.Text, Text(article))]));

    private static IEnumerable<(string Title, IReadOnlyList<DocBlock> Blocks, IReadOnlyList<DocEntry> Entries)> Sections(InspectionArticle article)
    {
        var docs = article.Documentation;
        yield return ("Type parameters", [], docs.TypeParameters);
        yield return ("Parameters", [], docs.Parameters);
        yield return ("Returns", docs.Returns, []);
        yield return ("Value", docs.Value, []);
        yield return ("Exceptions", [], docs.Exceptions);
        yield return (article.More.Heading, [], article.More.Entries);
        yield return ("Remarks", docs.Remarks, []);
        yield return ("Example", docs.Example, []);
    }

    private static string Text(InspectionArticle article)
    {
        var text = new StringBuilder();
        foreach (var signature in article.Signatures) TextWrap.Append(text, signature, "", "    ", Width);
        if (article.Kind.Length > 0) TextWrap.Append(text, article.Kind, Indent, Indent, Width);
        if (article.Documentation.Summary.Count > 0) Append(text.Append('\n'), article.Documentation.Summary, "");
        foreach (var (title, blocks, entries) in Sections(article))
        {
            if (blocks.Count + entries.Count == 0) continue;
            text.Append('\n').Append(title).Append('\n');
            Append(text, blocks, Indent);
            foreach (var entry in entries) Append(text, entry);
        }
        return text.ToString().Trim('\n');
    }

    private static void Append(StringBuilder text, DocEntry entry)
    {
        if (entry.Blocks is [{ Kind: DocBlockKind.Paragraph } only]) TextWrap.Append(text, $"{entry.Name}: {only.Plain}", Indent, Indent + Indent, Width);
        else
        {
            TextWrap.Append(text, entry.Name, Indent, Indent, Width);
            Append(text, entry.Blocks, Indent + Indent);
        }
    }

    private static void Append(StringBuilder text, IReadOnlyList<DocBlock> blocks, string indent)
    {
        foreach (var (index, block) in blocks.Index())
        {
            if (index > 0 && block.Kind == DocBlockKind.Paragraph) text.Append('\n');
            if (block.Kind == DocBlockKind.Code) foreach (var line in block.Plain.Split('\n')) text.Append(indent).Append("    ").Append(line).Append('\n');
            else if (block.Kind == DocBlockKind.Item) TextWrap.Append(text, "- " + block.Plain, indent, indent + Indent, Width);
            else TextWrap.Append(text, block.Plain, indent, indent, Width);
        }
    }

    private static string Html(InspectionArticle article)
    {
        var html = new StringBuilder("<div>");
        foreach (var signature in article.Signatures) html.Append($"<pre style=\"{Code}\"><code>{Escape(signature)}</code></pre>");
        if (article.Kind.Length > 0) html.Append($"<p style=\"{Muted}\">{Escape(article.Kind)}</p>");
        AppendHtml(html, article.Documentation.Summary);
        foreach (var (title, blocks, entries) in Sections(article))
        {
            if (blocks.Count + entries.Count == 0) continue;
            html.Append($"<p style=\"{Heading}\">{title}</p>");
            AppendHtml(html, blocks);
            if (entries.Count > 0) AppendHtml(html, entries);
        }
        return html.Append("</div>").ToString();
    }

    private static void AppendHtml(StringBuilder html, IReadOnlyList<DocEntry> entries)
    {
        html.Append("<dl style=\"margin:0\">");
        foreach (var entry in entries)
        {
            html.Append($"<dt><code>{Escape(entry.Name)}</code></dt><dd style=\"margin:0 0 0.3em 1.5em\">");
            if (entry.Blocks is [{ Kind: DocBlockKind.Paragraph } only]) AppendSpans(html, only);
            else AppendHtml(html, entry.Blocks);
            html.Append("</dd>");
        }
        html.Append("</dl>");
    }

    private static void AppendHtml(StringBuilder html, IReadOnlyList<DocBlock> blocks)
    {
        var inList = false;
        foreach (var block in blocks)
        {
            if (block.Kind == DocBlockKind.Item != inList) html.Append((inList = !inList) ? "<ul style=\"margin:0.2em 0\">" : "</ul>");
            if (block.Kind == DocBlockKind.Code) html.Append($"<pre style=\"margin:0.3em 0\"><code>{Escape(block.Plain)}</code></pre>");
            else
            {
                html.Append(inList ? "<li>" : $"<p style=\"{Paragraph}\">");
                AppendSpans(html, block);
                html.Append(inList ? "</li>" : "</p>");
            }
        }
        if (inList) html.Append("</ul>");
    }

    private static void AppendSpans(StringBuilder html, DocBlock block)
    {
        foreach (var text in block.Texts) html.Append(text.IsCode ? $"<code>{Escape(text.Text)}</code>" : Escape(text.Text));
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
