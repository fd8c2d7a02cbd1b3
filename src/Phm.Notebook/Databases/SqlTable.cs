using System.Collections;
using Phm.Notebook.Formatting;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Databases;

/// <summary>The rows of a query, kept for C#. It is a list of rows, and shows its first 100.</summary>
[TypeFormatterSource(typeof(FormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Text])]
public sealed class SqlTable : IReadOnlyList<SqlRow>
{
    private const int ShownRows = 100;

    internal SqlTable(IReadOnlyList<SqlColumn> columns, IReadOnlyList<object?[]> rows)
    {
        Columns = columns;
        Rows = [.. rows.Select(values => new SqlRow(columns, values))];
    }

    /// <summary>The columns, in the order of the query.</summary>
    public IReadOnlyList<SqlColumn> Columns { get; }

    /// <summary>The rows, in the order of the query.</summary>
    public IReadOnlyList<SqlRow> Rows { get; }

    /// <summary>How many rows there are.</summary>
    public int Count => Rows.Count;

    /// <summary>A row, by its position from 0.</summary>
    public SqlRow this[int index] => Rows[index];

    /// <summary>All values of one column.</summary>
    /// <param name="name">The column's name.</param>
    /// <typeparam name="T">As for <see cref="SqlRow.Get{T}"/>.</typeparam>
    public IReadOnlyList<T> Column<T>(string name)
    {
        var index = SqlRow.IndexOf(Columns, name);
        return [.. Rows.Select(row => SqlValue.As<T>(row[index], name))];
    }

    /// <inheritdoc/>
    public IEnumerator<SqlRow> GetEnumerator() => Rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private SqlPage FirstPage() => new(Columns, [.. Rows.Take(ShownRows).Select(row => row.Values)]) { Count = Count };

    internal sealed class FormatterSource
    {
        public IEnumerable<object> CreateTypeFormatters() => [new Formatter(MimeTypes.Html, SqlPageWriter.Html), new Formatter(MimeTypes.Text, SqlPageWriter.Text)];
    }

    private sealed class Formatter(string mimeType, Func<SqlPage, string> write)
    {
        public string MimeType => mimeType;

        public bool Format(object value, TextWriter writer)
        {
            if (value is not SqlTable table) return false;
            writer.Write(write(table.FirstPage()));
            return true;
        }
    }
}
