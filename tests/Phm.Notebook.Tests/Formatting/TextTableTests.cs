using Phm.Notebook.Formatting;

namespace Phm.Notebook.Tests.Formatting;

/// <summary>What a sequence of records looks like in a fixed-width font.</summary>
public sealed class TextTableTests
{
    private readonly ValueFormatter formatter = new();

    [Fact]
    public void Records_are_rows_with_words_to_the_left_and_numbers_to_the_right() => Shows(
        """
        Name   Score  Born        Note
        ----  ------  ----------  --------------------------------------------------
        Ann      0.5  2020-01-02  <null>
        B B   -12.25  1999-12-31  xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        """,
        new[]
        {
            new { Name = "Ann", Score = 0.5, Born = new DateOnly(2020, 1, 2), Note = (string?)null },
            new { Name = "B\nB", Score = -12.25, Born = new DateOnly(1999, 12, 31), Note = (string?)new string('x', 50) },
        });

    [Fact]
    public void Tuples_have_numbered_columns() => Shows(
        """
        Item1  Item2
        -----  -----
            1  a
           20  b
        """, new[] { (1, "a"), (20, "b") });

    [Fact]
    public void Dictionaries_are_keys_and_values() => Shows(
        """
        Key  Value
        ---  -----
        one      1
        two   2000
        """, new Dictionary<string, int> { ["one"] = 1, ["two"] = 2000 });

    [Fact]
    public void Groups_are_keys_and_items() => Shows(
        """
        Key   Items
        ----  -----------
        odd   [ 1, 3, 5 ]
        even  [ 2, 4 ]
        """,
        Enumerable.Range(1, 5).GroupBy(i => i % 2 == 0 ? "even" : "odd"));

    [Fact]
    public void A_query_shows_twenty_rows_and_counts_the_rest()
    {
        var lines = Text(Enumerable.Range(1, 100).Select(i => new { I = i })).Split('\n');
        Assert.Equal(23, lines.Length);
        Assert.Equal("… 80 more rows", lines[^1]);
    }

    [Fact]
    public void Rows_of_different_kinds_share_the_columns_that_they_have() => Shows(
        """
        A  value   B
        -  ------  -
        x
           <null>
                   1
        """, new object?[] { new { A = "x" }, null, new { B = 1 } });

    [Fact]
    public void What_is_no_record_stays_a_list()
    {
        Assert.Equal("[ 1, 2 ]", Text(new[] { 1, 2 }));
        Assert.Equal("[ [ 1 ], [ 2, 3 ] ]", Text(new int[][] { [1], [2, 3] }));
        Assert.Equal("[ 1, { A = 2 } ]", Text(new object[] { 1, new { A = 2 } }));
        Assert.Equal("[ ]", Text(Array.Empty<(int, int)>()));
    }

    [Fact]
    public void A_part_that_fails_or_goes_in_a_circle_or_has_no_end_is_one_cell()
    {
        var circle = new List<object?>();
        circle.Add(new { Name = "a", All = circle, Endless = Endless(), Broken = Broken() });
        Assert.Contains("(cycle)", Text(circle), StringComparison.Ordinal);
        Assert.Contains("System.InvalidOperationException: dry", Text(circle), StringComparison.Ordinal);
        Assert.All(Text(circle).Split('\n'), line => Assert.InRange(line.Length, 1, 200));
    }

    [Fact]
    public void Columns_that_do_not_fit_a_line_are_counted()
    {
        var wide = new string('y', 60);
        var lines = Text(new[] { new { A = wide, B = wide, C = wide, D = wide, E = wide, F = wide } }).Split('\n');
        Assert.Equal("… 2 more columns", lines[^1]);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 200));
    }

    [Fact]
    public void Long_texts_share_the_room_that_short_ones_leave()
    {
        var lines = Text(new[] { new { Id = 1, Short = new string('s', 60), Long = new string('l', 500), Longer = new string('m', 900) } }).Split('\n');
        Assert.Equal([2, 60, 66, 66], lines[1].Split("  ").Select(dashes => dashes.Length));
        Assert.Equal($" 1  {new string('s', 60)}  {new string('l', 65)}…  {new string('m', 65)}…", lines[2]);
        Assert.Equal(200, lines[2].Length);
        Assert.Equal(new string('x', 199) + "…", Text(new[] { new { A = new string('x', 500) } }).Split('\n')[2]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_cut_never_halves_a_character(int before)
    {
        var text = Text(new[] { new { A = new string('a', before) + string.Concat(Enumerable.Repeat("\U0001F9EA", 500)) } });
        Assert.All(text.EnumerateRunes(), rune => Assert.NotEqual(System.Text.Rune.ReplacementChar, rune));
        Assert.Equal(before + (2 * 99) + 1, text.Split('\n')[2].Length);
    }

    [Fact]
    public void Wide_and_combining_characters_keep_the_columns_straight() => Shows(
        """
        Name      Mark
        --------  ----
        中文名字  a
        e\u0301te\u0301       b
        👩‍👩‍👧        c
        """.Replace("\\u0301", "\u0301", StringComparison.Ordinal),
        new[] { ("中文名字", "a"), ("e\u0301te\u0301", "b"), ("👩‍👩‍👧", "c") }.Select(row => new { Name = row.Item1, Mark = row.Item2 }));

    [Fact]
    public void Text_of_data_commands_no_terminal_and_turns_no_line() => Shows(
        """
        A             B
        ------------  -
         [31mred [0m  x
        ab            y
        """,
        new[] { new { A = "\u001b[31mred\u001b[0m\r", B = "x" }, new { A = "a\u202Eb\u200B\uFEFF", B = "y" } });

    private static IEnumerable<int> Endless()
    {
        while (true) yield return 0;
    }

    private static IEnumerable<int> Broken()
    {
        yield return 1;
        throw new InvalidOperationException("dry");
    }

    private void Shows(string expected, object value) => Assert.Equal(expected.ReplaceLineEndings("\n"), Text(value));

    private string Text(object value) => formatter.Format(value, [])["text/plain"]!;
}
