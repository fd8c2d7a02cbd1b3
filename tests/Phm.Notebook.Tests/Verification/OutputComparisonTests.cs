using System.Text.Json.Nodes;
using Phm.Notebook.Documents;
using Phm.Notebook.Verification;

namespace Phm.Notebook.Tests.Verification;

public sealed class OutputComparisonTests
{
    private const string Error = """{"output_type":"error","ename":"DataException","evalue":"row 5 is short","traceback":["DataException: row 5 is short","   at cell 4, line 1"]}""";

    private static JsonObject Text(string text) => Compared.Display(("text/plain", text));

    private static JsonObject Stream(string name, string text) => new() { ["output_type"] = "stream", ["name"] = name, ["text"] = text };

    private static string Array(params JsonObject[] outputs) => new JsonArray(outputs).ToJsonString();

    [Fact]
    public void An_inserted_or_deleted_output_leaves_the_others_alone()
    {
        var three = Array(Text("one"), Text("two"), Text("three"));
        Assert.Equal("Missing |  |  | »new«\n", Compared.Outputs(three, Array(Text("one"), Text("new"), Text("two"), Text("three"))).Lines());
        Assert.Equal("Extra |  | »two« | \n", Compared.Outputs(three, Array(Text("one"), Text("three"))).Lines());
        Assert.Equal(1, Compared.Outputs(three, Array(Text("one"), Text("three"))).Difference().Output);
    }

    [Fact]
    public void A_deleted_form_of_an_output_is_missing_and_a_kept_one_too_many_is_extra()
    {
        var (both, one) = (Compared.Bundle(("text/html", "<b>1</b>"), ("text/plain", "1")), Compared.Bundle(("text/plain", "1")));
        var missing = Compared.Outputs(one, both).Difference();
        Assert.Equal((Verdict.Missing, "text/html", "", "»<b>1</b>«"), (missing.Verdict, missing.MimeType, missing.Kept, missing.Obtained));
        var extra = Compared.Outputs(both, one).Difference();
        Assert.Equal((Verdict.Extra, "text/html", "»<b>1</b>«", ""), (extra.Verdict, extra.MimeType, extra.Kept, extra.Obtained));
    }

    [Fact]
    public void A_failure_that_was_not_kept_is_an_error_and_so_is_a_kept_one_that_does_not_happen()
    {
        Assert.Equal("Error |  |  | »DataException: row 5 is short«\n", Compared.Outputs("[]", $"[{Error}]").Lines());
        Assert.Equal("Error |  | »DataException: row 5 is short« | \n", Compared.Outputs($"[{Error}]", "[]").Lines());
        Assert.Equal("Changed | error message | row »5« is short | row »6« is short\n", Compared.Outputs($"[{Error}]", $"[{Error.Replace("\"row 5", "\"row 6", StringComparison.Ordinal)}]").Lines());
        Assert.Equal("Changed | traceback, line 2 | at cell 4, line »1« | at cell 4, line »2«\n", Compared.Outputs($"[{Error}]", $"[{Error.Replace("line 1", "line 2", StringComparison.Ordinal)}]").Lines());
    }

    [Fact]
    public void The_worst_difference_is_the_verdict_of_the_cell()
    {
        var verdict = Compared.Outputs(Array(Text("x 0.1"), Text("two"), Text("gone")), Array(Text("x 0.10000000001"), Text("3")));
        Assert.Equal(Verdict.Changed, verdict.Verdict);
        Assert.Equal([Verdict.WithinTolerance, Verdict.Changed, Verdict.Extra], verdict.Differences.Select(difference => difference.Verdict));
        Assert.Equal((3, "cell", 3), (verdict.CellIndex, verdict.CellId, verdict.DifferenceCount));
        Assert.Equal("3 differences, the worst: changed.", verdict.Reason);
    }

    [Theory]
    [InlineData("""[{"output_type":"execute_result","execution_count":3,"data":{"text/plain":"1"},"metadata":{}}]""", """[{"metadata":{},"data":{"text/plain":["1"]},"execution_count":99,"output_type":"execute_result"}]""")]
    [InlineData("""[{"output_type":"display_data","data":{"text/plain":"a\nb"},"metadata":{},"transient":{"display_id":"1"}}]""", """[{"output_type":"display_data","data":{"text/plain":["a\n","b"]}}]""")]
    [InlineData("""[{"output_type":"stream","name":"stdout","text":"a\n"},{"output_type":"stream","name":"stdout","text":"b\n"}]""", """[{"output_type":"stream","name":"stdout","text":["a\n","b\n"]}]""")]
    [InlineData("[]", "[]")]
    public void What_does_not_belong_to_the_output_does_not_count(string kept, string obtained)
    {
        var verdict = Compared.Outputs(kept, obtained);
        Assert.Equal((Verdict.Identical, 0, (string?)null), (verdict.Verdict, verdict.DifferenceCount, verdict.Reason));
    }

    [Theory]
    [InlineData("""[{"output_type":"display_data","data":{"text/plain":"1"},"metadata":{"width":3}}]""", """[{"output_type":"display_data","data":{"text/plain":"1"},"metadata":{"width":4}}]""", "$.metadata.width")]
    [InlineData("""[{"output_type":"display_data","data":{"text/plain":"1"}}]""", """[{"output_type":"execute_result","data":{"text/plain":"1"}}]""", "output_type")]
    [InlineData("""[{"output_type":"stream","name":"stdout","text":"a 1"}]""", """[{"output_type":"stream","name":"stdout","text":"a 2"}]""", "")]
    public void Metadata_types_and_streams_count(string kept, string obtained, string where) => Assert.Equal(where, Compared.Outputs(kept, obtained).Difference().Where);

    [Fact]
    public void The_two_streams_are_told_apart() =>
        Assert.Equal([Verdict.Extra, Verdict.Missing], Compared.Outputs(Array(Stream("stdout", "a")), Array(Stream("stderr", "a"))).Differences.Select(difference => difference.Verdict));

    [Theory]
    [InlineData("""[{"output_type":"unheard-of","x":1}]""", """[{"output_type":"unheard-of","x":2}]""", Verdict.Unverifiable)]
    [InlineData("""[{"output_type":"unheard-of","x":1}]""", """[{"output_type":"unheard-of","x":1}]""", Verdict.Identical)]
    [InlineData("""[1,null,"x"]""", "[]", Verdict.Extra)]
    [InlineData("""[{"output_type":5}]""", "[]", Verdict.Extra)]
    [InlineData("""[{"output_type":"display_data","data":{"text/plain":{"a":1}}}]""", """[{"output_type":"display_data","data":{"text/plain":"1"}}]""", Verdict.Changed)]
    [InlineData("""[{"output_type":"display_data","data":{"text/plain":null}}]""", """[{"output_type":"display_data","data":{"text/plain":null}}]""", Verdict.Identical)]
    [InlineData("""[{"output_type":"display_data","data":5}]""", """[{"output_type":"display_data","data":[]}]""", Verdict.Unverifiable)]
    [InlineData("""[{"output_type":"error","ename":1,"traceback":{}}]""", """[{"output_type":"error"}]""", Verdict.Identical)]
    public void Strange_outputs_get_a_verdict(string kept, string obtained, Verdict verdict) => Assert.Equal(verdict, Compared.Outputs(kept, obtained).Verdict);

    [Fact]
    public void Another_source_makes_a_cell_unverifiable()
    {
        var document = NotebookDocument.Create();
        var (one, two) = (document.AddCode("1"), document.AddCode("2"));
        Assert.Equal(Verdict.Identical, OutputComparison.Compare(one, 0, one, Tolerance.Default).Verdict);
        var verdict = OutputComparison.Compare(one, 7, two, Tolerance.Default);
        Assert.Equal((Verdict.Unverifiable, 7, one.Id), (verdict.Verdict, verdict.CellIndex, verdict.CellId));
    }
}
