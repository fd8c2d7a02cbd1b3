using Phm.Notebook.Verification;

namespace Phm.Notebook.Tests.Verification;

public sealed class JsonComparisonTests
{
    private const string Figure = """{"data":[{"type":"bar","y":[0.1,null,3,400,5]},{"type":"bar","text":["3.4%","3.0%"]}],"layout":{"plot title":"People","width":760}}""";

    [Theory]
    [InlineData("400", "401", "$.data[0].y[3]", "»400«", "»401«")]
    [InlineData("null", "2", "$.data[0].y[1]", "»null«", "»2«")]
    [InlineData("3.0%", "3.1%", "$.data[1].text[1]", "»3.0«%", "»3.1«%")]
    [InlineData("\"People\"", "\"Persons\"", "$.layout['plot title']", "»People«", "»Persons«")]
    [InlineData(",\"width\":760", "", "$.layout.width", "»760«", "")]
    [InlineData("\"width\":760", "\"width\":760,\"height\":1", "$.layout.height", "", "»1«")]
    [InlineData("760", "\"760\"", "$.layout.width", "»760«", "»\"760\"«")]
    [InlineData("{\"type\":\"bar\",\"y\":[0.1,null,3,400,5]}", "1", "$.data[0]", "an object of 2 members", "»1«")]
    public void The_place_is_the_path(string part, string other, string where, string kept, string obtained)
    {
        var difference = Compared.Json(Figure, Figure.Replace(part, other, StringComparison.Ordinal)).Difference();
        Assert.Equal((Verdict.Changed, where, kept, obtained), (difference.Verdict, difference.Where, difference.Kept, difference.Obtained));
    }

    [Fact]
    public void An_item_that_goes_does_not_change_the_others() => Assert.Equal(
        "Changed | $.data[0].y | an array of 5 items | an array of 4 items\nChanged | $.data[0].y[2] | »3« | \n",
        Compared.Json(Figure, Figure.Replace("3,400", "400", StringComparison.Ordinal)).Lines());

    [Theory]
    [InlineData("""{"a":1,"b":2}""", """{ "b" : 2, "a" : 1 }""")]
    [InlineData("""{"a":[1,2]}""", """ "{\"a\":[1,2]}" """)]
    [InlineData("""{"a":[1,2]}""", """ ["{\n", "\"a\":[1,2]}"] """)]
    [InlineData("\"\\u0041\"", "\"A\"")]
    public void Order_and_form_do_not_count(string kept, string obtained) => Assert.Equal(Verdict.Identical, Compared.Json(kept, obtained).Verdict);

    [Theory]
    [InlineData("0.1", "0.10000000001", Verdict.WithinTolerance)]
    [InlineData("0.16293056314926188", "0.16293056314926189", Verdict.WithinTolerance)]
    [InlineData("1", "1.0", Verdict.WithinTolerance)]
    [InlineData("0", "1e-300", Verdict.Changed)]
    [InlineData("1e999", "2e999", Verdict.Changed)]
    [InlineData("73211009000000001", "73211009000000002", Verdict.Changed)]
    [InlineData("4104000000.0000001", "4104000000", Verdict.WithinTolerance)]
    public void Numbers_have_a_tolerance_and_codes_have_none(string kept, string obtained, Verdict verdict) =>
        Assert.Equal(verdict, Compared.Json($"[{kept}]", $"[{obtained}]").Verdict);

    [Theory]
    [InlineData("\"{broken\"", "\"{broken 1\"")]
    [InlineData("\"{\\\"a\\\":1}\"", "\"{\\\"a\\\":1\"")]
    [InlineData("\"[1,2]\"", "\"[1,2\"")]
    public void What_is_no_json_is_compared_as_text_with_the_reason(string kept, string obtained)
    {
        Assert.Equal(Verdict.Identical, Compared.Json(kept, kept).Verdict);
        var difference = Compared.Json(kept, obtained).Differences[0];
        Assert.Equal(Verdict.Changed, difference.Verdict);
        Assert.Contains("not valid JSON", difference.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lone_surrogate_and_deep_nesting_are_no_obstacle()
    {
        Assert.Equal(Verdict.Changed, Compared.Json("\"\\ud800 1\"", "\"\\ud800 2\"").Verdict);
        var deep = "\"" + new string('[', 5000) + new string(']', 5000) + "\"";
        Assert.Equal(Verdict.Identical, Compared.Json(deep, deep).Verdict);
        Assert.Equal(Verdict.Changed, Compared.Json(deep, "\"[1]\"").Verdict);
    }

    [Fact]
    public void A_widget_is_unverifiable()
    {
        const string Widget = """[{"output_type":"display_data","data":{"application/vnd.jupyter.widget-view+json":{"model_id":"ID"}}}]""";
        Assert.Equal(Verdict.Unverifiable, Compared.Outputs(Widget, Widget.Replace("ID", "other", StringComparison.Ordinal)).Verdict);
        Assert.Equal(Verdict.Identical, Compared.Outputs(Widget, Widget).Verdict);
    }
}
