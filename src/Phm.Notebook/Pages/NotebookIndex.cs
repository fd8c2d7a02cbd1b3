using System.Globalization;
using System.Net;
using System.Text;
using Phm.Notebook.Running;

namespace Phm.Notebook.Pages;

/// <summary>The page that lists notebooks with how their runs ended.</summary>
public static class NotebookIndex
{
    /// <summary>The page.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="entries">The notebooks, in the order in which they are listed.</param>
    /// <returns>HTML without timings, the same for the same runs.</returns>
    public static string Write(string title, IEnumerable<IndexEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(entries);
        var main = new StringBuilder();
        main.Append("<h1>").Append(WebUtility.HtmlEncode(title)).Append("</h1>\n<table class=\"index\">\n<thead><tr><th scope=\"col\">Notebook</th><th scope=\"col\">Run</th><th scope=\"col\">Cells</th></tr></thead>\n<tbody>\n");
        foreach (var entry in entries) AppendEntry(main, entry);
        return PageTemplate.Wrap(title, "", main.Append("</tbody>\n</table>\n").ToString());
    }

    private static void AppendEntry(StringBuilder main, IndexEntry entry)
    {
        main.Append("<tr><td><a href=\"").Append(PageTemplate.Link(entry.Href)).Append("\">").Append(WebUtility.HtmlEncode(entry.Title)).Append("</a>");
        if (entry.Report is { Failure: { } failure } report)
            main.Append("<br><span class=\"note\">").Append(WebUtility.HtmlEncode(failure.Error is { } error && report.Problem == failure.Message
                ? string.Create(CultureInfo.InvariantCulture, $"Cell {failure.CellIndex + 1}: {error.Message}") : report.Problem)).Append("</span>");
        var (style, words) = Status(entry.Report);
        main.Append("</td><td class=\"status ").Append(style).Append("\">").Append(words).Append("</td><td>").Append(Cells(entry.Report)).Append("</td></tr>\n");
    }

    private static (string Style, string Words) Status(RunReport? report) => report switch
    {
        null => ("none", "not run"),
        { Succeeded: true } => ("ok", "✓ succeeded"),
        // A failure outside the code cells, in prose for instance, is in none of their reports.
        _ => ("bad", "✗ " + report.Cells.FirstOrDefault(cell => cell.Outcome is CellOutcome.Failed or CellOutcome.TimedOut or CellOutcome.Cancelled)?.Outcome switch
        {
            CellOutcome.TimedOut => "timed out",
            CellOutcome.Cancelled => "cancelled",
            _ => "failed",
        }),
    };

    private static string Cells(RunReport? report) => report is null ? ""
        : $"{report.Cells.Count(cell => cell.Outcome is CellOutcome.Succeeded or CellOutcome.FailedAsExpected)} of {report.Cells.Count(cell => cell.Outcome != CellOutcome.Empty)}";
}
