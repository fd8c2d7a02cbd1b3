using System.Collections;

namespace Phm.Notebook.Databases;

/// <summary>A row of a <see cref="SqlTable"/>: values by column. SQL's NULL is null.</summary>
public sealed class SqlRow : IEnumerable<KeyValuePair<string, object?>>
{
    private readonly IReadOnlyList<SqlColumn> columns;
    private readonly object?[] values;

    internal SqlRow(IReadOnlyList<SqlColumn> columns, object?[] values)
    {
        this.columns = columns;
        this.values = values;
    }

    /// <summary>The value of a column, by its position from 0: a long, a double, a string, a byte array or null.</summary>
    public object? this[int column] => values[column];

    /// <summary>The value of a column, by its name in any case.</summary>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public object? this[string column] => values[IndexOf(columns, column)];

    /// <summary>The value of a column as a type.</summary>
    /// <param name="column">The column's name.</param>
    /// <typeparam name="T">A number, a bool (stored as 0 and 1), a string, a date or time (stored as ISO text), or such a type with <c>?</c> where NULL may stand.</typeparam>
    /// <exception cref="InvalidCastException">The value is NULL or of another kind; the message names the column and never the value.</exception>
    public T Get<T>(string column) => SqlValue.As<T>(this[column], column);

    /// <summary>The columns' names with the values.</summary>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var i = 0; i < columns.Count; i++) yield return KeyValuePair.Create(columns[i].Name, values[i]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal object?[] Values => values;

    internal static int IndexOf(IReadOnlyList<SqlColumn> columns, string name)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (string.Equals(columns[i].Name, name, StringComparison.OrdinalIgnoreCase)) return i;
        }
        throw new KeyNotFoundException($"The result has no column '{name}'. It has: {string.Join(", ", columns.Select(column => column.Name))}.");
    }
}
