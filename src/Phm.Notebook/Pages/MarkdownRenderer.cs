using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Phm.Notebook.Documents;

namespace Phm.Notebook.Pages;

/// <summary>Prose as safe HTML: CommonMark with tables, footnotes and task lists; formulas are left in their own notation.</summary>
internal static partial class MarkdownRenderer
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseFootnotes().UseTaskLists().UseMathematics().UseEmphasisExtras().UseAutoIdentifiers().UseAutoLinks().Build();

    public static string Render(string markdown, JsonObject? attachments, MarkupSource source, PageHeadings? headings = null)
    {
        var document = Markdown.Parse(markdown.ReplaceLineEndings("\n"), Pipeline);
        headings?.Add(document);
        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<HtmlMathInlineRenderer>(new InlineFormula());
        renderer.ObjectRenderers.Replace<HtmlMathBlockRenderer>(new BlockFormula());
        renderer.Render(document);
        writer.Flush();
        return MarkupSanitizer.Sanitize(Attach(writer.ToString(), attachments), source);
    }

    /// <summary>Puts attached images in the place of their names.</summary>
    private static string Attach(string html, JsonObject? attachments) => attachments is null ? html : Attachment().Replace(html, match =>
    {
        var name = Uri.UnescapeDataString(System.Net.WebUtility.HtmlDecode(match.Groups["name"].Value));
        if (attachments[name] is not JsonObject { Count: > 0 } bundle) return match.Value;
        var (mimeType, data) = bundle.First();
        return $"src=\"data:{System.Net.WebUtility.HtmlEncode(mimeType)};base64,{System.Net.WebUtility.HtmlEncode(MultilineText.Read(data))}\"";
    });

    [GeneratedRegex("src=\"attachment:(?<name>[^\"]*)\"")]
    private static partial Regex Attachment();

    private sealed class InlineFormula : HtmlObjectRenderer<MathInline>
    {
        protected override void Write(HtmlRenderer renderer, MathInline obj) =>
            renderer.Write("<span class=\"math\">").WriteEscape(ref obj.Content).Write("</span>");
    }

    private sealed class BlockFormula : HtmlObjectRenderer<MathBlock>
    {
        protected override void Write(HtmlRenderer renderer, MathBlock obj) =>
            renderer.Write("<div class=\"math\">").WriteLeafRawLines(obj, false, true).Write("</div>\n");
    }
}
