using System.Text;
using SQLitePCL;

namespace Phm.Notebook.Databases;

/// <summary>A statement that SQLite has understood, and its rows one after another.</summary>
internal sealed class SqlStatement : IDisposable
{
    private readonly sqlite3 connection;
    private readonly sqlite3_stmt statement;
    private readonly SqlPlace place;
    private readonly int start;
    private readonly CancellationToken stop;
    private readonly TextPool texts = new();

    private SqlStatement(sqlite3 connection, sqlite3_stmt statement, SqlPlace place, int start, CancellationToken stop)
    {
        this.connection = connection;
        this.statement = statement;
        this.place = place;
        this.start = start;
        this.stop = stop;
    }

    /// <summary>The first byte after the statement.</summary>
    public int End { get; private init; }

    /// <summary>
    /// Whether the statement is VACUUM, which SQLite allows where nothing may be written: VACUUM INTO makes a copy of the whole
    /// database, every person in it, wherever it is told to.
    /// </summary>
    public bool IsVacuum => Encoding.UTF8.GetString(place.Utf8.AsSpan(start, End - start)).StartsWith("vacuum", StringComparison.OrdinalIgnoreCase);

    public int Columns => raw.sqlite3_column_count(statement);

    public int Parameters => raw.sqlite3_bind_parameter_count(statement);

    /// <summary>Reads the statement that starts at a byte; null where there is none.</summary>
    public static SqlStatement? Prepare(sqlite3 connection, SqlPlace place, int start, CancellationToken stop)
    {
        var code = raw.sqlite3_prepare_v2(connection, place.Utf8.AsSpan(start), out var statement, out var tail);
        if (code != raw.SQLITE_OK)
        {
            var (offset, message) = (NativeSqlite.ErrorOffset(connection), SqlErrors.OfText(connection));
            throw place.Error(message, offset >= 0 ? start + offset : place.FindNamed(message, start));
        }
        if (statement is null || statement.IsInvalid) return null;
        return new SqlStatement(connection, statement, place, start, stop) { End = place.Utf8.Length - tail.Length };
    }

    public IReadOnlyList<SqlColumn> ReadColumns() =>
    [
        .. Enumerable.Range(0, Columns).Select(column => new SqlColumn(
            raw.sqlite3_column_name(statement, column).utf8_to_string(), raw.sqlite3_column_decltype(statement, column).utf8_to_string() ?? "")),
    ];

    public string? ParameterName(int number) => raw.sqlite3_bind_parameter_name(statement, number).utf8_to_string();

    public void Bind(int number, object? value)
    {
        var code = value switch
        {
            null => raw.sqlite3_bind_null(statement, number),
            long whole => raw.sqlite3_bind_int64(statement, number, whole),
            double real => raw.sqlite3_bind_double(statement, number, real),
            byte[] bytes => raw.sqlite3_bind_blob(statement, number, bytes),
            _ => raw.sqlite3_bind_text(statement, number, (string)value),
        };
        if (code != raw.SQLITE_OK) throw Error();
    }

    /// <summary>Goes to the next row; false after the last.</summary>
    public bool Step()
    {
        stop.ThrowIfCancellationRequested();
        return raw.sqlite3_step(statement) switch
        {
            raw.SQLITE_ROW => true,
            raw.SQLITE_DONE => false,
            raw.SQLITE_INTERRUPT => throw new OperationCanceledException(stop),
            _ => throw Error(),
        };
    }

    /// <summary>The values of the row: long, double, string, byte array or null.</summary>
    public object?[] ReadRow()
    {
        var values = new object?[Columns];
        for (var column = 0; column < values.Length; column++)
        {
            values[column] = raw.sqlite3_column_type(statement, column) switch
            {
                raw.SQLITE_INTEGER => raw.sqlite3_column_int64(statement, column),
                raw.SQLITE_FLOAT => raw.sqlite3_column_double(statement, column),
                raw.SQLITE_NULL => null,
                raw.SQLITE_BLOB => raw.sqlite3_column_blob(statement, column).ToArray(),
                _ => ReadText(column),
            };
        }
        return values;
    }

    /// <summary>The first call makes the text UTF-8 where the database holds another encoding; the second one gives its bytes.</summary>
    private string ReadText(int column)
    {
        _ = raw.sqlite3_column_text(statement, column);
        return texts.Of(raw.sqlite3_column_blob(statement, column));
    }

    public Exception Error(string message) => place.Error(message, start);

    public void Dispose() => statement.Dispose();

    private Exception Error() => Error(SqlErrors.OfRun(connection));
}
