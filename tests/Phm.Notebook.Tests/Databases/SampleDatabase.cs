using Microsoft.Data.Sqlite;

namespace Phm.Notebook.Tests.Databases;

/// <summary>Small databases that tests make for notebooks to read.</summary>
internal static class SampleDatabase
{
    public const string Connect = "#!connect sqlite --kernel-name linked \"Data Source=linked.db\"";

    /// <summary>Three practices with numbers, a NULL and text that is hostile to HTML.</summary>
    public static string Write(TemporaryFolder folder, string name = "linked.db")
    {
        var path = folder.File(name);
        Execute(path,
            """
            create table practices (code text primary key, people integer, cost real, note text);
            insert into practices values ('A01', 1200, 1.5, '<b>x</b>'), ('A02', 90, null, 'NULL'), ('A03', null, 1e3, 'two' || char(10) || 'lines');
            """);
        return path;
    }

    public static void Execute(string path, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>A session with the database connected as <c>sql-linked</c>.</summary>
    public static async Task<LiveSession> ConnectAsync()
    {
        var live = new LiveSession();
        Write(live.Folder);
        await live.RunAsync(Connect);
        return live;
    }
}
