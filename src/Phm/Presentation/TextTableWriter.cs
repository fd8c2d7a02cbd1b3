using System.Text;

namespace Phm.Presentation;

/// <summary>A table in plain text: aligned columns, rules above totals, notes beneath.</summary>
internal static class TextTableWriter
{
    private const string Gap = "  ";

    public static string Write(ResultTable table)
    {
        var cells = Enumerable.Range(0, table.Rows.Count).Select(table.Print).ToArray();
        var headings = table.Columns.Select(column => column.PrintHeading()).ToArray();
        var widths = headings.Select((heading, c) => cells.Select(row => row[c].Length).Append(heading.Length).Max()).ToArray();
        var rule = string.Join(Gap, widths.Select(width => new string('-', width)));

        var text = new StringBuilder();
        text.Append(CleanText.Of(table.Title, CleanText.MaxSentence)).Append('\n');
        foreach (var line in table.Preamble) text.Append(CleanText.Of(line, CleanText.MaxSentence)).Append('\n');
        text.Append('\n');
        AppendRow(text, table, widths, headings);
        text.Append(rule).Append('\n');
        for (var r = 0; r < cells.Length; r++)
        {
            if (r > 0 && table.TotalRows.Contains(r) && !table.TotalRows.Contains(r - 1)) text.Append(rule).Append('\n');
            AppendRow(text, table, widths, cells[r]);
        }
        if (table.Notes.Count > 0) text.Append('\n');
        foreach (var note in table.Notes) text.Append(CleanText.Of(note, CleanText.MaxSentence)).Append('\n');
        return text.ToString();
    }

    private static void AppendRow(StringBuilder text, ResultTable table, int[] widths, string[] cells)
    {
        var line = new StringBuilder();
        for (var c = 0; c < cells.Length; c++)
        {
            if (c > 0) line.Append(Gap);
            line.Append(table.Columns[c].IsNumeric ? cells[c].PadLeft(widths[c]) : cells[c].PadRight(widths[c]));
        }
        text.Append(line.ToString().TrimEnd()).Append('\n');
    }
}
