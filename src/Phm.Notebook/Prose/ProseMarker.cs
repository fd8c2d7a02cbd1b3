using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Phm.Notebook.Documents;

namespace Phm.Notebook.Prose;

/// <summary>
/// A number in prose that is tied to an expression: <c>**12.3%**&lt;!-- phm: grid.Share --&gt;</c>. The comment is invisible wherever
/// markdown is rendered; the text before it, in bold, italics, code or as one bare word, is what readers see.
/// </summary>
/// <param name="Quoted">The text that readers see.</param>
/// <param name="Start">Where that text starts in the cell's source.</param>
/// <param name="Expression">The C# expression, evaluated after the last cell.</param>
/// <param name="Line">The line of the cell on which the marker stands, counted from 1.</param>
internal sealed partial record ProseMarker(string Quoted, int Start, string Expression, int Line)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePreciseSourceLocation().UsePipeTables().UseMathematics().Build();

    /// <summary>The markers of a cell of prose, in order. Those inside code are text about markers and none themselves.</summary>
    /// <exception cref="ProseException">A marker has no text before it or no expression.</exception>
    public static IReadOnlyList<ProseMarker> In(NotebookCell cell)
    {
        var source = cell.Source;
        if (cell.Kind != CellKind.Markdown || !source.Contains("<!--", StringComparison.Ordinal)) return [];
        var document = Markdown.Parse(source, Pipeline);
        RefuseOnLineOfItsOwn(document, source);
        return [.. document.Descendants<HtmlInline>().Select(comment => Of(comment, source)).OfType<ProseMarker>().OrderBy(marker => marker.Start)];
    }

    /// <summary>The cell's source with other quoted texts.</summary>
    public static string Rewrite(string source, IReadOnlyList<ProseMarker> markers, IReadOnlyList<string> quoted)
    {
        for (var i = markers.Count - 1; i >= 0; i--)
            source = string.Concat(source.AsSpan(0, markers[i].Start), quoted[i], source.AsSpan(markers[i].Start + markers[i].Quoted.Length));
        return source;
    }

    private static ProseMarker? Of(HtmlInline comment, string source)
    {
        var line = LineOf(source, comment.Span.Start);
        if (Comment().Match(comment.Tag) is not { Success: true } match)
            return AlmostComment().IsMatch(comment.Tag) ? throw new ProseException(line, "a comment begins like a marker and is none. Write <!-- phm: expression -->, with a colon.") : null;
        var expression = match.Groups["expression"].Value.Trim().TrimEnd(';');
        if (expression.Length == 0) throw new ProseException(line, "the marker has no expression. Write <!-- phm: expression -->.");
        var before = Before().Match(source[..comment.Span.Start]);
        if (!before.Success) throw new ProseException(line, "the marker has no text directly before it. Write **12.3%**<!-- phm: expression -->.");
        var text = before.Groups["text"];
        return new ProseMarker(text.Value, text.Index, expression, line);
    }

    private static void RefuseOnLineOfItsOwn(MarkdownDocument document, string source)
    {
        foreach (var block in document.Descendants<HtmlBlock>())
            if (Comment().IsMatch(source.AsSpan(block.Span.Start, block.Span.Length)))
                throw new ProseException(LineOf(source, block.Span.Start), "the marker starts its line and so has no text before it. Write **12.3%**<!-- phm: expression -->.");
    }

    private static int LineOf(string source, int at) => source.AsSpan(0, at).Count('\n') + 1;

    [GeneratedRegex(@"^\s*<!--\s*phm:(?<expression>.*?)-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    /// <summary>A colon forgotten, or letters in another order: what is no marker is never brought up to date.</summary>
    [GeneratedRegex(@"^<!--\s*(phm\s+[^:]|(pmh|hpm|mph|phn)\s*:)", RegexOptions.IgnoreCase)]
    private static partial Regex AlmostComment();

    /// <summary>Read from its end: bold, italics or code that closes here, or one word.</summary>
    [GeneratedRegex(@"\*\*(?<text>[^*\n]+)\*\*$|\*(?<text>[^*\n]+)\*$|__(?<text>[^_\n]+)__$|_(?<text>[^_\n]+)_$|`(?<text>[^`\n]+)`$|(?<text>[^\s|()\[\]*_`]+)$")]
    private static partial Regex Before();
}
