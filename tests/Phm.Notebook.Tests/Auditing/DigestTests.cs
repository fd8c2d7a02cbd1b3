using System.Text.Json.Nodes;
using Phm.Notebook.Auditing;
using Phm.Notebook.Documents;

namespace Phm.Notebook.Tests.Auditing;

public sealed class DigestTests
{
    private const string Outputs = """
        [{"output_type": "stream", "name": "stdout", "text": ["a\n", "b"]},
         {"output_type": "execute_result", "execution_count": 7, "metadata": {}, "data": {"text/plain": ["1"],
           "application/json": {"y": [1.0, 2.5e-7, 3], "text": ["a", "b"], "execution_count": 2}}}]
        """;

    private static string Of(string outputs) => Digest.OfOutputs((JsonArray)JsonNode.Parse(outputs)!);

    private static NotebookCell Cell(string metadata, CellKind kind = CellKind.Code)
    {
        var cell = kind == CellKind.Code ? NotebookDocument.Create().AddCode("1") : NotebookDocument.Create().AddMarkdown("1");
        foreach (var (key, value) in (JsonObject)JsonNode.Parse(metadata)!) cell.Metadata[key] = value?.DeepClone();
        return cell;
    }

    [Fact]
    public void A_digest_can_be_computed_again_with_other_tools()
    {
        // printf 'var x = 1;\nx' | sha256sum
        Assert.Equal("57055ea6d1826074a130e27b08b60830c2bfb2c311458964da8d884c1a503a27", Digest.OfSource("var x = 1;\r\nx"));
        // sha256sum of what Python's json.dumps(outputs, indent=1, sort_keys=True) gives, with texts joined, numbers as .NET spells them and a final line feed
        Assert.Equal("f7b4539c544373b1e2a4015c2f4ea9800b66761226cf3d84a58f3b985491cb53", Of(Outputs));
    }

    [Theory]
    [InlineData("[\"a\\n\", \"b\"]", "\"a\\nb\"")]
    [InlineData("\"execution_count\": 7", "\"execution_count\": 8")]
    [InlineData("2.5e-7", "0.00000025")]
    [InlineData("[\"1\"]", "\"1\"")]
    public void The_same_output_in_another_form_has_the_same_digest(string form, string other) => Assert.Equal(Of(Outputs), Of(Altered(form, other)));

    [Theory]
    [InlineData("[\"a\", \"b\"]", "[\"ab\"]")]
    [InlineData("[\"a\", \"b\"]", "\"ab\"")]
    [InlineData("\"execution_count\": 2", "\"execution_count\": 3")]
    [InlineData(" 3]", " \"3\"]")]
    [InlineData(" 3]", " 1e400]")]
    [InlineData("stdout", "stderr")]
    [InlineData("execute_result", "display_data")]
    [InlineData("\"metadata\": {}", "\"metadata\": {\"a\": 1}")]
    public void Whatever_a_reader_may_see_changes_the_digest(string form, string other) => Assert.NotEqual(Of(Outputs), Of(Altered(form, other)));

    [Fact]
    public void Numbers_beyond_all_floating_point_numbers_are_told_apart() => Assert.NotEqual(Of("[{\"data\": {\"application/json\": 1e400}}]"), Of("[{\"data\": {\"application/json\": 1e401}}]"));

    [Theory]
    [InlineData("{\"tags\": [\"phm-skip-verify\"]}")]
    [InlineData("{\"tags\": [\"phm-tolerance:0.01\"]}")]
    [InlineData("{\"tags\": [\"raises-exception\"]}")]
    [InlineData("{\"phm\": {\"tolerance\": 0.01}}")]
    [InlineData("{\"phm\": {\"reviewed\": \"nobody\"}}")]
    [InlineData("{\"polyglot_notebook\": {\"kernelName\": \"html\"}}")]
    [InlineData("{\"dotnet_interactive\": {\"language\": \"html\"}}")]
    public void What_decides_how_a_cell_is_run_and_verified_has_a_digest(string metadata) => Assert.NotEqual(Digest.OfSettings(Cell("{}")), Digest.OfSettings(Cell(metadata)));

    [Theory]
    [InlineData("{\"jupyter\": {\"source_hidden\": true}}")]
    [InlineData("{\"execution\": {\"iopub.execute_input\": \"2026-01-01T00:00:00Z\"}}")]
    [InlineData("{\"polyglot_notebook\": {\"kernelName\": \"csharp\"}, \"tags\": []}")]
    public void What_clients_note_for_themselves_has_none(string metadata) => Assert.Equal(Digest.OfSettings(Cell("{}")), Digest.OfSettings(Cell(metadata)));

    [Fact]
    public void The_order_of_tags_says_nothing_and_the_kind_of_a_cell_does()
    {
        Assert.Equal(Digest.OfSettings(Cell("{\"tags\": [\"a\", \"b\"]}")), Digest.OfSettings(Cell("{\"tags\": [\"b\", \"a\", \"a\"]}")));
        Assert.NotEqual(Digest.OfSettings(Cell("{}")), Digest.OfSettings(Cell("{}", CellKind.Markdown)));
    }

    private static string Altered(string form, string other)
    {
        Assert.Contains(form, Outputs, StringComparison.Ordinal);
        return Outputs.Replace(form, other, StringComparison.Ordinal);
    }
}
