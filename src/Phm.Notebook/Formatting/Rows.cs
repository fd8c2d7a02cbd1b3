using System.Collections;
using System.Data;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Phm.Notebook.Formatting;

/// <summary>Values that are rows of something: tuples as their items, dictionaries as pairs, groups as key and items, data tables as their rows.</summary>
internal static class Rows
{
    /// <summary>The parts of a row: a tuple's items, a pair's or group's key and value, a data row's cells; else null.</summary>
    public static IReadOnlyList<(string Name, object? Value)>? TryRead(object? item) => item switch
    {
        ITuple tuple => [.. Enumerable.Range(0, tuple.Length).Select(i => (string.Create(CultureInfo.InvariantCulture, $"Item{i + 1}"), tuple[i]))],
        DictionaryEntry entry => [("Key", entry.Key), ("Value", entry.Value)],
        // A row of a query; dictionaries are values of their own.
        IEnumerable<KeyValuePair<string, object?>> row and not IDictionary and not IDictionary<string, object?> => [.. row.Select(cell => (cell.Key, cell.Value))],
        DataRow row => [.. row.Table.Columns.Cast<DataColumn>().Select(column => (column.ColumnName, (object?)row[column]))],
        IEnumerable sequence => KeyOf(sequence),
        _ => null,
    };

    /// <summary>A group of a query with its key; else null.</summary>
    private static (string, object?)[]? KeyOf(IEnumerable sequence)
    {
        var group = Array.Find(sequence.GetType().GetInterfaces(), type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IGrouping<,>));
        return group is null ? null : [("Key", group.GetProperty("Key")!.GetValue(sequence)), ("Items", sequence)];
    }

    public static IEnumerable? TryEnumerate(object value) => value switch
    {
        DataTable table => table.Rows,
        DataView view => view.Cast<DataRowView>().Select(row => row.Row),
        IEnumerable sequence => sequence,
        _ => null,
    };
}
