using System.Globalization;
using System.Net;
using System.Text;

namespace Phm.Notebook.Verification;

/// <summary>One notebook on the page of a verification: notes, then its cells; identical ones are gathered in a line.</summary>
internal sealed class VerificationSection(StringBuilder main, int number)
{
    private readonly VerifiedCellMarkup cells = new(main, number);
    private readonly List<VerifiedCell> identical = [];

    public void Append(NotebookVerification notebook)
    {
        main.Append(CultureInfo.InvariantCulture, $"<section class=\"notebook\" aria-labelledby=\"notebook-{number}\">\n<h2 id=\"notebook-{number}\">");
        main.Append(WebUtility.HtmlEncode(notebook.Title)).Append("</h2>\n<p class=\"standing\">").Append(VerificationPage.Badge(notebook.Verdict)).Append(' ')
            .Append("<code>").Append(WebUtility.HtmlEncode(notebook.Name)).Append("</code> · ").Append(VerdictWords.Counts(notebook)).Append("</p>\n");
        AppendNotes(notebook.Notes);
        foreach (var cell in notebook.Cells) AppendCell(cell);
        AppendIdentical();
        main.Append("</section>\n");
    }

    private void AppendNotes(IReadOnlyList<string> notes)
    {
        if (notes.Count == 0) return;
        main.Append("<div class=\"notes\">\n<h3>What has changed around the cells</h3>\n<ul>\n");
        foreach (var note in notes) main.Append("<li>").Append(WebUtility.HtmlEncode(note)).Append("</li>\n");
        main.Append("</ul>\n</div>\n");
    }

    private void AppendCell(VerifiedCell cell)
    {
        if (!cell.Skipped && cell.Verdict.Verdict == Verdict.Identical)
        {
            identical.Add(cell);
            return;
        }
        AppendIdentical();
        if (cell.Skipped) AppendSkipped(cell);
        else cells.Append(cell);
    }

    private void AppendIdentical()
    {
        if (identical.Count == 0) return;
        main.Append("<p class=\"line\">").Append(VerificationPage.Badge(Verdict.Identical)).Append(identical.Count == 1 ? " Cell " : " Cells ");
        main.AppendJoin(", ", identical.Select(VerifiedCellMarkup.Name)).Append("</p>\n");
        identical.Clear();
    }

    private void AppendSkipped(VerifiedCell cell) =>
        main.Append("<p class=\"line\"><span class=\"verdict skipped\"><span aria-hidden=\"true\">○</span> skipped</span> Cell ").Append(VerifiedCellMarkup.Name(cell))
            .Append(cell.SkipReason is { } reason ? ": " + WebUtility.HtmlEncode(reason) : "").Append("</p>\n");
}
