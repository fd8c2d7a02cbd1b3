using System.Globalization;
using System.Text;

namespace Phm.Presentation;

/// <summary>A table as CSV that R, SQL and spreadsheets read.</summary>
internal static class CsvTableWriter
{
    public static string Write(ResultTable table)
    {
        var text = new StringBuilder();
        AppendLine(text, table.Columns.Select(column => Defuse(column.Heading)));
        foreach (var row in table.Rows) AppendLine(text, row.Select(Field));
        return text.ToString();
    }

    private static string Field(TableCell cell) => cell.Text is { } words ? Defuse(words)
        : cell.Number.IsShown ? Print(cell.Number.Value)
        : cell.Number.ToString();

    /// <summary>Negative zero is written as 0: no reader should wonder about its sign.</summary>
    private static string Print(double number) => (number == 0 ? 0 : number).ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A name in data that begins like a formula would be run by a spreadsheet (OWASP, "CSV injection").</summary>
    private static string Defuse(string words) => words.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(words[0]) ? "'" + words : words;

    private static void AppendLine(StringBuilder text, IEnumerable<string> fields) =>
        text.AppendJoin(',', fields.Select(Quote)).Append('\n');

    private static string Quote(string field) =>
        field.AsSpan().ContainsAny(",\"\n\r") ? "\"" + field.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : field;
}
