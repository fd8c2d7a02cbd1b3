using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Phm.Notebook.Pages;

namespace Phm.Notebook.Verification;

/// <summary>A cell that is not identical, as HTML: its verdict, the list of differences, and both sides of its outputs.</summary>
internal sealed class VerifiedCellMarkup(StringBuilder main, int notebook)
{
    private const int LongestSide = 4_000_000;

    public static string Name(VerifiedCell cell) =>
        $"{Places.Number(cell.Verdict.CellIndex + 1)} <code>{WebUtility.HtmlEncode(cell.Verdict.CellId)}</code>";

    public void Append(VerifiedCell cell)
    {
        var verdict = cell.Verdict;
        main.Append("<section class=\"compared\">\n<h3>Cell ").Append(Name(cell)).Append(' ').Append(VerificationPage.Badge(verdict.Verdict)).Append("</h3>\n");
        if (verdict.Differences.Count == 0 && verdict.Reason is { } reason) main.Append("<p>").Append(WebUtility.HtmlEncode(reason)).Append("</p>\n");
        AppendSource(cell.Source.TrimEnd(), cell.KernelName is null or "csharp");
        if (verdict.Differences.Count > 0) AppendDifferences(verdict, Math.Max(cell.Kept.Count, cell.Obtained.Count) > 1);
        AppendOutputs(cell);
        main.Append("</section>\n");
    }

    private void AppendSource(string source, bool isCSharp)
    {
        if (source.Length == 0) return;
        var code = isCSharp ? CodeHighlighter.Highlight(source) : WebUtility.HtmlEncode(source);
        main.Append("<details><summary>Source</summary><div class=\"source\"><pre><code>").Append(code).Append("</code></pre></div></details>\n");
    }

    private void AppendDifferences(CellVerdict verdict, bool hasSeveralOutputs)
    {
        var caption = verdict.DifferenceCount > verdict.Differences.Count
            ? $"The first {Places.Number(verdict.Differences.Count)} of {VerdictWords.Differences(verdict.DifferenceCount)}" : VerdictWords.Differences(verdict.DifferenceCount);
        main.Append("<table class=\"differences\">\n<caption>").Append(caption).Append("</caption>\n<thead><tr><th scope=\"col\">Verdict</th><th scope=\"col\">Where</th><th scope=\"col\">Kept</th><th scope=\"col\">Obtained</th></tr></thead>\n<tbody>\n");
        foreach (var difference in verdict.Differences)
        {
            main.Append("<tr><td>").Append(VerificationPage.Badge(difference.Verdict)).Append("</td><td>").Append(Place(difference, hasSeveralOutputs)).Append("<span class=\"reason\">").Append(WebUtility.HtmlEncode(difference.Reason)).Append("</span></td>")
                .Append("<td data-side=\"Kept\">").Append(Excerpt(difference.Kept, "kept")).Append("</td><td data-side=\"Obtained\">").Append(Excerpt(difference.Obtained, "obtained")).Append("</td></tr>\n");
        }
        main.Append("</tbody>\n</table>\n");
    }

    private static string Place(Difference difference, bool hasSeveralOutputs)
    {
        var parts = new List<string>();
        if (difference.Where.Length > 0) parts.Add($"<span class=\"where\">{WebUtility.HtmlEncode(difference.Where)}</span>");
        var output = hasSeveralOutputs && difference.Output is { } index ? $"output {Places.Number(index + 1)}" : null;
        var type = difference.MimeType is { } mimeType ? $"<code>{WebUtility.HtmlEncode(mimeType)}</code>" : null;
        if (output is not null || type is not null) parts.Add($"<span class=\"form\">{string.Join(", ", ((string?[])[output, type]).OfType<string>())}</span>");
        return string.Concat(parts);
    }

    /// <summary>The part between the marks, marked; nothing at all is said in words.</summary>
    private static string Excerpt(string excerpt, string side)
    {
        if (excerpt.Length == 0) return "<span class=\"nothing\">nothing</span>";
        var (start, end) = (excerpt.IndexOf(Difference.MarkStart, StringComparison.Ordinal), excerpt.LastIndexOf(Difference.MarkEnd));
        if (start < 0 || end < start) return $"<span class=\"excerpt\">{WebUtility.HtmlEncode(excerpt)}</span>";
        var marked = excerpt[(start + 1)..end];
        var mark = marked.Length == 0 ? "<mark class=\"gap\" title=\"nothing here\">‸</mark>" : $"<mark class=\"{side}\">{WebUtility.HtmlEncode(marked)}</mark>";
        return $"<span class=\"excerpt\">{WebUtility.HtmlEncode(excerpt[..start])}{mark}{WebUtility.HtmlEncode(excerpt[(end + 1)..])}</span>";
    }

    private void AppendOutputs(VerifiedCell cell)
    {
        if (cell.Kept.Count == 0 && cell.Obtained.Count == 0) return;
        var (keptPrefix, obtainedPrefix) = (Prefix(cell, "k"), Prefix(cell, "o"));
        var (kept, obtained) = (Render(cell.Kept, keptPrefix), Render(cell.Obtained, obtainedPrefix));
        if (kept.Length > 0 && kept == obtained.Replace(obtainedPrefix, keptPrefix, StringComparison.Ordinal))
        {
            main.Append("<div class=\"sides one\"><div class=\"side\"><h4>Kept and obtained look the same</h4>\n<p class=\"note\">What differs is not drawn here: ").Append(Hidden(cell)).Append("</p>\n").Append(Scroll("Kept and obtained outputs", kept)).Append("</div></div>\n");
            return;
        }
        main.Append("<div class=\"sides\">\n");
        AppendSide("Kept", kept, "The notebook keeps no output of this cell.");
        AppendSide("Obtained", obtained, "The run gives no output of this cell.");
        main.Append("</div>\n");
    }

    private static string Hidden(VerifiedCell cell)
    {
        var types = cell.Verdict.Differences.Select(difference => difference.MimeType).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return types.Count == 0 ? "see the list above." : string.Join(", ", types.Select(type => $"<code>{WebUtility.HtmlEncode(type)}</code>")) + ".";
    }

    private void AppendSide(string heading, string outputs, string nothing) =>
        main.Append("<div class=\"side\"><h4>").Append(heading).Append("</h4>\n").Append(outputs.Length > 0 ? Scroll(heading + " outputs", outputs) : $"<p class=\"note\">{nothing}</p>\n").Append("</div>\n");

    /// <summary>What is wider than its side can be scrolled, by keyboard too.</summary>
    private static string Scroll(string name, string outputs) => $"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{name}\">\n{outputs}</div>\n";

    private static string Render(JsonArray outputs, string prefix)
    {
        var html = new StringBuilder();
        var number = 0;
        foreach (var output in outputs.OfType<JsonObject>())
        {
            number++;
            if (JsonStrings.Write(output).Length > LongestSide || html.Length > LongestSide) html.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">Output {number} is too large to be shown here.</p>\n");
            else html.Append(OutputRenderer.Render(output, new MarkupSource($"{prefix}{number}-", false)));
        }
        return html.ToString();
    }

    private string Prefix(VerifiedCell cell, string side) => string.Create(CultureInfo.InvariantCulture, $"n{notebook}c{cell.Verdict.CellIndex + 1}{side}");
}
