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
        ----  ------  ----------  ----------------------------------------
        Ann      0.5  2020-01-02  <null>
        B B   -12.25  1999-12-31  xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
        """,
        new[]
        {
            new { Name = "Ann", Score = 0.5, Born = new DateOnly(2020, 1, 2), Note = (string?)null },
            new { Name = "B\nB", Score = -12.25, Born = new DateOnly(1999, 12, 31), Note = (string?)new string('x', 500) },
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
    public void A_cut_never_halves_a_character()
    {
        var text = Text(new[] { new { A = string.Concat(Enumerable.Repeat("\U0001F9EA", 50)) } });
        Assert.All(text.EnumerateRunes(), rune => Assert.NotEqual(System.Text.Rune.ReplacementChar, rune));
    }

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
