using System.Globalization;
using System.Net;
using System.Text;
using Phm.Notebook.Formatting;
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

    public static string Text(SqlPage page) => TextTable.Write(
        [.. page.Columns.Select((column, c) => new ValueColumn(column.Name, page.IsNumeric(c)))], page.Rows.Select(row => row.Select(TextCell)), page.Caption, WidestText);

    private static string HtmlCell(object? value) => value is null ? $"<i style=\"color:#666\">{Null}</i>" : Escape(Cut(Plain(value)));

    /// <summary>In plain text a NULL is told from the word by the quotes of the word.</summary>
    private static string TextCell(object? value) => value is null ? Null : value is Null ? $"'{Null}'" : Plain(value);

    private static string Plain(object value) => value switch
    {
        byte[] bytes => $"({SqlPage.Number(bytes.Length)} bytes)",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Cut(string text)
    {
        if (text.Length <= LongestCell) return text;
        var end = char.IsHighSurrogate(text[LongestCell - 2]) ? LongestCell - 2 : LongestCell - 1;
        return text[..end] + "…";
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
