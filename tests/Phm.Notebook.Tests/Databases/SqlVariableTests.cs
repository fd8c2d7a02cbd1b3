using Phm.Notebook.Databases;

namespace Phm.Notebook.Tests.Databases;

public sealed class SqlVariableTests
{
    [Fact]
    public async Task A_named_result_is_a_variable_of_later_cells()
    {
        using var live = await SampleDatabase.ConnectAsync();
        await live.RunAsync("#!sql-linked --name practices --rows 1\nselect code, people, cost from practices order by code");
        Assert.Equal("3 1200 A02", (await live.RunAsync("$\"{practices.Count} {practices[0][\"people\"]} {practices[1].Get<string>(\"CODE\")}\"")).Text);
        Assert.Equal("1290", (await live.RunAsync("practices.Column<int?>(\"people\").Sum()")).Text);
        Assert.Equal("code TEXT, people INTEGER, cost REAL", (await live.RunAsync("string.Join(\", \", practices.Columns.Select(c => $\"{c.Name} {c.Type}\"))")).Text);
        Assert.Equal("#!set\n", (await live.RunAsync("#!set --name again --value @sql-linked:practices\n#!share --from sql-linked --name practices --as more\nReferenceEquals(again, more) && again.Count == 3 ? \"#!set\\n\" : \"\"")).Text);
        Assert.Contains("<td style=\"text-align:right\">1200</td>", (await live.RunAsync("practices")).Html, StringComparison.Ordinal);
        Assert.Contains(">people</th>", (await live.RunAsync("practices.Where(p => p[\"cost\"] != null)")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_of_a_kept_result_are_whole_and_equal_ones_are_one()
    {
        using var live = await SampleDatabase.ConnectAsync();
        await live.RunAsync("#!sql-linked --name texts\nwith recursive n(i) as (select 0 union all select i + 1 from n where i < 19999) select 'é' || i as a, 'same' as b, substr(hex(zeroblob(70)), 1, i % 140) as c, '' as d from n");
        Assert.Equal("True", (await live.RunAsync("texts.Select((row, i) => (string)row[\"a\"] == \"é\" + i && ((string)row[\"c\"]).Length == i % 140 && (string)row[\"d\"] == \"\").All(same => same)")).Text);
        Assert.Equal("True", (await live.RunAsync("ReferenceEquals(texts[0][\"b\"], texts[19999][\"b\"])")).Text);
    }

    [Fact]
    public async Task Only_one_result_has_the_name()
    {
        using var live = await SampleDatabase.ConnectAsync();
        Assert.Contains("a second result for the one name 'a'", (await live.RunAsync("#!sql-linked --name a\nselect 1; select 2")).Error.Message, StringComparison.Ordinal);
        Assert.Contains("gives no rows to keep as 'a'", (await live.RunAsync("#!sql-linked --name a\n-- nothing")).Error.Message, StringComparison.Ordinal);
        Assert.Contains("has no value 'a'", (await live.RunAsync("#!share --from sql-linked --name a")).Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var x = 5;", "integer", "5")]
    [InlineData("var x = 2.5m;", "real", "2.5")]
    [InlineData("var x = true;", "integer", "1")]
    [InlineData("string x = \"it's; drop table\";", "text", "it's; drop table")]
    [InlineData("int? x = null;", "null", "NULL")]
    [InlineData("var x = new DateOnly(2024, 4, 1);", "text", "2024-04-01")]
    [InlineData("var x = new DateTime(2024, 4, 1, 13, 5, 0);", "text", "2024-04-01 13:05:00")]
    [InlineData("var x = new[] { \"a\", \"b\\\"\" };", "text", "[\"a\",\"b\\u0022\"]")]
    public async Task Variables_are_the_values_of_parameters(string declaration, string type, string shown)
    {
        using var live = await SampleDatabase.ConnectAsync();
        await live.RunAsync(declaration);
        foreach (var mark in "@:$")
        {
            var cell = await live.RunAsync($"#!sql-linked --name back\nselect typeof({mark}x) as t, {mark}x as v");
            Assert.Equal(type, (await live.RunAsync("back[0][0]")).Text);
            Assert.Contains(shown, cell.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_list_is_a_parameter_for_json_each_and_other_objects_are_refused()
    {
        using var live = await SampleDatabase.ConnectAsync();
        await live.RunAsync("var codes = new List<string> { \"A01\", \"A03\" };\nvar thing = new Random(1);\n#!set --name year --value 2024");
        Assert.EndsWith("2 rows", (await live.RunAsync("#!sql-linked\nselect code from practices where code in (select value from json_each(@codes)) and @year = 2024")).Text, StringComparison.Ordinal);
        Assert.Contains("the C# variable 'thing' is of the type Random, which cannot be a parameter", (await live.RunAsync("#!sql-linked\nselect @thing")).Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_without_an_end_are_the_same_in_a_list_as_alone()
    {
        using var live = await SampleDatabase.ConnectAsync();
        await live.RunAsync("var none = double.NaN; var most = double.PositiveInfinity; var least = float.NegativeInfinity;\nvar all = new[] { 1.5, none, most, least };");
        var cell = await live.RunAsync("#!sql-linked\nselect value is null as none, value = @most as most, value = @least as least from json_each(@all) union all select @none is null, 1, 1");
        Assert.Equal("none  most  least\n----  ----  -----\n   0     0      0\n   1  NULL   NULL\n   0     1      0\n   0     0      1\n   1     1      1\n5 rows", cell.Text);
    }

    [Fact]
    public void Values_convert_where_nothing_is_lost_and_errors_name_the_column_alone()
    {
        var row = new SqlRow(
            [new("n", "INTEGER"), new("r", "REAL"), new("t", "TEXT"), new("none", ""), new("day", "TEXT")], [1L, 2.5, "secret", null, "2024-04-01"]);
        Assert.Equal(1, row.Get<int>("n"));
        Assert.Equal(1.0, row.Get<double>("N"));
        Assert.True(row.Get<bool>("n"));
        Assert.Equal(2.5m, row.Get<decimal>("r"));
        Assert.Null(row.Get<int?>("none"));
        Assert.Null(row.Get<string?>("none"));
        Assert.Equal(new DateOnly(2024, 4, 1), row.Get<DateOnly>("day"));
        Assert.Equal("Column 't' has a value here that is no Int32.", Assert.Throws<InvalidCastException>(() => row.Get<int>("t")).Message);
        Assert.Equal("Column 'r' has a value here that is no Int32.", Assert.Throws<InvalidCastException>(() => row.Get<int>("r")).Message);
        Assert.Equal("Column 'none' has a NULL here. Ask for Int32? to allow it.", Assert.Throws<InvalidCastException>(() => row.Get<int>("none")).Message);
        Assert.Contains("It has: n, r, t, none, day", Assert.Throws<KeyNotFoundException>(() => row["x"]).Message, StringComparison.Ordinal);
    }
}
