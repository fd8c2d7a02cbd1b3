using Phm.Ingest;
using Phm.Statistics;

namespace Phm.Tests.Ingest;

/// <summary>A file of an analyst's own becomes a table for analysis.</summary>
public sealed class AnalysisDataTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("phm-analysis-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Numbers_become_numbers_and_everything_else_a_factor()
    {
        var table = AnalysisData.Load(Write("Cost,Sex,Band,Visits\n10.5,M,a,3\n12,F,2,NA\n 9.5 ,F ,,1\n-1e3,NULL,b,0\n"));
        Assert.Equal((4, "own.csv"), (table.Rows, table.Whom));
        Assert.Equal(["Cost", "Sex", "Band", "Visits"], table.Columns);
        var shown = table.ToTable();
        Assert.Equal(["number", "factor", "factor", "number"], shown.Rows.Select(row => row[1].Text));
        Assert.Equal(3, Model.Linear("Cost").On("Sex").Fit(table).Rows.Used);
        Assert.Equal("2, reference F", AnalysisData.Load(Write("y,Sex\n" + string.Concat(Enumerable.Repeat("1,M\n2,F\n", 20)))).ToTable().Rows[1][2].Text);
    }

    [Fact]
    public void A_model_of_a_file_is_that_of_its_numbers()
    {
        var fit = Model.Linear("y").On("x").Fit(AnalysisData.Load(Write("x,y\n1,3\n2,5\n3,7.5\n4,8.5\n")));
        Assert.Equal(1.9, fit.Coefficients[1].Estimate, 12); // by hand: sum (x - 2.5)(y - 6) = 9.5, over 5
    }

    [Theory]
    [InlineData("a,b\n1,2\n3\n", "own.csv, line 3: found a row with 1 cells; expected 2 cells")]
    [InlineData("a,a\n1,2\n", "a column name that stands twice")]
    [InlineData("a,\n1,2\n", "found a column without a name, number 2")]
    [InlineData("", "an empty file")]
    [InlineData("a\n\"x\n", "a quote that is never closed")]
    public void A_file_that_is_no_table_is_refused_with_its_place(string text, string message) =>
        Assert.Contains(message, Assert.Throws<DataException>(() => AnalysisData.Load(Write(text))).Message, StringComparison.Ordinal);

    [Fact]
    public void Free_text_is_refused_without_repeating_it()
    {
        var message = Assert.Throws<DataException>(() => AnalysisData.Load(Write($"note\n{new string('z', 2_000)}\n"))).Message;
        Assert.Contains("line 2, column note: found a text of more than 1,000 bytes", message, StringComparison.Ordinal);
        Assert.DoesNotContain("zzz", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Assert.Contains("'nothing.csv' is not a file", Assert.Throws<DataException>(() => AnalysisData.Load("nothing.csv")).Message, StringComparison.Ordinal);

    private string Write(string text)
    {
        var path = Path.Combine(folder, "own.csv");
        File.WriteAllText(path, text);
        return path;
    }
}
