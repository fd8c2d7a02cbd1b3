using System.Text;

namespace Phm.Notebook.Formatting;

/// <summary>A table in plain text: aligned columns two spaces apart under their headings and a line of dashes, numbers to the right.</summary>
internal static class TextTable
{
    /// <summary>The longest cell or heading; the rest is cut with an ellipsis.</summary>
    public const int LongestCell = 40;

    /// <summary>The longest line; columns beyond it are counted beneath the table.</summary>
    private const int LongestLine = 200;
    private const string Gap = "  ";

    /// <param name="table">The table.</param>
    /// <param name="print">The text of a cell, of any length and with any line breaks.</param>
    public static string Write(ValueTable table, Func<ValueCell, string> print)
    {
        var rows = table.Rows.Select(row => table.Columns.Select(column => row.TryGetValue(column.Name, out var cell) ? OneLine(print(cell)) : "").ToArray()).ToArray();
        var headings = table.Columns.Select(column => OneLine(column.Name)).ToArray();
        var widths = headings.Select((heading, c) => rows.Select(row => row[c].Length).Append(heading.Length).Append(1).Max()).ToArray();
        var shown = Fitting(widths);
        var text = new StringBuilder();
        Append(headings);
        Append([.. widths.Select(width => new string('-', width))]);
        foreach (var row in rows) Append(row);
        if (table.Rest is not null) text.Append(table.Rest).Append('\n');
        if (shown < widths.Length) text.Append($"… {Excerpt.Number(widths.Length - shown)} more columns\n");
        return text.ToString(0, text.Length - 1);

        void Append(string[] cells) => text.Append(string.Join(Gap, cells.Take(shown)
            .Select((cell, c) => table.Columns[c].IsNumeric ? cell.PadLeft(widths[c]) : cell.PadRight(widths[c]))).TrimEnd()).Append('\n');
    }

    private static int Fitting(int[] widths)
    {
        var length = 0;
        var fitting = widths.TakeWhile(width => (length += width + Gap.Length) - Gap.Length <= LongestLine).Count();
        return Math.Max(fitting, 1);
    }

    private static string OneLine(string text)
    {
        var line = new StringBuilder(Math.Min(text.Length, LongestCell));
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length + rune.Utf16SequenceLength > LongestCell)
            {
                // The cut takes the place of a whole character, never of half a pair.
                var last = char.IsLowSurrogate(line[^1]) ? 2 : 1;
                return line.Remove(line.Length - last, last).ToString().TrimEnd() + "…";
            }
            line.Append(Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) ? " " : rune.ToString());
        }
        return line.ToString().TrimEnd();
    }
}
