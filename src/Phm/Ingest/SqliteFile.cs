using System.Buffers.Binary;
using System.Globalization;
using SQLitePCL;

namespace Phm.Ingest;

/// <summary>
/// A SQLite database that is being written for the first time: without a journal, because a file that is not finished is thrown away
/// anyway, and in one transaction.
/// </summary>
internal sealed class SqliteFile : IDisposable
{
    /// <summary>"PHM1", where SQLite's header names the program that a file belongs to.</summary>
    private const int ApplicationId = 0x50484D31;
    private const int ApplicationIdOffset = 68;

    private readonly sqlite3 _connection;
    private readonly string _name;

    private SqliteFile(sqlite3 connection, string name)
    {
        _connection = connection;
        _name = name;
    }

    public static bool IsLinkedDatabase(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> header = stackalloc byte[ApplicationIdOffset + sizeof(int)];
        return file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) == header.Length
            && header.StartsWith("SQLite format 3\0"u8) && BinaryPrimitives.ReadInt32BigEndian(header[ApplicationIdOffset..]) == ApplicationId;
    }

    public static SqliteFile Create(string path)
    {
        Batteries_V2.Init();
        var code = raw.sqlite3_open_v2(path, out var connection, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE, null);
        var file = new SqliteFile(connection, Path.GetFileName(path));
        try
        {
            file.Check(code);
            file.Run("pragma page_size = 4096; pragma encoding = 'UTF-8'; pragma auto_vacuum = 0; pragma journal_mode = off; pragma synchronous = off; pragma locking_mode = exclusive");
            file.Run(string.Create(CultureInfo.InvariantCulture, $"pragma application_id = {ApplicationId}; pragma user_version = {NativeSchema.Version}; begin"));
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Creates a table, fills it and then its indexes, which is faster than keeping them up to date.</summary>
    public void Write(TableSchema schema, Action<RowWriter> write)
    {
        Run(SqliteSchema.Table(schema));
        using (var statement = Prepare(SqliteSchema.Insert(schema))) write(new SqliteRowWriter(statement, Check));
        foreach (var index in SqliteSchema.Indexes(schema)) Run(index);
    }

    public void Commit() => Run("commit; pragma optimize");

    public void Dispose() => _connection.Dispose();

    private sqlite3_stmt Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v2(_connection, sql, out var statement));
        return statement;
    }

    private void Run(string sql) => Check(raw.sqlite3_exec(_connection, sql));

    private void Check(int code)
    {
        if (code is raw.SQLITE_OK or raw.SQLITE_DONE or raw.SQLITE_ROW) return;
        // The general words of the code, never those that name a value.
        var what = raw.sqlite3_errstr(code).utf8_to_string();
        throw new DataException($"'{_name}' cannot be written as a SQLite database: {what}. Check that the folder may be written to and has space.");
    }
}
