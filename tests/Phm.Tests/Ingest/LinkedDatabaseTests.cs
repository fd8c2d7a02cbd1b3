using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Phm.Ingest;
using SQLitePCL;

namespace Phm.Tests.Ingest;

public sealed partial class LinkedDatabaseTests
{
    [Theory]
    [InlineData(31), InlineData(32), InlineData(33)]
    public void Every_cell_of_the_native_files_is_in_the_database_under_its_own_name(int seed)
    {
        using var source = RandomLinkedData.Write(new RandomLinkedData(seed).Tables());
        var population = LinkedData.Load(source.Path).Population;
        LinkedData.Save(population, source.In("csv"));
        LinkedDatabase.Save(population, source.In("linked.sqlite"));
        foreach (var schema in NativeSchema.Tables)
        {
            var expected = RowsOf(source.In($"csv/{schema.Name}.csv.gz"));
            var columns = string.Join(", ", schema.Columns.Select(column => $"\"{column.Name}\""));
            Assert.Equal(expected, Query(source.In("linked.sqlite"), $"select {columns} from {schema.Name} order by rowid"));
        }
    }

    [Fact]
    public void Columns_are_typed_and_keyed_and_people_are_found_by_an_index()
    {
        using var source = NativeSample.With("patients", NativeSample.Files["patients"]);
        var file = source.In("linked.sqlite");
        LinkedDatabase.Save(LinkedData.Load(source.Path).Population, file);
        foreach (var schema in NativeSchema.Tables)
            Assert.Equal(schema.Columns.Where(column => !column.OnlyWhereKnown).Select(column => column.Name), Query(file, $"select name from pragma_table_info('{schema.Name}')"));
        Assert.Equal(["patient_id|TEXT|1|0", "date|TEXT|1|0", "point_of_delivery|TEXT|1|0", "end_date|TEXT|0|0", "primary_diagnosis|TEXT|0|0", "cost|REAL|0|0", "attended|INTEGER|0|0", "provider|TEXT|0|0"],
            Query(file, "select name, upper(type), \"notnull\", pk from pragma_table_info('activity')"));
        Assert.Equal(["real|5417.0"], Query(file, "select typeof(cost), cost from activity"));
        Assert.Equal(["patient_id"], Query(file, "select name from pragma_table_info('patients') where pk = 1"));
        Assert.Equal(["practice_code"], Query(file, "select name from pragma_table_info('practices') where pk = 1"));
        Assert.Contains(Query(file, "explain query plan select * from activity where patient_id = 'p1' order by date"), step => step.Contains("USING INDEX activity_by_patient_id_date", StringComparison.Ordinal));
        Assert.Equal(["1"], Query(file, "pragma user_version"));
        Assert.Equal(["ok"], Query(file, "pragma integrity_check"));
        Assert.Empty(Query(file, "pragma foreign_key_check"));
    }

    [Fact]
    public void A_table_that_did_not_come_with_the_data_is_not_there()
    {
        using var source = new TempFolder().With("patients.csv", NativeSample.Files["patients"]);
        LinkedDatabase.Save(LinkedData.Load(source.Path).Population, source.In("linked.sqlite"));
        Assert.Equal(["patients"], Query(source.In("linked.sqlite"), "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"));
    }

    [Fact]
    public void The_same_people_give_the_same_bytes_and_an_earlier_database_is_replaced()
    {
        using var source = RandomLinkedData.Write(new RandomLinkedData(34).Tables());
        var population = LinkedData.Load(source.Path).Population;
        LinkedDatabase.Save(population, source.In("a.sqlite"));
        LinkedDatabase.Save(population, source.In("b.sqlite"));
        LinkedDatabase.Save(population, source.In("b.sqlite"));
        Assert.Equal(File.ReadAllBytes(source.In("a.sqlite")), File.ReadAllBytes(source.In("b.sqlite")));
        Assert.Empty(Directory.GetFiles(source.Path, "*.unfinished*"));
    }

    [Fact]
    public void Another_file_is_never_replaced()
    {
        using var source = NativeSample.With("patients", NativeSample.Files["patients"]).With("notes.txt", "keep me");
        var population = LinkedData.Load(source.Path).Population;
        Assert.Contains("notes.txt' exists", Assert.Throws<DataException>(() => LinkedDatabase.Save(population, source.In("notes.txt"))).Message, StringComparison.Ordinal);
        Assert.Contains("a folder that does not exist", Assert.Throws<DataException>(() => LinkedDatabase.Save(population, source.In("none/linked.sqlite"))).Message, StringComparison.Ordinal);
        Assert.Equal("keep me", File.ReadAllText(source.In("notes.txt")));
    }

    /// <summary>The rows of a native file as the database prints them: cells joined by a bar, numbers of REAL columns with a point.</summary>
    private static List<string> RowsOf(string path)
    {
        var table = Path.GetFileName(path).Split('.')[0];
        var schema = NativeSchema.Tables.Single(schema => schema.Name == table);
        if (!File.Exists(path)) return [];
        using var lines = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        return [.. lines.ReadToEnd().Split('\n').Skip(1).SkipLast(1).Select(line => string.Join('|', Cell().Matches(line).Select((cell, c) => Print(Unquoted(cell.Value), schema.Columns[c]))))];
    }

    private static string Unquoted(string cell) => cell.StartsWith('"') ? cell[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : cell;

    private static string Print(string cell, ColumnSchema column) => cell.Length > 0 && column.Kind == ColumnKind.Number && !column.IsWhole
        ? double.Parse(cell, CultureInfo.InvariantCulture).ToString("0.0##############", CultureInfo.InvariantCulture) : cell;

    private static List<string> Query(string path, string sql)
    {
        Batteries_V2.Init();
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_open_v2(path, out var connection, raw.SQLITE_OPEN_READONLY, null));
        using (connection)
        {
            Assert.True(raw.sqlite3_prepare_v2(connection, sql, out var statement) == raw.SQLITE_OK, raw.sqlite3_errmsg(connection).utf8_to_string());
            using (statement)
            {
                var rows = new List<string>();
                while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
                    rows.Add(string.Join('|', Enumerable.Range(0, raw.sqlite3_column_count(statement)).Select(c => raw.sqlite3_column_text(statement, c).utf8_to_string() ?? "")));
                return rows;
            }
        }
    }

    [GeneratedRegex("(?<=^|,)(\"([^\"]|\"\")*\"|[^,]*)(?=,|$)")]
    private static partial Regex Cell();
}
