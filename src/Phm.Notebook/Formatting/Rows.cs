using System.Collections;
using System.Data;

namespace Phm.Notebook.Formatting;

/// <summary>Values that are rows of something: dictionaries as pairs, data tables as their rows.</summary>
internal static class Rows
{
    /// <summary>The parts of a row: a pair's key and value, a data row's cells; else null.</summary>
    public static IReadOnlyList<(string Name, object? Value)>? TryRead(object? item) => item switch
    {
        DictionaryEntry entry => [("Key", entry.Key), ("Value", entry.Value)],
        // A row of a query; dictionaries are values of their own.
        IEnumerable<KeyValuePair<string, object?>> row and not IDictionary and not IDictionary<string, object?> => [.. row.Select(cell => (cell.Key, cell.Value))],
        DataRow row => [.. row.Table.Columns.Cast<DataColumn>().Select(column => (column.ColumnName, (object?)row[column]))],
        _ => null,
    };

    public static IEnumerable? TryEnumerate(object value) => value switch
    {
        DataTable table => table.Rows,
        DataView view => view.Cast<DataRowView>().Select(row => row.Row),
        IEnumerable sequence => sequence,
        _ => null,
    };
}
