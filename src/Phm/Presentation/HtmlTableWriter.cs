using System.Net;
using System.Text;

namespace Phm.Presentation;

/// <summary>
/// A table as an HTML fragment. Styles are inline because notebook front ends strip style elements; everything that came from
/// data is escaped.
/// </summary>
internal static class HtmlTableWriter
{
    private const string TableStyle = "border-collapse:collapse;font-variant-numeric:tabular-nums;margin:0.3em 0";
    private const string CaptionStyle = "caption-side:top;text-align:left;font-weight:600;padding:0 0 0.4em 0";
    private const string PreambleStyle = "font-weight:400;font-size:0.85em;color:#555;margin-top:0.2em";
    private const string NoteStyle = "margin:0.2em 0;font-size:0.85em;color:#555";

    public static string Write(ResultTable table)
    {
        var html = new StringBuilder();
        html.Append($"<table style=\"{TableStyle}\">\n<caption style=\"{CaptionStyle}\">").Append(Escape(CleanText.Of(table.Title, CleanText.MaxSentence)));
        foreach (var line in table.Preamble) html.Append($"<div style=\"{PreambleStyle}\">").Append(Escape(CleanText.Of(line, CleanText.MaxSentence))).Append("</div>");
        html.Append("</caption>\n<thead>\n<tr>");
        foreach (var column in table.Columns) html.Append($"<th scope=\"col\" style=\"{CellStyle(column, "border-bottom:1px solid #888;vertical-align:bottom")}\">").Append(Escape(column.PrintHeading())).Append("</th>");
        html.Append("</tr>\n</thead>\n<tbody>\n");
        for (var r = 0; r < table.Rows.Count; r++) AppendRow(html, table, r);
        html.Append("</tbody>\n</table>\n");
        foreach (var note in table.Notes) html.Append($"<p style=\"{NoteStyle}\">").Append(Escape(CleanText.Of(note, CleanText.MaxSentence))).Append("</p>\n");
        return html.ToString();
    }

    private static void AppendRow(StringBuilder html, ResultTable table, int index)
    {
        var row = table.Print(index);
        var total = table.TotalRows.Contains(index) ? "border-top:1px solid #888;font-weight:600" : "";
        html.Append("<tr>");
        for (var c = 0; c < row.Length; c++)
        {
            var column = table.Columns[c];
            var (open, close) = c < table.RowHeadings ? ("<th scope=\"row\"", "</th>") : ("<td", "</td>");
            var weight = c < table.RowHeadings && total.Length == 0 ? "font-weight:400" : total;
            html.Append(open).Append($" style=\"{CellStyle(column, weight)}\">").Append(Escape(row[c])).Append(close);
        }
        html.Append("</tr>\n");
    }

    private static string CellStyle(TableColumn column, string extra) =>
        $"text-align:{(column.IsNumeric ? "right" : "left")};padding:0.15em 0.7em" + (extra.Length > 0 ? ";" + extra : "");

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
