using System.Globalization;
using System.Net;
using System.Text;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Databases;

/// <summary>Shows a page of a result as a table.</summary>
internal static class SqlPageWriter
{
    private const int LongestCell = 1_000;
    private const int WidestText = 60;
    private const string Null = "NULL";
    private const string Right = " style=\"text-align:right\"";
    private const string Left = " style=\"text-align:left\"";

    public static MimeBundle Bundle(SqlPage page) => new([new MimeContent(MimeTypes.Html, Html(page)), new MimeContent(MimeTypes.Text, Text(page))]);

    public static string Html(SqlPage page)
    {
        var styles = Enumerable.Range(0, page.Columns.Count).Select(column => page.IsNumeric(column) ? Right : Left).ToArray();
        var html = new StringBuilder("<table><thead><tr>");
        for (var c = 0; c < styles.Length; c++)
            html.Append("<th scope=\"col\"").Append(styles[c]).Append('>').Append(Escape(page.Columns[c].Name)).Append("</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var row in page.Rows)
        {
            html.Append("<tr>");
            for (var c = 0; c < styles.Length; c++) html.Append("<td").Append(styles[c]).Append('>').Append(HtmlCell(row[c])).Append("</td>");
            html.Append("</tr>");
        }
        return html.Append("</tbody></table><p>").Append(page.Caption).Append("</p>").ToString();
    }

    public static string Text(SqlPage page)
    {
        var cells = page.Rows.Select(row => row.Select(TextCell).ToArray()).ToList();
        var heads = page.Columns.Select(column => OneLine(column.Name, WidestText)).ToArray();
        var widths = heads.Select((head, c) => cells.Select(row => row[c].Length).Append(head.Length).Max()).ToArray();
        var text = new StringBuilder();
        AppendLine(text, heads, widths, page);
        text.AppendJoin("  ", widths.Select(width => new string('-', width))).Append('\n');
        foreach (var row in cells) AppendLine(text, row, widths, page);
        return text.Append(page.Caption).ToString();
    }

    private static void AppendLine(StringBuilder text, string[] cells, int[] widths, SqlPage page)
    {
        var line = cells.Select((cell, c) => page.IsNumeric(c) ? cell.PadLeft(widths[c]) : cell.PadRight(widths[c]));
        text.Append(string.Join("  ", line).TrimEnd()).Append('\n');
    }

    private static string HtmlCell(object? value) => value is null ? $"<i style=\"color:#666\">{Null}</i>" : Escape(Cut(Plain(value), LongestCell));

    /// <summary>In plain text a NULL is told from the word by the quotes of the word.</summary>
    private static string TextCell(object? value) => value is null ? Null : value is Null ? $"'{Null}'" : OneLine(Plain(value), WidestText);

    private static string Plain(object value) => value switch
    {
        byte[] bytes => $"({SqlPage.Number(bytes.Length)} bytes)",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string OneLine(string text, int longest)
    {
        var cut = Cut(text, longest);
        return string.Create(cut.Length, cut, static (line, source) =>
        {
            for (var i = 0; i < line.Length; i++) line[i] = char.IsControl(source[i]) ? ' ' : source[i];
        });
    }

    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest) return text;
        var end = char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1;
        return text[..end] + "…";
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
