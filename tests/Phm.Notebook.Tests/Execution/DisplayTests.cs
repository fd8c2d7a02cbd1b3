using Phm.Notebook.Execution;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Tests.Execution;

public sealed class DisplayTests
{
    [Fact]
    public async Task Values_are_displayed_by_function_and_by_extension()
    {
        using var live = new LiveSession();
        var cell = await live.RunAsync("display(1); 2.Display(); display(\"<b>\", \"text/html\"); \"<b>x</b>\".DisplayAs(\"text/html\"); HTML(\"<i>y</i>\").Display();");
        Assert.Equal("1", cell.Data(0, "text/plain"));
        Assert.Equal("2", cell.Data(1, "text/plain"));
        Assert.Equal("<pre>&lt;b&gt;</pre>", cell.Data(2, "text/html"));
        Assert.Equal("<b>x</b>", cell.Data(3, "text/html"));
        Assert.Equal("<i>y</i>", cell.Data(4, "text/html"));
    }

    [Fact]
    public async Task A_returned_display_is_not_shown_twice()
    {
        using var live = new LiveSession();
        var cell = await live.RunAsync("display(1)");
        Assert.Equal("display_data", (string)Assert.Single(cell.Outputs)!["output_type"]!);
    }

    [Fact]
    public async Task An_update_replaces_the_value_in_place_even_from_a_later_cell()
    {
        using var live = new LiveSession();
        var first = await live.RunAsync("var shown = display(\"old\"); display(\"next\"); shown.Update(\"new\");");
        Assert.Equal("new", first.Data(0, "text/plain"));
        Assert.Equal("next", first.Data(1, "text/plain"));
        var second = await live.RunAsync("shown.Update(new { A = 1 });");
        Assert.Empty(second.Outputs);
        Assert.Equal("{ A = 1 }", first.Data(0, "text/plain"));
        var update = Assert.IsType<DisplayUpdate>(Assert.Single(second.Published));
        Assert.Equal(((DisplayOutput)first.Published[0]).DisplayId, update.DisplayId);
    }

    [Fact]
    public async Task Cleared_outputs_are_withdrawn_at_once_or_when_the_next_one_comes()
    {
        using var live = new LiveSession();
        var cleared = await live.RunAsync("Console.Write(\"a\"); display(1); ClearOutput(); Console.Write(\"b\");");
        Assert.Equal("""[{"name":"stdout","output_type":"stream","text":["b"]}]""", cleared.Json);
        var replaced = await live.RunAsync("var shown = display(1); ClearOutput(wait: true); shown.Update(2); display(3);");
        Assert.Equal("3", Assert.Single(replaced.Bundles())["text/plain"]![0]!.GetValue<string>());
        var kept = await live.RunAsync("display(1); ClearOutput(wait: true);");
        Assert.Equal("1", kept.Text);
        Assert.Equal([new ClearOutput(true)], kept.Published.OfType<ClearOutput>());
    }

    [Fact]
    public async Task A_clearing_that_waits_ends_with_its_cell()
    {
        using var live = new LiveSession();
        await live.RunAsync("display(1); ClearOutput(true);");
        Assert.Equal(2, (await live.RunAsync("display(1); display(2);")).Outputs.Count);
    }

    [Fact]
    public async Task A_value_is_handed_over_as_it_is_shown_even_by_a_silent_cell()
    {
        using var live = new LiveSession();
        Assert.Equal("2", (await live.RunAsync(new CellRequest("1 + 1") { Silent = true })).Result.Shown!["text/plain"]);
        Assert.Null((await live.RunAsync("var x = 1;")).Result.Shown);
    }

    [Fact]
    public async Task A_cell_without_a_number_of_its_own_bears_that_of_the_cell_before()
    {
        using var live = new LiveSession();
        await live.RunAsync("1");
        var unnumbered = await live.RunAsync(new CellRequest("2") { TakesNumber = false });
        Assert.Null(unnumbered.Result.ExecutionCount);
        Assert.Equal(1, ((ResultOutput)unnumbered.Published[0]).ExecutionCount);
        Assert.Equal(2, (await live.RunAsync("3")).Result.ExecutionCount);
    }

    [Fact]
    public async Task Display_ids_count_from_one()
    {
        using var live = new LiveSession();
        await live.RunAsync("display(1);");
        Assert.Equal("display-2", ((DisplayOutput)(await live.RunAsync("display(1);")).Published[0]).DisplayId);
    }

    [Fact]
    public async Task Json_is_stored_as_json_and_refused_where_it_is_none()
    {
        using var live = new LiveSession();
        var cell = await live.RunAsync("\"{\\\"a\\\": [1]}\".DisplayAs(\"application/vnd.plotly.v1+json\");");
        Assert.Equal("""[{"data":{"application/vnd.plotly.v1+json":{"a":[1]}},"metadata":{},"output_type":"display_data"}]""", cell.Json);
        Assert.Contains("is not JSON", (await live.RunAsync("\"{\".DisplayAs(\"application/json\");")).Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    [InlineData("\u0085")]
    public void Json_is_kept_with_every_character_of_its_strings(string character)
    {
        var bundle = MimeBundle.Of("application/json", $"{{\r\n\"a\":\"x{character}y\"}}");
        Assert.Equal($"x{character}y", (string?)bundle.ToJson()["application/json"]!["a"]);
        Assert.Equal("a\nb\nc", MimeBundle.Of("text/plain", "a\r\nb\rc")["text/plain"]);
    }

    [Fact]
    public async Task A_sequence_is_shown_as_a_table_on_request()
    {
        using var live = new LiveSession();
        var cell = await live.RunAsync("Enumerable.Range(0, 200).DisplayTable();");
        Assert.Equal(101, cell.Html!.Split("<tr>").Length - 1);
        Assert.Contains("… 100 more rows", cell.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Styles_and_scripts_are_handed_to_the_front_end()
    {
        using var live = new LiveSession(new SessionOptions { AllowScripts = true });
        var cell = await live.RunAsync("CSS(\"p{color:red}\"); Javascript(\"1\");");
        Assert.Equal("<style>p{color:red}</style>", cell.Data(0, "text/html"));
        Assert.Equal("<script type=\"text/javascript\">1</script>", cell.Data(1, "text/html"));
    }
}
