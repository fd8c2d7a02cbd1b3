using Phm.Notebook.Verification;

namespace Phm.Notebook.Tests.Verification;

public sealed class HtmlComparisonTests
{
    private const string Table =
        """
        <table style="margin:0.3em 0;border-collapse:collapse"><caption>People</caption>
        <thead><tr><th scope="col">Condition</th><th>People</th><th>Share</th></tr></thead>
        <tbody>
        <tr><th scope="row">Asthma</th><td>540</td><td>5.9%</td></tr>
        <tr><th scope="row">Cancer</th><td>290</td><td>3.2%</td></tr>
        <tr><td>Everyone</td><td>9,105</td><td>100.0%</td></tr>
        </tbody></table>
        """;

    private static CellVerdict Html(string kept, string obtained) => Compared.Data("text/html", kept, obtained);

    [Theory]
    [InlineData("<td>290</td>", "<td>291</td>", "table row 2 'Cancer', column 'People'", "»290«", "»291«")]
    [InlineData("3.2%", "3.3%", "table row 2 'Cancer', column 'Share'", "»3.2«%", "»3.3«%")]
    [InlineData("9,105", "9,110", "table row 3 'Everyone', column 'People'", "»9,105«", "»9,110«")]
    [InlineData("Everyone", "All", "table row 3, column 'Condition'", "»Everyone«", "»All«")]
    [InlineData(">Share<", ">Part<", "table, header, column 3", "»Share«", "»Part«")]
    [InlineData("<caption>People", "<caption>Persons", "table > caption", "»People«", "»Persons«")]
    [InlineData("scope=\"col\"", "scope=\"row\"", "table, header, column 1, scope", "»col«", "»row«")]
    [InlineData(" scope=\"col\"", "", "table, header, column 1, scope", "»col«", "")]
    [InlineData("0.3em", "0.4em", "table, style, margin, number 1", "»0.3«em 0", "»0.4«em 0")]
    [InlineData(":collapse", ":separate", "table, style, border-collapse", "»collapse«", "»separate«")]
    [InlineData("<td>540</td>", "<td><b>540</b></td>", "table row 1 'Asthma', column 'People'", "»540«", "")]
    public void A_difference_in_a_table_names_row_and_column(string part, string other, string where, string kept, string obtained)
    {
        var difference = Html(Table, Table.Replace(part, other, StringComparison.Ordinal)).Differences[0];
        Assert.Equal((where, kept, obtained), (difference.Where, difference.Kept, difference.Obtained));
    }

    [Fact]
    public void A_row_that_comes_does_not_change_the_others()
    {
        var verdict = Html(Table, Table.Replace("<tr><th scope=\"row\">Cancer", "<tr><th scope=\"row\">COPD</th><td>310</td><td>3.4%</td></tr>\n<tr><th scope=\"row\">Cancer", StringComparison.Ordinal));
        Assert.Equal("Changed | table > tbody > tr[2] |  | »<tr><th scope=\"row\">COPD<td>310<td>3.4%«\n", verdict.Lines());
    }

    [Theory]
    [InlineData("<p>a  b\n c</p>", "<p> a b c </p>")]
    [InlineData("<ul>\n<li>1</li>\n</ul>", "<ul><li>1</ul>")]
    [InlineData("<b class='x y' title=t>1</b>", "<b title=\"t\" class=\"y x\">1</b>")]
    [InlineData("<b style='a:1;color:red;'>1</b>", "<B STYLE='color: red; a: 1'>1</B>")]
    [InlineData("<p>&amp;&#39;</p>", "<p>&#38;'</p>")]
    [InlineData("a<!-- x -->b", "ab")]
    [InlineData("<table><tr><td>1</table>", "<table><tbody><tr><td>1</td></tr></tbody></table>")]
    [InlineData("<a href='#s1'>x</a><p id=s1>1</p>", "<a href='#q'>x</a><p id=q>1</p>")]
    public void Spelling_does_not_count(string kept, string obtained) => Assert.Equal(Verdict.Identical, Html(kept, obtained).Verdict);

    [Theory]
    [InlineData("<p>a b</p>", "<p>ab</p>")]
    [InlineData("<b>a</b> b", "<b>a</b>b")]
    [InlineData("<p>a <b>b</b></p>", "<p>a<b>b</b></p>")]
    [InlineData("<pre>a  b</pre>", "<pre>a b</pre>")]
    [InlineData("<i>1</i>", "<b>1</b>")]
    [InlineData("<a href='#s1'>x</a><p id=s1>1</p>", "<a href='#s1'>x</a><p id=s2>1</p>")]
    [InlineData("<p title='1'>x</p>", "<p title='2'>x</p>")]
    [InlineData("<p>x</p>", "x")]
    public void What_a_reader_sees_counts(string kept, string obtained) => Assert.Equal(Verdict.Changed, Html(kept, obtained).Verdict);

    [Fact]
    public void Numbers_have_a_tolerance_in_text_and_style()
    {
        Assert.Equal(Verdict.WithinTolerance, Html("<p>x = 0.1</p>", "<p>x = 0.10000000001</p>").Verdict);
        Assert.Equal(Verdict.WithinTolerance, Html("<p style='width:10.0%'>1</p>", "<p style='width:10%'>1</p>").Verdict);
    }

    [Fact]
    public void Of_several_tables_the_place_names_the_one() =>
        Assert.Equal("table 2 row 2 'Cancer', column 'People'", Html(Table + Table, Table + Table.Replace("290", "291", StringComparison.Ordinal)).Difference().Where);

    [Theory]
    [InlineData("<div>", 100_000, "nested")]
    [InlineData("<b x>", 100_000, "nested")]
    [InlineData("<a><svg><g>", 30_000, "nested")]
    [InlineData("<b><p></b>", 2_000, "")]
    [InlineData("<p><b>", 200, "")]
    [InlineData("<table><tr><td>", 300, "nested")]
    [InlineData("<table>x", 200, "")]
    [InlineData("<", 100_000, "")]
    [InlineData("<a", 1_000_000, "")]
    [InlineData("<a ", 1_000_000, "")]
    [InlineData("&am", 100_000, "")]
    [InlineData("<!--", 100_000, "")]
    [InlineData("<p a=1 b", 50_000, "")]
    public void Hostile_markup_is_compared_all_the_same(string piece, int times, string reason)
    {
        var html = string.Concat(Enumerable.Repeat(piece, times));
        Assert.Equal(Verdict.Identical, Html(html, html).Verdict);
        var verdict = Html("1 " + html, "2 " + html);
        Assert.Equal(Verdict.Changed, verdict.Verdict);
        Assert.Contains(reason, verdict.Differences[0].Reason, StringComparison.Ordinal);
    }
}
