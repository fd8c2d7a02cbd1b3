using Phm.Disclosure;
using Phm.Presentation;

namespace Phm.Tests.Disclosure;

public class SuppressedInTablesTests
{
    private static readonly ResultTable s_table = new()
    {
        Title = "People",
        Columns = [new("Practice"), new("People", ColumnFormat.Count)],
        Rows = [["None", DisclosurePolicy.Default.Count(0)], ["Few", DisclosurePolicy.Default.Count(3)], ["Not known", DisclosedValue.Missing]],
    };

    [Fact]
    public void Zero_suppressed_and_missing_are_three_different_things_in_text() => Assert.Equal(
        "People\n\nPractice   People\n---------  ------\nNone            0\nFew           [c]\nNot known     [x]\n",
        s_table.ToString());

    [Fact]
    public void Zero_suppressed_and_missing_are_three_different_things_in_csv() =>
        Assert.Equal("Practice,People\nNone,0\nFew,[c]\nNot known,[x]\n", s_table.ToCsv());

    [Fact]
    public void Zero_suppressed_and_missing_are_three_different_things_in_html()
    {
        var html = s_table.ToHtml();
        Assert.Contains(">0</td>", html, StringComparison.Ordinal);
        Assert.Contains(">[c]</td>", html, StringComparison.Ordinal);
        Assert.Contains(">[x]</td>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ColumnFormat.Text)]
    [InlineData(ColumnFormat.Count)]
    [InlineData(ColumnFormat.Decimal1)]
    [InlineData(ColumnFormat.Decimal2)]
    [InlineData(ColumnFormat.Decimal3)]
    [InlineData(ColumnFormat.Percent)]
    [InlineData(ColumnFormat.Pounds)]
    public void No_format_turns_suppressed_or_missing_into_a_number(ColumnFormat format)
    {
        var column = new TableColumn("Value", format);
        Assert.Equal("[c]", column.Print(DisclosedValue.Suppressed));
        Assert.Equal("[x]", column.Print(DisclosedValue.Missing));
    }

    [Fact]
    public void Zero_suppressed_and_missing_never_compare_equal()
    {
        DisclosedValue[] values = [DisclosedValue.Of(0), DisclosedValue.Suppressed, DisclosedValue.Missing];
        Assert.Equal(3, values.Distinct().Count());
        Assert.Equal(DisclosedValue.Suppressed, DisclosurePolicy.Default.Count(3));
        Assert.NotEqual(DisclosedValue.Of(3), DisclosurePolicy.Default.Count(3));
    }

    [Fact]
    public void Arithmetic_keeps_suppressed_suppressed_and_missing_missing()
    {
        Assert.True(DisclosedValue.Suppressed.Map(x => x * 0).IsSuppressed);
        Assert.True(DisclosedValue.Missing.Map(x => x * 0).IsMissing);
        Assert.True(DisclosedValue.Combine(DisclosedValue.Suppressed, DisclosedValue.Missing, (a, b) => a + b).IsSuppressed);
        Assert.True(DisclosedValue.Combine(DisclosedValue.Of(0), DisclosedValue.Missing, (a, b) => a + b).IsMissing);
        Assert.Throws<InvalidOperationException>(() => DisclosedValue.Suppressed.Value);
        Assert.Throws<InvalidOperationException>(() => DisclosedValue.Missing.Value);
    }
}
