using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Phm.Notebook.Documents;
using Phm.Notebook.Guarding;

namespace Phm.Notebook.Tests.Guarding;

/// <summary>What the scan must leave in peace, and what must not bring it down.</summary>
public sealed class LeakScanTests
{
    public static TheoryData<string> Walkthroughs => [.. Directory.GetFiles(Path.Combine(Root, "notebooks"), "*.ipynb").Select(path => Path.GetFileName(path))];

    private static string Root
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "Phm.slnx"))) folder = Path.GetDirectoryName(folder)!;
            return folder;
        }
    }

    [Theory]
    [MemberData(nameof(Walkthroughs))]
    public void Nothing_is_found_in_the_walkthroughs_as_they_are_kept(string file)
    {
        var document = NotebookDocument.Load(Path.Combine(Root, "notebooks", file));
        Assert.Empty(LeakScan.Find(document, [IsSynthetic]).Select(leak => leak.Message));
        Assert.Empty(LeakScan.Find(document, [IsWholeNumber]).Select(leak => leak.Message));
    }

    [Fact]
    public void Pages_of_counts_are_left_in_peace()
    {
        var random = new Random(1);
        for (var page = 0; page < 200; page++)
        {
            var document = NotebookDocument.Create();
            document.AddCode("table").Outputs = new JsonArray(Display(random, page));
            Assert.Empty(LeakScan.Find(document, [IsSynthetic, IsWholeNumber]).Select(leak => leak.Message));
        }
    }

    [Fact]
    public void Leaks_come_in_the_order_of_the_cells_and_name_them()
    {
        var document = NotebookDocument.Create();
        document.AddMarkdown("see S000001");
        document.AddCode("1").Outputs = new JsonArray(new JsonObject { ["name"] = "stdout", ["output_type"] = "stream", ["text"] = new JsonArray("a\n", "S000002\n") });
        var leaks = LeakScan.Find(document, [IsSynthetic]);
        Assert.Equal([0, 1], leaks.Select(leak => leak.CellIndex));
        Assert.Equal(document.Cells.Select(cell => cell.Id), leaks.Select(leak => leak.CellId));
        Assert.StartsWith("Cell 1, the source: 1 different identifier", leaks[0].Message, StringComparison.Ordinal);
        Assert.StartsWith("Cell 2, output 1 (stream)", leaks[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_notebook_and_no_tests_give_nothing() => Assert.Empty(LeakScan.Find(NotebookDocument.Create(), []));

    [Fact]
    public void Every_test_of_identifiers_is_asked() =>
        Assert.Equal(2, LeakScan.Find(Kept.Output(new JsonObject { ["data"] = new JsonObject { ["text/html"] = "AAAAAA1", ["text/plain"] = "BBBBBB1" } }), [text => text == "AAAAAA1", text => text == "BBBBBB1"]).Count);

    [Fact]
    public void More_identifiers_than_are_counted_are_told_as_such()
    {
        var leak = Assert.Single(LeakScan.Find(Kept.Stream(string.Join(", x ", Enumerable.Range(0, 3_000).Select(i => $"S{i:000000}"))), [IsSynthetic]));
        Assert.Contains("more than 1,000 different identifiers", leak.Message, StringComparison.Ordinal);
    }

    /// <summary>Each of these takes minutes, or the stack, where the work grows with the square of the size or with its nesting.</summary>
    [Theory]
    [InlineData("<")]
    [InlineData("<a")]
    [InlineData("<a \"")]
    [InlineData("<a b='")]
    [InlineData("<!--")]
    [InlineData("<table><tr><td>")]
    [InlineData("</table>")]
    [InlineData("&amp;")]
    [InlineData("&")]
    [InlineData("<b>x")]
    [InlineData("a-")]
    [InlineData("a ")]
    [InlineData("1 ")]
    [InlineData("a,")]
    [InlineData("\"")]
    [InlineData("a\n")]
    [InlineData("--\n")]
    [InlineData("- ")]
    [InlineData("|")]
    [InlineData("\u001b[")]
    [InlineData("\u200b")]
    [InlineData("data:x;base64,")]
    [InlineData("x")]
    [InlineData("\ud83d")]
    public void Hostile_outputs_take_time_in_proportion_to_their_size(string part)
    {
        var text = new StringBuilder().Insert(0, part, 200_000 / part.Length).ToString();
        var questions = 0L;
        bool Ask(string candidate)
        {
            questions++;
            return false;
        }
        Assert.Empty(LeakScan.Find(Kept.Html(text), [Ask]));
        Assert.Empty(LeakScan.Find(Kept.Data("text/markdown", text), [Ask]));
        Assert.InRange(questions, 0, 10 * text.Length);
    }

    [Fact]
    public void Deep_JSON_costs_no_stack()
    {
        JsonNode node = JsonValue.Create("S000123");
        for (var depth = 0; depth < 100_000; depth++) node = new JsonArray(node);
        Assert.Single(LeakScan.Find(Kept.Data("application/json", new JsonObject { ["a"] = node }), [IsSynthetic]));
    }

    private static bool IsSynthetic(string text) => text.Length == 7 && text[0] == 'S' && text.AsSpan(1).ContainsAnyExceptInRange('0', '9') is false;

    /// <summary>People of an OMOP folder are often 1, 2, 3 and so on.</summary>
    private static bool IsWholeNumber(string text) => text.Length < 6 && !text.StartsWith('0') && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 10_000;

    private static JsonObject Display(Random random, int page)
    {
        string[] headings = ["Segment", "People", "Spend", "Share of people", "Dementia or frailty", "2024/25", "Men", "North Network"];
        var columns = random.Next(2, headings.Length);
        string[] Row(int row) => [.. Enumerable.Range(0, columns).Select(c => c == 0 ? $"Group {row}" : random.Next(9_000).ToString(page % 2 == 0 ? "N0" : "D", CultureInfo.InvariantCulture))];
        var rows = Enumerable.Range(0, random.Next(2, 30)).Select(Row).ToArray();
        var html = $"<table><tr>{string.Concat(headings.Take(columns).Select(h => $"<th>{h}</th>"))}</tr>{string.Concat(rows.Select(row => $"<tr>{string.Concat(row.Select(cell => $"<td>{cell}</td>"))}</tr>"))}</table>";
        var text = string.Join(";", headings.Take(columns)) + "\n" + string.Concat(rows.Select(row => string.Join(';', row) + "\n"));
        var plot = new JsonObject { ["x"] = Numbers(random), ["y"] = Numbers(random), ["z"] = new JsonArray(Numbers(random), Numbers(random)), ["customdata"] = Numbers(random), ["name"] = $"page {page}" };
        return new JsonObject { ["data"] = new JsonObject { ["text/html"] = html, ["text/plain"] = text, ["application/vnd.plotly.v1+json"] = new JsonObject { ["data"] = new JsonArray(plot) } } };
    }

    private static JsonArray Numbers(Random random) => new([.. Enumerable.Range(0, random.Next(3, 40)).Select(_ => (JsonNode)(random.Next(2) == 0 ? random.Next(9_000) : random.NextDouble()))]);
}
