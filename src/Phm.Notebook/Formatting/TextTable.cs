using System.Text;

namespace Phm.Notebook.Formatting;

/// <summary>A table in plain text: aligned columns two spaces apart under their headings and a line of dashes, numbers to the right.</summary>
internal static class TextTable
{
    /// <summary>The longest line; what of a cell has no room there is cut, and columns beyond it are counted beneath the table.</summary>
    public const int LongestLine = 200;

    /// <summary>How wide a column becomes before those after it; all share the room that is left.</summary>
    private const int WideEnough = 40;
    private const string Gap = "  ";

    /// <param name="table">The table.</param>
    /// <param name="print">The text of a cell, of any length and with any line breaks.</param>
    public static string Write(ValueTable table, Func<ValueCell, string> print) =>
        Write(table.Columns, table.Rows.Select(row => table.Columns.Select(column => row.TryGetValue(column.Name, out var cell) ? print(cell) : "")), table.Rest, LongestLine);

    /// <param name="columns">The columns; several may have one name.</param>
    /// <param name="texts">A row's texts by column, of any length and with any line breaks.</param>
    /// <param name="rest">The line beneath the table, or null.</param>
    /// <param name="widest">How wide a heading or a cell may be.</param>
    public static string Write(IReadOnlyList<ValueColumn> columns, IEnumerable<IEnumerable<string>> texts, string? rest, int widest)
    {
        var headings = columns.Select(column => TextWidth.OneLine(column.Name, widest)).ToArray();
        var rows = texts.Select(row => row.Select(cell => TextWidth.OneLine(cell, widest)).ToArray()).ToArray();
        var wanted = headings.Select((heading, c) => rows.Select(row => TextWidth.Of(row[c])).Append(TextWidth.Of(heading)).Append(1).Max()).ToArray();
        var widths = Fitting(wanted);
        var text = new StringBuilder();
        Append(headings);
        Append([.. widths.Select(width => new string('-', width))]);
        foreach (var row in rows) Append(row);
        if (rest is not null) text.Append(rest).Append('\n');
        if (widths.Length < wanted.Length) text.Append($"… {Excerpt.Number(wanted.Length - widths.Length)} more columns\n");
        return text.ToString(0, text.Length - 1);

        void Append(string[] cells) => text.Append(string.Join(Gap, widths.Select((width, c) => Padded(cells[c], width, columns[c].IsNumeric))).TrimEnd()).Append('\n');
    }

    private static string Padded(string cell, int width, bool isNumeric)
    {
        var cut = TextWidth.Cut(cell, width);
        var blanks = new string(' ', width - TextWidth.Of(cut));
        return isNumeric ? blanks + cut : cut + blanks;
    }

    /// <summary>The widths of the columns that a line has room for.</summary>
    private static int[] Fitting(int[] wanted)
    {
        var length = -Gap.Length;
        var widths = wanted.Select(width => Math.Min(width, WideEnough)).TakeWhile((width, c) => (length += width + Gap.Length) <= LongestLine || c == 0).ToArray();
        var room = LongestLine - widths.Sum() - (Gap.Length * (widths.Length - 1));
        while (room > 0 && Array.FindAll(Enumerable.Range(0, widths.Length).ToArray(), c => widths[c] < wanted[c]) is { Length: > 0 } narrow)
        {
            var share = Math.Max(1, room / narrow.Length);
            foreach (var c in narrow)
            {
                var more = Math.Min(Math.Min(share, room), wanted[c] - widths[c]);
                widths[c] += more;
                room -= more;
            }
        }
        return widths;
    }
}
