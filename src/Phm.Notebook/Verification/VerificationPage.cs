using System.Globalization;
using System.Net;
using System.Text;
using Phm.Notebook.Pages;

namespace Phm.Notebook.Verification;

/// <summary>
/// A verification as one static HTML page that needs no network and runs no script: a summary, then each cell that is not identical
/// with the kept and the obtained outputs side by side. Outputs may come from anyone: only harmless markup is taken over.
/// </summary>
public static class VerificationPage
{
    private static readonly Lazy<string> Style = new(() => PageTemplate.ReadStyle("verification.css"));

    /// <summary>The page.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="notebooks">The notebooks, in the order in which they are listed.</param>
    /// <returns>HTML without timings, the same for the same verification.</returns>
    public static string Write(string title, IReadOnlyList<NotebookVerification> notebooks)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(notebooks);
        var main = new StringBuilder();
        main.Append("<h1>").Append(WebUtility.HtmlEncode(title)).Append("</h1>\n<p class=\"lead\">").Append(Lead(notebooks)).Append("</p>\n");
        if (notebooks.Count > 0) AppendSummary(main, notebooks);
        for (var i = 0; i < notebooks.Count; i++) new VerificationSection(main, i + 1).Append(notebooks[i]);
        return PageTemplate.Wrap(title, "", main.ToString(), Style.Value);
    }

    private static string Lead(IReadOnlyList<NotebookVerification> notebooks)
    {
        var good = notebooks.Count(notebook => notebook.Passes);
        if (notebooks.Count == 0) return "No notebook was verified.";
        if (good == notebooks.Count) return notebooks.Count == 1 ? "The run gives what the notebook keeps." : $"The runs give what all {Places.Number(good)} notebooks keep.";
        return notebooks.Count == 1 ? "The run does not confirm what the notebook keeps."
            : $"Of {Places.Number(notebooks.Count)} notebooks, {Places.Number(notebooks.Count - good)} {(notebooks.Count - good == 1 ? "is" : "are")} not confirmed by {(notebooks.Count - good == 1 ? "its run" : "their runs")}.";
    }

    private static void AppendSummary(StringBuilder main, IReadOnlyList<NotebookVerification> notebooks)
    {
        var verdicts = Enum.GetValues<Verdict>();
        main.Append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Summary\">\n<table class=\"summary\">\n<caption>Cells by verdict</caption>\n<thead><tr><th scope=\"col\">Notebook</th><th scope=\"col\">Verdict</th>");
        foreach (var verdict in verdicts) main.Append("<th scope=\"col\" class=\"count\">").Append(Capital(VerdictWords.Name(verdict))).Append("</th>");
        main.Append("<th scope=\"col\" class=\"count\">Skipped</th></tr></thead>\n<tbody>\n");
        for (var i = 0; i < notebooks.Count; i++)
        {
            var notebook = notebooks[i];
            main.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\"><a href=\"#notebook-{i + 1}\">").Append(WebUtility.HtmlEncode(notebook.Name)).Append("</a></th><td>").Append(Badge(notebook.Verdict)).Append("</td>");
            foreach (var verdict in verdicts) AppendCount(main, notebook.Count(verdict));
            AppendCount(main, notebook.SkippedCount);
            main.Append("</tr>\n");
        }
        main.Append("</tbody>\n</table>\n</div>\n");
    }

    private static void AppendCount(StringBuilder main, int count) =>
        main.Append(count == 0 ? "<td class=\"count none\">" : "<td class=\"count\">").Append(Places.Number(count)).Append("</td>");

    /// <summary>A verdict as a sign and a word.</summary>
    internal static string Badge(Verdict verdict) =>
        $"<span class=\"verdict {VerdictWords.Name(verdict).Replace(' ', '-')}\"><span aria-hidden=\"true\">{VerdictWords.Sign(verdict)}</span> {VerdictWords.Name(verdict)}</span>";

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
