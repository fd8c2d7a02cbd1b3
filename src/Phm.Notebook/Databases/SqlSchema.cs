using Microsoft.Data.Sqlite;

namespace Phm.Notebook.Databases;

/// <summary>The tables and views of a database with their columns: names alone, no row is read.</summary>
internal static class SqlSchema
{
    private const int MostColumns = 5_000;

    /// <summary>Reads the names from the file as it is now; nothing where it cannot be read.</summary>
    public static ILookup<string, string> Read(SqliteDatabase database)
    {
        var found = new List<(string Table, string Column)>();
        try
        {
            if (File.Exists(database.Path)) Read(database.Path, found);
        }
        catch (SqliteException)
        {
            // Locked, damaged or no database at all: the cell will say so when it runs.
        }
        return found.ToLookup(entry => entry.Table, entry => entry.Column, StringComparer.OrdinalIgnoreCase);
    }

    private static void Read(string path, List<(string, string)> found)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false, DefaultTimeout = 1 };
        using var connection = new SqliteConnection(settings.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            select m.name, c.name from sqlite_master m join pragma_table_info(m.name) c
            where m.type in ('table', 'view') and m.name not like 'sqlite_%' order by m.name, c.cid limit $most
            """;
        command.Parameters.AddWithValue("$most", MostColumns);
        using var rows = command.ExecuteReader();
        while (rows.Read()) found.Add((rows.GetString(0), rows.GetString(1)));
    }
}
