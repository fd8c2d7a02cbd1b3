using Phm.Disclosure;
using Phm.Presentation;

namespace Phm.Tests.Presentation;

/// <summary>Tables as text, HTML and CSV, to the byte, with names that mean harm among them.</summary>
public sealed class TableTests
{
    private const string Hostile = "=HYPERLINK(\"http://x\",\"a\")<script>alert('1')</script> & \u001b[31mred\u202Egnirts\nsecond line";

    private static readonly ResultTable s_table = new()
    {
        Title = "People <b>by</b> practice\r\nand more",
        Columns = [new("Practice"), new("@Reason"), new("People", ColumnFormat.Count), new("Share", ColumnFormat.Percent), new("Spend", ColumnFormat.Pounds), new("Rate", ColumnFormat.Decimal2)],
        RowHeadings = 2,
        Rows =
        [
            ["Elm, \"The\" Surgery", "café ≥ 65", 1_234_567.0, 0.12345, 9_999.5, 0.005],
            [Hostile, "-1+1", DisclosedValue.Suppressed, DisclosedValue.Missing, -1_500.0, -0.001],
            ["All", "", 0.0, 1.0, 0.0, -0.0],
        ],
        TotalRows = [2],
        Notes = ["Counts of 1 to 7 are <suppressed>.", "Second\nnote."],
    };

    [Fact]
    public void As_text() => Expectation.Matches(s_table.ToString(), "Presentation/table.txt");

    [Fact]
    public void As_HTML() => Expectation.Matches(s_table.ToHtml(), "Presentation/table.html");

    [Fact]
    public void As_CSV() => Expectation.Matches(s_table.ToCsv(), "Presentation/table.csv");

    [Fact]
    public void A_grouped_table_names_a_group_once_for_readers_and_in_every_row_for_machines()
    {
        var table = new ResultTable
        {
            Title = "Ratios", Preamble = ["Model <of> counts", "12 rows"], Columns = [new("Term"), new("Level"), new("p", ColumnFormat.PValue), new("Ratio", ColumnFormat.Significant)], RowHeadings = 2, IsGrouped = true,
            Rows = [["Sex", "F", 0.0004, 1234.5], ["Sex", "M", 0.0456, 0.00001234], ["Age", "M", 1.0, -12.5]],
        };
        Assert.Equal("Ratios\nModel <of> counts\n12 rows\n\nTerm  Level       p    Ratio\n----  -----  ------  -------\nSex   F      <0.001    1,235\n      M       0.046  1.23E-5\nAge   M       1.000   -12.50\n", table.ToString());
        Assert.Equal("Term,Level,p,Ratio\nSex,F,0.0004,1234.5\nSex,M,0.0456,1.234E-05\nAge,M,1,-12.5\n", table.ToCsv());
        Assert.Contains("Model &lt;of&gt; counts</div>", table.ToHtml(), StringComparison.Ordinal);
        Assert.Equal(1, Count(table.ToHtml(), ">Sex<"));
    }

    [Fact]
    public void HTML_runs_nothing_and_names_its_columns_and_rows()
    {
        var html = s_table.ToHtml();
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        Assert.Equal(6, Count(html, "<th scope=\"col\""));
        Assert.Equal(6, Count(html, "<th scope=\"row\""));
        Assert.Equal(12, Count(html, "<td"));
        Assert.Equal(1, Count(html, "<caption"));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("\nx", "\"'\nx\"")]
    [InlineData("＝1", "'＝1")]
    [InlineData("a=1", "a=1")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"a\"", "\"say \"\"a\"\"\"")]
    [InlineData("", "")]
    public void Words_in_CSV_are_quoted_where_they_must_be_and_never_run(string words, string field)
    {
        var table = new ResultTable { Title = "T", Columns = [new(words)], Rows = [[words]] };
        Assert.Equal($"{field}\n{field}\n", table.ToCsv());
    }

    [Theory]
    [InlineData(ColumnFormat.Count, 1234567.4, "1,234,567")]
    [InlineData(ColumnFormat.Count, -0.4, "0")]
    [InlineData(ColumnFormat.Decimal1, 1234.55, "1,234.6")]
    [InlineData(ColumnFormat.Decimal2, -0.004, "0.00")]
    [InlineData(ColumnFormat.Decimal2, -0.006, "-0.01")]
    [InlineData(ColumnFormat.Decimal3, 0.0005, "0.001")]
    [InlineData(ColumnFormat.Percent, 0.5, "50.0%")]
    [InlineData(ColumnFormat.Percent, -0.0001, "0.0%")]
    [InlineData(ColumnFormat.Percent, 12.3456, "1,234.6%")]
    [InlineData(ColumnFormat.Pounds, 1234.4, "£1,234")]
    [InlineData(ColumnFormat.Pounds, -1234.4, "-£1,234")]
    [InlineData(ColumnFormat.Pounds, -0.4, "£0")]
    [InlineData(ColumnFormat.Text, 0.1, "0.1")]
    public void Numbers_are_printed_for_a_reader(ColumnFormat format, double number, string printed) =>
        Assert.Equal(printed, new TableColumn("", format).Print(DisclosedValue.Of(number)));

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(-0.0, "0")]
    [InlineData(1e15, "1000000000000000")]
    [InlineData(1.0 / 3, "0.3333333333333333")]
    public void Numbers_in_CSV_are_whole(double number, string field) =>
        Assert.Equal($"N\n{field}\n", new ResultTable { Title = "T", Columns = [new("N", ColumnFormat.Percent)], Rows = [[number]] }.ToCsv());

    [Fact]
    public void Words_without_end_are_cut_and_a_row_stays_a_line()
    {
        var table = new ResultTable { Title = new('t', 5_000), Columns = [new(new string('h', 5_000))], Rows = [[new string('w', 5_000)], ["a\nb\u0007c\u200Bd"]], Notes = [new('n', 5_000)] };
        var text = table.ToString();
        Assert.Equal(9, text.Split('\n').Length);
        Assert.True(text.Length < 4_000);
        Assert.True(table.ToHtml().Length < 4_000);
        Assert.Contains("a b cd", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_without_rows_is_its_headings()
    {
        var table = new ResultTable { Title = "Nothing", Columns = [new("A"), new("B", ColumnFormat.Count)], Rows = [] };
        Assert.Equal("Nothing\n\nA  B\n-  -\n", table.ToString());
        Assert.Equal("A,B\n", table.ToCsv());
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
