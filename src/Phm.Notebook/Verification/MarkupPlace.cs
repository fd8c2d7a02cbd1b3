namespace Phm.Notebook.Verification;

/// <summary>The place of a node in words: row and column within a table, else the path of elements.</summary>
internal static class MarkupPlace
{
    private const int MostSteps = 6;
    private const int LongestName = 40;

    public static string Of(MarkupNode node)
    {
        var cell = node.Nearest("td", "th");
        return cell?.Nearest("tr") is { } row && row.Nearest("table") is { } table ? Places.Join(InTable(cell, row, table), Path(node, cell)) : Path(node, null);
    }

    private static string InTable(MarkupNode cell, MarkupNode row, MarkupNode table)
    {
        var rows = table.Descendants("tr").Where(candidate => candidate.Nearest("table") == table).ToList();
        var headers = rows.TakeWhile(IsHeader).ToList();
        var column = Column(cell, row);
        var header = headers.Count > 0 ? Name(CellAt(headers[^1], column)) : null;
        var columnWords = header is null ? $"column {column + 1}" : $"column '{header}'";
        if (IsHeader(row)) return $"{TableName(table)}, header, column {column + 1}";
        var first = CellAt(row, 0);
        var rowName = first == cell ? null : Name(first);
        var number = Places.Number(rows.IndexOf(row) - headers.Count + 1);
        return $"{TableName(table)} row {number}{(rowName is null ? "" : $" '{rowName}'")}, {columnWords}";
    }

    private static string TableName(MarkupNode table)
    {
        var root = table;
        while (root.Parent is not null) root = root.Parent;
        var tables = root.Descendants("table").ToList();
        return tables.Count == 1 ? "table" : $"table {tables.IndexOf(table) + 1}";
    }

    private static bool IsHeader(MarkupNode row) =>
        row.Parent?.Name == "thead" || (row.Children.Count > 0 && row.Children.TrueForAll(child => child.Name != "td") && row.Children.Exists(child => child.Name == "th"));

    private static int Column(MarkupNode cell, MarkupNode row) => row.Children.TakeWhile(child => child != cell).Sum(Width);

    private static MarkupNode? CellAt(MarkupNode row, int column)
    {
        var at = 0;
        foreach (var cell in row.Children)
        {
            at += Width(cell);
            if (at > column) return cell;
        }
        return null;
    }

    private static int Width(MarkupNode cell) => cell.Text is not null ? 0
        : cell.Attributes.TryGetValue("colspan", out var span) && int.TryParse(span, System.Globalization.CultureInfo.InvariantCulture, out var width) ? Math.Clamp(width, 1, 1000) : 1;

    private static string? Name(MarkupNode? cell)
    {
        if (cell is null) return null;
        var text = string.Concat(Texts(cell)).Trim();
        return text.Length == 0 ? null : MarkedExcerpt.Name(text, LongestName);
    }

    private static IEnumerable<string> Texts(MarkupNode node) => node.Text is { } text ? [text] : node.Children.SelectMany(Texts);

    /// <summary>Elements from the root, or from below a cell, to the node; of a deep one the last.</summary>
    private static string Path(MarkupNode node, MarkupNode? above)
    {
        var steps = new List<string>();
        for (var at = node.Text is null ? node : node.Parent!; at != above && at.Parent is not null; at = at.Parent)
        {
            if (steps.Count == MostSteps)
            {
                steps.Add("…");
                break;
            }
            steps.Add(Step(at));
        }
        steps.Reverse();
        return string.Join(" > ", steps);
    }

    private static string Step(MarkupNode element)
    {
        var namesakes = element.Parent!.Children.FindAll(sibling => sibling.Name == element.Name);
        var name = MarkedExcerpt.Name(element.Name, LongestName);
        return namesakes.Count == 1 ? name : $"{name}[{Places.Number(namesakes.IndexOf(element) + 1)}]";
    }
}
