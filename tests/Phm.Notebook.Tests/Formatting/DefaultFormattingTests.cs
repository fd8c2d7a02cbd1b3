using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Data;
using Phm.Notebook.Formatting;

namespace Phm.Notebook.Tests.Formatting;

public sealed class DefaultFormattingTests
{
    private readonly ValueFormatter formatter = new();

    private string Html(object? value) => formatter.Format(value, ["text/html"])["text/html"]!;

    private string Text(object? value) => formatter.Format(value, ["text/plain"])["text/plain"]!;

    public sealed record Patient(string Name, int Age, Patient? Carer = null);

    public class Base
    {
        public int First => 1;

        public virtual int Second => 2;
    }

    public sealed class Derived : Base
    {
#pragma warning disable CA1051 // A notebook's own types have public fields.
        public readonly string Field = "f";
#pragma warning restore CA1051

        public override int Second => 22;

        public int Broken => throw new InvalidOperationException("dry");

        public static int Hidden => 1;

        public int this[int index] => index;
    }

    [Fact]
    public void Keys_that_are_tuples_are_ordered_by_their_items_whether_these_can_be_compared_or_not()
    {
        var counts = new System.Collections.Concurrent.ConcurrentDictionary<(int, object), int> { [(10, new { A = 1 })] = 3, [(2, new { A = 2 })] = 2, [(2, new { A = 1 })] = 1 };
        Assert.Equal([1, 2, 3], Excerpt.Of(counts, 10, "entries").Items.Select(item => ((KeyValuePair<(int, object), int>)item!).Value));
    }

    [Fact]
    public void Scalars_are_plain_text_alone_and_other_values_html_and_text()
    {
        Assert.Equal(["text/plain"], formatter.Format(1.5, []).Contents.Select(content => content.MimeType));
        Assert.Equal(["text/html", "text/plain"], formatter.Format(new { A = 1 }, []).Contents.Select(content => content.MimeType));
    }

    [Fact]
    public void Objects_are_tables_of_their_members()
    {
        Assert.Equal(
            "<table style=\"border-collapse:collapse;font-variant-numeric:tabular-nums\"><caption style=\"caption-side:top;text-align:left\">Patient</caption><tbody>"
            + "<tr><th scope=\"row\" style=\"text-align:left\">Name</th><td style=\"text-align:left\">A&lt;b&gt;</td></tr>"
            + "<tr><th scope=\"row\" style=\"text-align:left\">Age</th><td style=\"text-align:left\">5</td></tr>"
            + "<tr><th scope=\"row\" style=\"text-align:left\">Carer</th><td style=\"text-align:left\"><i>&lt;null&gt;</i></td></tr></tbody></table>",
            Html(new Patient("A<b>", 5)));
        Assert.Equal("Patient { Name = A<b>, Age = 5, Carer = <null> }", Text(new Patient("A<b>", 5)));
        Assert.Equal("Derived { First = 1, Second = 22, Broken = System.InvalidOperationException: dry, Field = f }", Text(new Derived()));
    }

    [Fact]
    public void Sequences_of_records_are_tables_with_a_row_each()
    {
        var html = Html(new[] { new Patient("a", 1), new Patient("b", 2) });
        Assert.Contains(">#</th><th scope=\"col\" style=\"text-align:left\">Name</th><th scope=\"col\" style=\"text-align:right\">Age</th>", html, StringComparison.Ordinal);
        Assert.Contains(">1</th><td style=\"text-align:left\">b</td><td style=\"text-align:right\">2</td>", html, StringComparison.Ordinal);
        Assert.Contains("style=\"text-align:left\">Item2</th>", Html(new[] { (1, "a") }), StringComparison.Ordinal);
        Assert.Contains("x</td><td></td>", Html(new object[] { new { A = "x" }, new { B = 1 } }), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_are_bounded_and_the_rest_is_counted_where_that_is_known()
    {
        Assert.Contains("<p>… 80 more rows</p>", Html(Enumerable.Range(0, 100).Select(i => new { I = i }).ToList()), StringComparison.Ordinal);
        Assert.Contains("<p>… more rows</p>", Html(Endless().Select(i => new { I = i })), StringComparison.Ordinal);
        Assert.Equal("[ 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, … more items ]", Text(Endless()));
        Assert.DoesNotContain("more", Html(Enumerable.Range(0, 20).ToList()), StringComparison.Ordinal);
        Assert.Contains("… 1,980 more items", Text(new int[2000]), StringComparison.Ordinal);
    }

    private static IEnumerable<int> Endless()
    {
        for (var i = 0; ; i++) yield return i;
    }

    [Fact]
    public void Circles_and_depths_are_cut()
    {
        var list = new List<object>();
        list.Add(list);
        Assert.Equal("[ (cycle) ]", Text(list));
        Assert.Contains("(cycle)", Html(list), StringComparison.Ordinal);
        var deep = Enumerable.Range(0, 100).Aggregate<int, Patient?>(null, (carer, i) => new Patient("p", i, carer));
        Assert.True(Html(deep).Length < 3000);
        Assert.True(Text(deep).Length < 1000);
    }

    [Fact]
    public void Wide_and_bushy_values_stay_bounded()
    {
        object leaf = "x";
        for (var i = 0; i < 8; i++)
        {
            var inner = leaf;
            leaf = Enumerable.Range(0, 20).Select(_ => new { A = inner, B = inner, C = inner }).ToList();
        }
        Assert.True(Html(leaf).Length < 5_000_000);
        Assert.True(Text(leaf).Length < 200_000);
    }

    [Fact]
    public void Dictionaries_and_data_tables_are_tables()
    {
        Assert.Contains("a</td><td style=\"text-align:right\">1</td>", Html(new Dictionary<string, int> { ["a"] = 1 }), StringComparison.Ordinal);
        using var table = new DataTable();
        table.Columns.Add("Ward");
        table.Rows.Add("North");
        Assert.Contains(">Ward</th></tr></thead><tbody>", Html(table), StringComparison.Ordinal);
        Assert.Equal("Ward\n-----\nNorth", Text(table));
    }

    [Fact]
    public void Collections_in_order_of_hashes_are_shown_in_order_of_keys()
    {
        var letters = "qwertyuiopasdfghjkl".Select(letter => letter.ToString()).ToList();
        var expected = "[ " + string.Join(", ", letters.Order(StringComparer.Ordinal)) + " ]";
        Assert.Equal(expected, Text(letters.ToFrozenSet()));
        Assert.Equal(expected, Text(letters.ToImmutableHashSet()));
        Assert.Equal("Key  Value\n---  -----\n  2  b\n 10  a", Text(new Dictionary<int, string> { [10] = "a", [2] = "b" }.ToImmutableDictionary()));
    }

    [Fact]
    public void A_sequence_that_throws_is_an_error_of_its_part_and_of_the_whole_where_it_is_the_whole()
    {
        IEnumerable<int> Fails()
        {
            yield return 1;
            throw new InvalidOperationException("dry");
        }
        Assert.Throws<InvalidOperationException>(() => Html(Fails()));
        Assert.Contains("<i>System.InvalidOperationException: dry</i></td>", Html(new { A = Fails(), B = 1 }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    public void Everything_from_data_is_escaped(string hostile)
    {
        foreach (var value in new object[] { hostile, new[] { hostile }, new { A = hostile }, new Dictionary<string, object> { [hostile] = hostile }, new[] { new { A = hostile } }, new InvalidOperationException(hostile) })
        {
            Assert.DoesNotContain("<script", Html(value), StringComparison.Ordinal);
            Assert.DoesNotContain("<img", Html(value), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Own_text_is_used_in_plain_text()
    {
        Assert.Equal("1.2.3", Text(new Version(1, 2, 3)));
        Assert.Equal("System.InvalidOperationException: x", Text(new InvalidOperationException("x")));
        Assert.Equal("System.Collections.Generic.List", Text(typeof(List<int>)));
        Assert.Equal("{\n  \"a\": 1\n}", Text(System.Text.Json.Nodes.JsonNode.Parse("{\"a\":1}")));
    }

    [Fact]
    public async Task A_value_that_says_how_it_is_written_is_shown_so()
    {
        using var live = new LiveSession();
        var cell = await live.RunAsync(
            """
            readonly record struct Year(int First) { public Year Next => new(First + 1); public override string ToString() => $"{First}/{(First + 1) % 100:00}"; }
            readonly record struct Pair(int Left, int Right);
            display(new Year(2023)); display(new[] { new { Year = new Year(2024) } }); display(new Pair(1, 2));
            """);
        Assert.Equal("2023/24", cell.Data(0, "text/plain"));
        Assert.Contains("2024/25", cell.Data(1, "text/plain"), StringComparison.Ordinal);
        Assert.Contains("Left", cell.Data(2, "text/plain"), StringComparison.Ordinal);
    }
}
