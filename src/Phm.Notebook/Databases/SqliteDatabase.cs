using System.Data.Common;
using Microsoft.Data.Sqlite;
using Phm.Notebook.Execution;
using SQLitePCL;

namespace Phm.Notebook.Databases;

/// <summary>A SQLite file that exists. It is opened anew for each cell, for reading unless its connection string says otherwise.</summary>
internal sealed class SqliteDatabase
{
    private const int LongestValue = 50_000_000;
    private const int BusyMilliseconds = 2_000;

    private readonly string connection;
    private readonly string name;

    private SqliteDatabase(string path, string name, string connection)
    {
        Path = path;
        this.name = name;
        this.connection = connection;
    }

    /// <summary>The full path of the file.</summary>
    public string Path { get; }

    /// <summary>Whether it is open for reading only.</summary>
    public bool IsReadOnly => new SqliteConnectionStringBuilder(connection).Mode == SqliteOpenMode.ReadOnly;

    /// <param name="connection">The connection string.</param>
    /// <param name="directory">Where relative paths start.</param>
    /// <param name="line">The line that connects.</param>
    /// <exception cref="CellFailedException">The string is not understood, or the file is not there.</exception>
    public static SqliteDatabase Find(string connection, string directory, int line)
    {
        var settings = Parse(connection, line);
        var name = settings.DataSource;
        if (name.Length == 0 || name == ":memory:" || settings.Mode == SqliteOpenMode.Memory)
            throw CellFailedException.Directive("A database in memory is empty for every cell, because each opens a new connection. Name a file after 'Data Source='.", line);
        if (name.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
            throw CellFailedException.Directive("Name the database by its path, not by a file: address.", line);
        var path = System.IO.Path.GetFullPath(name, directory);
        settings.Mode = SaysMode(connection) && settings.Mode != SqliteOpenMode.ReadOnly ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadOnly;
        settings.DataSource = path;
        settings.Pooling = false;
        var database = new SqliteDatabase(path, name, settings.ConnectionString);
        database.CheckIsThere(line);
        return database;
    }

    /// <exception cref="CellFailedException">The file cannot be opened.</exception>
    public SqliteConnection Open(int line)
    {
        var opened = new SqliteConnection(connection);
        try
        {
            opened.Open();
            raw.sqlite3_busy_timeout(opened.Handle, BusyMilliseconds);
            raw.sqlite3_limit(opened.Handle, raw.SQLITE_LIMIT_LENGTH, LongestValue);
            return opened;
        }
        catch (SqliteException e)
        {
            opened.Dispose();
            throw CellFailedException.Directive($"The database '{name}' cannot be opened: {raw.sqlite3_errstr(e.SqliteErrorCode).utf8_to_string()}.", line);
        }
    }

    /// <exception cref="CellFailedException">The file has gone.</exception>
    public void CheckIsThere(int line)
    {
        if (!File.Exists(Path)) throw CellFailedException.Directive($"There is no database '{name}', and none is created. A relative path starts at the notebook's folder.", line);
    }

    private static SqliteConnectionStringBuilder Parse(string connection, int line)
    {
        try
        {
            return new SqliteConnectionStringBuilder(connection);
        }
        catch (ArgumentException)
        {
            throw CellFailedException.Directive("The connection string is not understood. It is written: \"Data Source=FILE\", or \"Data Source=FILE;Mode=ReadWrite\".", line);
        }
    }

    private static bool SaysMode(string connection) => new DbConnectionStringBuilder { ConnectionString = connection }.ContainsKey("Mode");
}
