using System.Buffers;

namespace Phm.Notebook.Guarding;

/// <summary>
/// Finds what is laid out as a table in text: lines with as many commas, tabs, semicolons or bars as their neighbours, lines in columns two
/// spaces apart, columns beneath a line of dashes, and lists in square brackets.
/// </summary>
internal static class TextTables
{
    private const char TwoSpaces = '\0';

    private static readonly SearchValues<char> Rules = SearchValues.Create("-=+|:─┼├┤│ ");

    /// <summary>Lines at the head of a run of which each may hold the headings.</summary>
    private const int MostHeads = 5;

    public static IEnumerable<DataGrid> Find(string text)
    {
        var lines = Lines(text);
        foreach (var separator in (char[])[',', '\t', ';', '|', '│', TwoSpaces])
        {
            foreach (var grid in Separated(text, lines, separator)) yield return grid;
        }
        foreach (var grid in Ruled(text, lines)) yield return grid;
        foreach (var grid in Bracketed(text, lines)) yield return grid;
    }

    /// <summary>Lists as C# and Python print them: one line in square brackets is a column of its values.</summary>
    private static IEnumerable<DataGrid> Bracketed(string text, List<Range> lines)
    {
        foreach (var line in lines)
        {
            var list = text.AsSpan()[line].Trim();
            if (list.Length < 3 || list[0] != '[' || list[^1] != ']' || !list.Contains(',')) continue;
            var values = new List<string[]>();
            foreach (var value in list[1..^1].Split(','))
            {
                if (values.Count < DataGrid.MostRows) values.Add([list[1..^1][value].Trim().Trim("\"'").ToString()]);
            }
            yield return new([], values);
        }
    }

    private static List<Range> Lines(string text)
    {
        var lines = new List<Range>();
        foreach (var line in text.AsSpan().Split('\n')) lines.Add(line);
        return lines;
    }

    private static IEnumerable<DataGrid> Separated(string text, List<Range> lines, char separator)
    {
        var run = new List<Range>();
        var (fields, length) = (0, 0);
        for (var i = 0; i <= lines.Count; i++)
        {
            var count = i == lines.Count ? 0 : Count(text.AsSpan()[lines[i]], separator);
            if (count < 0) continue;
            if (count != fields)
            {
                foreach (var grid in ToGrids(text, run, separator)) yield return grid;
                run.Clear();
                (fields, length) = (count, 0);
            }
            if (count > 0 && length++ < DataGrid.MostRows + MostHeads) run.Add(lines[i]);
        }
    }

    /// <summary>How many fields a line has: 0 for a blank one, -1 for a rule between rows, which is passed over.</summary>
    private static int Count(ReadOnlySpan<char> line, char separator)
    {
        line = line.Trim();
        if (line.IsEmpty) return 0;
        if (!line.ContainsAnyExcept(Rules)) return -1;
        return Fields(line, separator).Count;
    }

    private static IEnumerable<DataGrid> ToGrids(string text, List<Range> run, char separator)
    {
        if (run.Count == 0) yield break;
        var rows = run.Select(line => Cells(text.AsSpan()[line].Trim(), separator)).ToArray();
        // A single column is a list: its first line is a value unless it is a heading that is known.
        var isList = rows[0].Length == 1 && PersonHeadings.KeyOf(rows[0]) < 0;
        if (isList && separator == ',') yield return new([], rows);
        else if (!isList && rows.Length > 1) yield return new(rows[0], rows[1..]);
        for (var head = 1; head < Math.Min(MostHeads, rows.Length - 1); head++)
        {
            if (PersonHeadings.KeyOf(rows[head]) >= 0) yield return new(rows[head], rows[(head + 1)..]);
        }
    }

    private static string[] Cells(ReadOnlySpan<char> line, char separator)
    {
        var fields = Fields(line, separator);
        var cells = new string[fields.Count];
        for (var i = 0; i < cells.Length; i++) cells[i] = line[fields[i]].Trim().Trim('"').ToString();
        return cells;
    }

    /// <summary>The fields of a line; separators inside quotes are none, and bars at both ends of a line are its frame.</summary>
    private static List<Range> Fields(ReadOnlySpan<char> line, char separator)
    {
        var fields = new List<Range>();
        var start = separator is '|' or '│' && line.StartsWith([separator]) ? 1 : 0;
        var end = start == 1 && line.Length > 1 && line[^1] == separator ? line.Length - 1 : line.Length;
        var isQuoted = false;
        for (var i = start; i < end && fields.Count < DataGrid.MostColumns; i++)
        {
            if (line[i] == '"') isQuoted = !isQuoted;
            if (isQuoted) continue;
            var isGap = separator == TwoSpaces ? line[i] == ' ' && i + 1 < end && line[i + 1] == ' ' : line[i] == separator;
            if (!isGap) continue;
            fields.Add(start..i);
            if (separator == TwoSpaces)
            {
                while (i + 1 < end && line[i + 1] == ' ') i++;
            }
            start = i + 1;
        }
        fields.Add(start..end);
        return fields;
    }

    /// <summary>Tables as this product prints them: a line of dashes in groups beneath the headings says where columns lie.</summary>
    private static IEnumerable<DataGrid> Ruled(string text, List<Range> lines)
    {
        for (var i = 1; i < lines.Count; i++)
        {
            if (!IsRule(text.AsSpan()[lines[i]]) || IsRule(text.AsSpan()[lines[i - 1]])) continue;
            var starts = Starts(text.AsSpan()[lines[i]]);
            var rows = new List<IReadOnlyList<string>>();
            var last = i + 1;
            for (; last < lines.Count && rows.Count < DataGrid.MostRows && !text.AsSpan()[lines[last]].IsWhiteSpace(); last++)
            {
                if (!IsRule(text.AsSpan()[lines[last]])) rows.Add(Cut(text.AsSpan()[lines[last]], starts));
            }
            if (rows.Count > 0) yield return new(Cut(text.AsSpan()[lines[i - 1]], starts), rows);
            i = last;
        }
    }

    private static bool IsRule(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd();
        return line.StartsWith("--") && !line.ContainsAnyExcept('-', ' ');
    }

    private static List<int> Starts(ReadOnlySpan<char> rule)
    {
        var starts = new List<int>();
        for (var i = 0; i < rule.Length && starts.Count < DataGrid.MostColumns; i++)
        {
            if (rule[i] == '-' && (i == 0 || rule[i - 1] == ' ')) starts.Add(i);
        }
        return starts;
    }

    private static string[] Cut(ReadOnlySpan<char> line, List<int> starts)
    {
        var cells = new string[starts.Count];
        for (var c = 0; c < cells.Length; c++)
        {
            var end = c + 1 < cells.Length ? Math.Min(starts[c + 1], line.Length) : line.Length;
            cells[c] = starts[c] < line.Length ? line[starts[c]..end].Trim().ToString() : "";
        }
        return cells;
    }
}
