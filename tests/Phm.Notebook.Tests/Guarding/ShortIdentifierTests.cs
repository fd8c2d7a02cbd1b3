using System.Globalization;
using System.Text.Json.Nodes;
using Phm.Notebook.Documents;

namespace Phm.Notebook.Tests.Guarding;

/// <summary>Identifiers that are as short as a count: they tell of themselves as a column only.</summary>
public sealed class ShortIdentifierTests
{
    /// <summary>One number in a hundred is an identifier.</summary>
    private static readonly string[] s_sparse = ["17", "431", "902", "1755", "3001", "88123", "7654321"];

    private static readonly string[] s_dense = [.. Enumerable.Range(1, 5_000).Select(i => i.ToString(CultureInfo.InvariantCulture))];

    [Theory]
    [InlineData("<table><tr><th>who</th><th>age</th></tr><tr><td>17</td><td>1</td></tr><tr><td>902</td><td>1</td></tr><tr><td>1755</td><td>1</td></tr></table>")]
    [InlineData("<table><tr><td>who</td></tr><tr><td>17.0</td></tr><tr><td>902.0</td></tr><tr><td>1755.0</td></tr></table>")]
    [InlineData("<table><tr><th><table><tr><th>who</th></tr><tr><td>17</td></tr><tr><td>902</td></tr><tr><td>3001</td></tr></table></th></tr></table>")]
    public void A_column_of_numbers_that_are_rarely_identifiers_is_one_of_identifiers(string html) => Assert.True(Kept.Finds(Kept.Html(html), s_sparse));

    [Theory]
    [InlineData("who  visits\n17   3\n902  4\n3001  9\n")]
    [InlineData("who,visits\n17,3\n902,4\n3001,9\n")]
    [InlineData("| who | visits |\n|---|---|\n| 17 | 3 |\n| 902 | 4 |\n| 3001 | 5 |\n")]
    [InlineData("who   visits\n----  ------\n17         3\n902\n3001       5\n")]
    [InlineData("17\n902\n3001\n")]
    [InlineData("[ 17, 902, 3001 ]")]
    [InlineData("who: ['17']\n['17', '902', '3001']\n")]
    public void Such_a_column_is_found_in_text(string text)
    {
        Assert.True(Kept.Finds(Kept.Stream(text), s_sparse));
        Assert.True(Kept.Finds(Kept.Data("text/plain", text), s_sparse));
        Assert.True(Kept.Finds(Kept.Html($"<p>People</p><pre>{text}</pre>"), s_sparse));
    }

    [Theory]
    [InlineData("""[{"who":17},{"who":902},{"who":3001}]""")]
    [InlineData("""{"who":[17,902,3001]}""")]
    [InlineData("[17,902,3001]")]
    [InlineData("""{"who":{"a":17,"b":902,"c":3001}}""")]
    [InlineData("""{"customdata":[[17,1],[902,1],[3001,1]]}""")]
    [InlineData("""{"columns":["who"],"data":[[17],[902],[3001]]}""")]
    public void Such_a_column_is_found_in_JSON(string json) => Assert.True(Kept.Finds(Kept.Json(json), s_sparse));

    [Theory]
    [InlineData("who", "17,902")]
    [InlineData("who", "17,17,17,902,902")]
    [InlineData("who", "17,902,3001,4,5")]
    [InlineData("visits", "17,902,3001")]
    [InlineData("People", "17,902,3001")]
    [InlineData("SpendPerHead", "17,902,3001")]
    [InlineData("who", "0.17,0.902,0.3001")]
    public void Few_a_share_and_counts_are_no_column_of_identifiers(string heading, string cells) =>
        Assert.False(Kept.Finds(Table(heading, cells.Split(',')), s_sparse));

    [Fact]
    public void Where_every_number_is_an_identifier_only_the_heading_tells()
    {
        string[] cells = ["12", "431", "77", "1900", "3"];
        Assert.False(Kept.Finds(Table("Dementia or frailty", cells), s_dense));
        Assert.False(Kept.Finds(Table("n", cells), s_dense));
        Assert.True(Kept.Finds(Table("person_id", cells), s_dense));
        Assert.True(Kept.Finds(Table("PersonId", cells), s_dense));
        Assert.True(Kept.Finds(Table("id", cells), s_dense));
    }

    [Fact]
    public void A_running_index_is_no_column_of_identifiers() =>
        Assert.False(Kept.Finds(Table("step", ["1", "2", "3", "4", "5"]), "1", "2", "3", "4", "5"));

    [Fact]
    public void Short_words_and_codes_are_a_column_without_any_heading()
    {
        Assert.True(Kept.Finds(Kept.Stream("p1\np2\np7\n"), "p1", "p2", "p7"));
        Assert.True(Kept.Finds(Table("who", ["007", "012", "099"]), "007", "012", "099"));
        Assert.False(Kept.Finds(Kept.Stream("p1\np2\nno\nmore\n"), "p1", "p2", "p7"));
    }

    [Fact]
    public void Random_columns_are_found_whatever_they_are_written_in()
    {
        var random = new Random(3);
        for (var round = 0; round < 100; round++)
        {
            string[] identifiers = [.. Enumerable.Range(0, 40).Select(_ => random.Next(1, 9_999_999).ToString(CultureInfo.InvariantCulture)).Distinct()];
            string[] cells = [.. identifiers.Take(random.Next(3, 30))];
            var document = random.Next(4) switch
            {
                0 => Table("who", cells),
                1 => Kept.Stream("who;note\n" + string.Concat(cells.Select(cell => cell + ";x\n"))),
                2 => Kept.Json(new JsonArray([.. cells.Select(cell => (JsonNode)new JsonObject { ["who"] = long.Parse(cell, CultureInfo.InvariantCulture) })]).ToJsonString()),
                _ => Kept.Data("text/markdown", "| who | note |\n|--:|---|\n" + string.Concat(cells.Select(cell => $"| {cell} | x |\n"))),
            };
            Assert.True(Kept.Finds(document, identifiers), document.ToString());
        }
    }

    private static NotebookDocument Table(string heading, string[] cells) =>
        Kept.Html($"<table><thead><tr><th>{heading}</th><th>note</th></tr></thead><tbody>{string.Concat(cells.Select(cell => $"<tr><td>{cell}</td><td>a</td></tr>"))}</tbody></table>");
}
