using System.Text.Json;
using System.Text.Json.Nodes;
using Phm.Notebook.Documents;

namespace Phm.Notebook.Guarding;

/// <summary>
/// Takes JSON apart: names, strings, numbers as they are spelt, and what is laid out as a table: arrays of objects, arrays of arrays,
/// objects of arrays. Nesting costs no stack.
/// </summary>
internal static class JsonReader
{
    public static void Read(JsonNode root, Action<string> text, Action<string> number, Action<DataGrid> grid)
    {
        // Inside an object a list is a column with the object's name for it; one that is all there is has none.
        if (root is JsonArray list && list.All(item => item is JsonValue)) grid(new([], [.. list.Take(DataGrid.MostRows).Select(item => (string[])[Scalar(item)])]));
        var waiting = new Stack<JsonNode>([root]);
        while (waiting.TryPop(out var node))
        {
            switch (node)
            {
                case JsonObject members:
                    OfColumns(members, grid);
                    foreach (var (name, value) in members)
                    {
                        text(name);
                        if (value is not null) waiting.Push(value);
                    }
                    break;
                case JsonArray items:
                    OfRows(items, grid);
                    foreach (var item in items)
                    {
                        if (item is not null) waiting.Push(item);
                    }
                    break;
                default:
                    (node.GetValueKind() == JsonValueKind.String ? text : number)(Scalar(node));
                    break;
            }
        }
    }

    private static void OfRows(JsonArray items, Action<DataGrid> grid)
    {
        var first = items.Take(DataGrid.MostRows).ToArray();
        if (first.Length == 0) return;
        if (first.All(item => item is JsonObject))
        {
            var names = first.SelectMany(item => ((JsonObject)item!).Select(member => member.Key)).Distinct(StringComparer.Ordinal).Take(DataGrid.MostColumns).ToArray();
            grid(new(names, [.. first.Select(item => names.Select(name => Scalar(((JsonObject)item!)[name])).ToArray())]));
        }
        else if (first.All(item => item is JsonArray))
        {
            var rows = first.Select(item => ((JsonArray)item!).Take(DataGrid.MostColumns).Select(Scalar).ToArray()).ToArray();
            grid(new([], rows));
            if (rows.Length > 1) grid(new(rows[0], rows[1..]));
        }
    }

    /// <summary>Columns are arrays, or objects by row name as data frames write them. A single array is a column of its own.</summary>
    private static void OfColumns(JsonObject members, Action<DataGrid> grid)
    {
        var columns = members.Where(member => member.Value is JsonArray or JsonObject).Take(DataGrid.MostColumns)
            .Select(member => (member.Key, Cells: member.Value is JsonArray array ? array : ((JsonObject)member.Value!).Select(inner => inner.Value)))
            .Select(column => (column.Key, Cells: column.Cells.Take(DataGrid.MostRows).Select(Scalar).ToArray()))
            .Where(column => column.Cells.Length > 1).ToArray();
        foreach (var group in columns.GroupBy(column => column.Cells.Length))
        {
            string[] headings = [.. group.Select(column => column.Key)];
            string[][] cells = [.. group.Select(column => column.Cells)];
            grid(new(headings, [.. Enumerable.Range(0, group.Key).Select(row => cells.Select(column => column[row]).ToArray())]));
        }
        if (Schema(members) is { } names && members["data"] is JsonArray { Count: > 0 } data && data[0] is JsonArray)
            grid(new(names, [.. data.Take(DataGrid.MostRows).OfType<JsonArray>().Select(row => row.Take(DataGrid.MostColumns).Select(Scalar).ToArray())]));
    }

    /// <summary>The names of the columns of a tabular data resource, or of a data frame that was split.</summary>
    private static string[]? Schema(JsonObject members) =>
        members["columns"] is JsonArray columns ? [.. columns.Select(Scalar)]
        : members["schema"] is JsonObject schema && schema["fields"] is JsonArray fields ? [.. fields.Select(field => Scalar((field as JsonObject)?["name"]))]
        : null;

    private static string Scalar(JsonNode? node) => node is not JsonValue value ? ""
        : value.GetValueKind() == JsonValueKind.String ? MultilineText.Read(value) : value.ToJsonString();
}
