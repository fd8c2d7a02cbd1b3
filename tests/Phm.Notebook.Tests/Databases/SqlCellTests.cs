using System.Collections;
using Phm.Notebook.Databases;
using Phm.Notebook.Execution;

namespace Phm.Notebook.Tests.Databases;

public sealed class SqlCellTests
{
    [Fact]
    public async Task A_connected_database_answers_by_its_selector_and_by_the_cells_metadata()
    {
        using var live = new LiveSession();
        SampleDatabase.Write(live.Folder);
        Assert.Equal("Kernel added: #!sql-linked", (await live.RunAsync(SampleDatabase.Connect)).Text);
        Assert.Contains("A01", (await live.RunAsync("#!sql-linked\nselect code from practices")).Text, StringComparison.Ordinal);
        Assert.Contains("A01", (await live.RunAsync(new CellRequest("select code from practices") { KernelName = "sql-linked" })).Text, StringComparison.Ordinal);
        Assert.Contains("A01", (await live.RunAsync("var a = 1;\n" + SampleDatabase.Connect + "\n#!sql-linked\nselect code from practices")).Data(1, "text/plain"), StringComparison.Ordinal);
        Assert.Contains("#!sql-linked [--rows 100]", (await live.RunAsync("#!lsmagic")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_selector_with_a_slip_is_told_the_one_that_was_meant()
    {
        using var live = await SampleDatabase.ConnectAsync();
        Assert.Contains("Did you mean '#!sql-linked'?", (await live.RunAsync("#!sql-likned\nselect 1")).Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_is_a_table_with_numbers_to_the_right_and_null_apart_from_the_word()
    {
        using var live = await SampleDatabase.ConnectAsync();
        var cell = await live.RunAsync("#!sql-linked\nselect *, x'00ff' as \"blob<\" from practices order by code");
        Assert.Equal(["text/html", "text/plain"], cell.MimeTypes(0));
        Expectation.Matches("sql-table.html", cell.Html + "\n");
        Expectation.Matches("sql-table.txt", cell.Text + "\n");
    }

    [Fact]
    public async Task The_text_of_a_result_keeps_its_columns_straight_and_its_lines_short_and_turns_no_line()
    {
        using var live = await SampleDatabase.ConnectAsync();
        var names = await live.RunAsync("#!sql-linked\nselect '中文' as name, 1 as n, 'a' || char(0x202e) || 'b' as name union all select 'abc', 20, char(27) || '[31m'");
        Assert.Equal("name   n  name\n----  --  -----\n中文   1  ab\nabc   20   [31m\n2 rows", names.Text);
        var wide = await live.RunAsync($"#!sql-linked\nselect {string.Join(", ", Enumerable.Range(1, 6).Select(i => $"'{new string('x', 70)}' as c{i}"))}");
        Assert.Equal(["1 row", "… 2 more columns"], wide.Text!.Split('\n')[^2..]);
        Assert.All(wide.Text.Split('\n'), line => Assert.InRange(line.Length, 1, 200));
    }

    [Fact]
    public void A_page_is_read_a_few_times_however_many_rows_it_has()
    {
        var rows = new CountedRows([.. Enumerable.Range(0, 2_000).Select(i => new object?[] { (long)i, "x" })]);
        var text = SqlPageWriter.Bundle(new SqlPage([new("n", ""), new("t", "")], rows) { Count = rows.Count })["text/plain"];
        Assert.EndsWith("\n1999  x\n2,000 rows", text, StringComparison.Ordinal);
        Assert.InRange(rows.Readings, 1, 20);
    }

    [Fact]
    public async Task Several_statements_give_a_table_each_and_those_without_rows_say_how_many_they_changed()
    {
        using var live = new LiveSession();
        SampleDatabase.Write(live.Folder);
        await live.RunAsync("#!connect sqlite --kernel-name linked \"Data Source=linked.db;Mode=ReadWrite\"");
        var cell = await live.RunAsync(
            "#!sql-linked\n-- first; a comment\nselect 1 as one; /* ; */ select 2 as two where 0;\nupdate practices set people = 1 where code <> 'A01';\ncreate table t (a); delete from t;;\n-- end");
        Assert.Equal(
            ["one\n---\n  1\n1 row", "two\n---\nno rows", "2 rows affected", "0 rows affected", "0 rows affected"],
            cell.Bundles().Select((_, i) => cell.Data(i, "text/plain")));
        Assert.Equal(CellStatus.Ok, (await live.RunAsync("#!sql-linked\n-- nothing\n")).Result.Status);
    }

    [Theory]
    [InlineData("", "rows 1-100 of 12,345", 100)]
    [InlineData(" --rows 20 --page 2", "rows 21-40 of 12,345", 20)]
    [InlineData(" --rows 1000 --page 13", "rows 12,001-12,345 of 12,345", 345)]
    [InlineData(" --page 200", "no rows on this page, the result has 12,345", 0)]
    public async Task A_large_result_shows_a_page(string options, string caption, int rows)
    {
        using var live = await SampleDatabase.ConnectAsync();
        var cell = await live.RunAsync($"#!sql-linked{options}\nwith recursive n(i) as (select 1 union all select i + 1 from n where i < 12345) select i from n");
        Assert.EndsWith("\n" + caption, cell.Text, StringComparison.Ordinal);
        Assert.Contains($"<p>{caption}</p>", cell.Html, StringComparison.Ordinal);
        Assert.Equal(rows, cell.Text!.Split('\n').Length - 3);
    }

    [Fact]
    public async Task An_endless_result_is_counted_to_a_bound_and_long_values_end_the_page()
    {
        using var live = await SampleDatabase.ConnectAsync();
        var endless = await live.RunAsync("#!sql-linked --rows 2\nwith recursive n(i) as (select 1 union all select i + 1 from n) select i from n");
        Assert.EndsWith("rows 1-2 of more than 1,000,002", endless.Text, StringComparison.Ordinal);
        var longValues = await live.RunAsync("#!sql-linked\nwith recursive n(i) as (select 1 union all select i + 1 from n where i < 50) select hex(zeroblob(100000)) as h from n");
        Assert.EndsWith("rows 1-5 of 50; the page ends early because its values are long", longValues.Text, StringComparison.Ordinal);
        Assert.InRange(longValues.Html!.Length, 5_000, 7_000);
    }

    [Theory]
    [InlineData("--rows 0", "needs a whole number from 1 to 10,000 after '--rows'")]
    [InlineData("--page x", "needs a whole number from 1 to 1,000,000 after '--page'")]
    [InlineData("--name a-b", "cannot make a C# variable 'a-b'")]
    [InlineData("--top 5", "does not know the option '--top'. It is written: #!sql-linked [--rows 100]")]
    public async Task Options_that_make_no_sense_are_refused(string options, string expected)
    {
        using var live = await SampleDatabase.ConnectAsync();
        Assert.Contains(expected, (await live.RunAsync($"#!sql-linked {options}\nselect 1")).Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("select code,\n  people,\n       x\nfrom practices", "no such column: x, line 4, column 8", 4, 8)]
    [InlineData("select 1;\nselect 'é', nothere from practices", "no such column: nothere, line 3, column 13", 3, 13)]
    [InlineData("select * from nowhere", "no such table: nowhere, line 2, column 15", 2, 15)]
    [InlineData("select\nfrom x", "near \"from\": syntax error, line 3, column 1", 3, 1)]
    [InlineData("-- why\n\n  delete from practices", "the database is open for reading only; connect it with Mode=ReadWrite to change it, line 4, column 3", 4, 3)]
    [InlineData("Vacuum main into 'copy.sqlite'", "the database is open for reading only; connect it with Mode=ReadWrite to change it, line 2, column 1", 2, 1)]
    [InlineData("\uFEFFvacuum main into 'copy.sqlite'", "the database is open for reading only; connect it with Mode=ReadWrite to change it, line 2, column 2", 2, 2)]
    [InlineData("select 1;\n\uFEFF\f\vvacuum main into 'copy.sqlite'", "the database is open for reading only; connect it with Mode=ReadWrite to change it, line 4, column 2", 4, 2)]
    [InlineData("select ?", "a parameter needs the name of a C# variable, as in @year, line 2, column 1", 2, 1)]
    [InlineData("select @nobody", "there is no C# variable 'nobody' for the parameter @nobody, line 2, column 1", 2, 1)]
    [InlineData("select json_extract('{}', note) from practices", "bad JSON path, line 2, column 1", 2, 1)]
    [InlineData("select abs(-9223372036854775807 - 1)", "integer overflow, line 2, column 1", 2, 1)]
    [InlineData("select 'open", "unrecognized token: \"'open\", line 2, column 8", 2, 8)]
    public async Task Errors_point_at_line_and_column_and_hold_no_data(string sql, string message, int line, int column)
    {
        using var live = await SampleDatabase.ConnectAsync();
        var cell = await live.RunAsync("#!sql-linked\n" + sql);
        Assert.Equal(("SqlError", message, line, column), (cell.Error.Name, cell.Error.Message, cell.Error.Line, cell.Error.Column));
        Assert.Equal($"   at cell 2, line {line}", cell.Error.Traceback[1]);
    }

    [Fact]
    public async Task What_triggers_and_constraints_say_tells_names_and_no_values()
    {
        using var live = new LiveSession();
        SampleDatabase.Write(live.Folder);
        SampleDatabase.Execute(live.Folder.File("linked.db"), "create trigger no before delete on practices begin select raise(abort, 'secret A01'); end");
        await live.RunAsync("#!connect sqlite --kernel-name linked \"Data Source=linked.db;Mode=ReadWrite\"");
        Assert.Equal("UNIQUE constraint failed: practices.code, line 2, column 1", (await live.RunAsync("#!sql-linked\ninsert into practices (code) values ('A01')")).Error.Message);
        Assert.DoesNotContain("secret", (await live.RunAsync("#!sql-linked\ndelete from practices")).Json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Data Source=none.db", "There is no database 'none.db', and none is created")]
    [InlineData("Data Source=none.db;Mode=ReadWriteCreate", "There is no database 'none.db'")]
    [InlineData("Data Source=:memory:", "empty for every cell")]
    [InlineData("Data Source=file:linked.db", "by its path")]
    [InlineData("Server=there", "The connection string is not understood")]
    public async Task What_cannot_be_connected_is_refused_and_nothing_is_created(string connection, string expected)
    {
        using var live = new LiveSession();
        var cell = await live.RunAsync($"#!connect sqlite --kernel-name x \"{connection}\"");
        Assert.Contains(expected, cell.Error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(live.Folder.Path));
    }

    [Fact]
    public async Task A_file_that_is_no_database_and_one_that_has_gone_are_told()
    {
        using var live = await SampleDatabase.ConnectAsync();
        live.Folder.File("text.db", "These are words, and there are many of them, more than one hundred bytes of them so that SQLite looks at the whole header.");
        await live.RunAsync("#!connect sqlite --kernel-name text \"Data Source=text.db\"");
        Assert.Contains("the file is not a SQLite database", (await live.RunAsync("#!sql-text\nselect * from t")).Error.Message, StringComparison.Ordinal);
        File.Delete(live.Folder.File("linked.db"));
        Assert.Contains("There is no database 'linked.db'", (await live.RunAsync("#!sql-linked\nselect 1")).Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_query_stops_at_the_time_limit_and_at_an_interrupt()
    {
        using var live = await SampleDatabase.ConnectAsync();
        const string Endless = "#!sql-linked\nwith recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n";
        var slow = await live.RunAsync(new CellRequest(Endless) { Timeout = TimeSpan.FromMilliseconds(200) });
        Assert.Equal(CellStatus.TimedOut, slow.Result.Status);
        var running = live.RunAsync(Endless);
        while (!live.Session.Interrupt()) await Task.Yield();
        Assert.Equal(CellStatus.Cancelled, (await running).Result.Status);
        Assert.Equal(CellStatus.Ok, (await live.RunAsync("#!sql-linked\nselect 1")).Result.Status);
    }

    /// <summary>Rows that know how often somebody has begun to read them.</summary>
    private sealed class CountedRows(object?[][] rows) : IReadOnlyList<object?[]>
    {
        public int Readings { get; private set; }

        public int Count => rows.Length;

        public object?[] this[int index] => rows[index];

        public IEnumerator<object?[]> GetEnumerator()
        {
            Readings++;
            return rows.AsEnumerable().GetEnumerator();
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
