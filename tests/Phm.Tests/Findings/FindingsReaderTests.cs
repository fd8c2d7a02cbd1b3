using System.Text;
using Phm.Findings;

namespace Phm.Tests.Findings;

/// <summary>A registry with a wrong row is not read: a figure is right or absent.</summary>
public sealed class FindingsReaderTests
{
    private const string Studies = "study,name,citation,doi,note\nours,Ours,\"Somebody, somewhere\",10.1234/abc,\n";
    private const string Header = "id,study,outcome,measure,group,figure,lower,upper,confidence,unit,n,status,derivation,qualifier,note\n";

    [Fact]
    public void A_row_is_read_with_the_decimals_that_were_published()
    {
        var figure = Read("ours.a,ours,A,ratio,all,0.6,0.50,0.7,95,ratio,12,C,,,\n").Figures.Single();
        Assert.Equal("0.60 (0.50 to 0.70), 95%, C: seen in the source", figure.ToString());
        Assert.Equal((12L, 95.0, "Somebody, somewhere, doi:10.1234/abc."), (figure.N, figure.Confidence, figure.Study.Source));
    }

    [Theory]
    [InlineData("ours.a,ours,A,ratio,all,0.6,,,,ratio,,C,,,\nours.a,ours,B,ratio,all,0.6,,,,ratio,,C,,,\n", "line 3, column id: found an id that stands twice")]
    [InlineData("other.a,ours,A,ratio,all,0.6,,,,ratio,,C,,,\n", "column id: found an id that does not begin with its study")]
    [InlineData("ours.A,ours,A,ratio,all,0.6,,,,ratio,,C,,,\n", "column id")]
    [InlineData("ours.a,theirs,A,ratio,all,0.6,,,,ratio,,C,,,\n", "column study")]
    [InlineData("ours.a,ours,,ratio,all,0.6,,,,ratio,,C,,,\n", "column outcome: found nothing")]
    [InlineData("ours.a,ours,A,ratio,all,\"0,6\",,,,ratio,,C,,,\n", "column figure")]
    [InlineData("ours.a,ours,A,ratio,all,,,,,ratio,,C,,,\n", "column figure: found nothing")]
    [InlineData("ours.a,ours,A,ratio,all,NaN,,,,ratio,,C,,,\n", "column figure")]
    [InlineData("ours.a,ours,A,ratio,all,1e3,,,,ratio,,C,,,\n", "column figure")]
    [InlineData("ours.a,ours,A,ratio,all,0.6,0.7,0.8,95,ratio,,C,,,\n", "column figure: found a figure outside its interval")]
    [InlineData("ours.a,ours,A,ratio,all,0.6,0.5,,95,ratio,,C,,,\n", "column lower: found one bound")]
    [InlineData("ours.a,ours,A,ratio,all,0.6,,,95,ratio,,C,,,\n", "column confidence")]
    [InlineData("ours.a,ours,A,ratio,all,0.6,0.5,0.7,0.95,ratio,,C,,,\n", "column confidence")]
    [InlineData("ours.a,ours,A,ratio,all,0.6,,,,ratio,1.5,C,,,\n", "column n")]
    [InlineData("ours.a,ours,A,ratio,all,0.6,,,,ratio,0,C,,,\n", "column n")]
    [InlineData("ours.a,ours,A,ratio,all,0.6,,,,ratio,,U,,,\n", "column status: found another word. Expected C, S, D or M")]
    [InlineData("ours.a,ours,A,ratio,all,0.6,,,,ratio,,D,,,\n", "column derivation")]
    [InlineData("ours.a,ours,A,ratio,all,0.6,,,,ratio,,C,ratio ours.b ours.c,,\n", "column derivation")]
    [InlineData("ours.a,ours,A,ratio,all,0.6,,,,ratio,,C,\n", "found a row with 13 cells")]
    [InlineData("ours.a,ours,A,ratio,all,0.6,,,,ratio,,C,,roughly,\n", "column qualifier")]
    [InlineData("ours.a,ours,A,ratio,all,0.6,,,,ratio,,C,,,\"never closed\n", "no CSV")]
    public void A_wrong_row_ends_the_reading(string rows, string expected) =>
        Assert.Contains(expected, Assert.Throws<DataException>(() => Read(rows)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("study,name,citation,doi,note\nours,Ours,x,https://doi.org/10.1234/abc,\n", "studies.csv, line 2, column doi")]
    [InlineData("study,name,citation,doi,note\nours,Ours,x,,\nours,Ours,x,,\n", "studies.csv, line 3, column study")]
    [InlineData("study,name,citation,doi\nours,Ours,x,\n", "studies.csv, line 1: expected the columns study, name, citation, doi, note")]
    public void A_wrong_study_ends_the_reading(string studies, string expected) =>
        Assert.Contains(expected, Assert.Throws<DataException>(() => Read("", studies)).Message, StringComparison.Ordinal);

    private static FindingList Read(string rows, string studies = Studies)
    {
        using var ofStudies = new MemoryStream(Encoding.UTF8.GetBytes(studies));
        using var ofFindings = new MemoryStream(Encoding.UTF8.GetBytes(Header + rows));
        return FindingsReader.Read(ofStudies, "studies.csv", ofFindings, "findings.csv");
    }
}
