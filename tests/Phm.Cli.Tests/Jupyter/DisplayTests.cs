using System.Text.Json.Nodes;

namespace Phm.Cli.Tests.Jupyter;

/// <summary>Displays and what replaces them.</summary>
[Trait("Category", "Jupyter")]
public sealed class DisplayTests(DisplayTests.Script kernel) : IClassFixture<DisplayTests.Script>
{
    public sealed class Script() : KernelScript("displays");

    [Theory]
    [InlineData("update_within_a_cell", "first", "second", "third")]
    [InlineData("update_while_running", "0%", "50%", "100%")]
    public async Task A_display_is_replaced_in_place_while_its_cell_runs(string scenario, params string[] texts)
    {
        var cell = await kernel.ExchangeAsync(scenario);

        Assert.Equal(["display_data", "update_display_data", "update_display_data"], cell.Outputs);
        var shown = cell.Published.Where(message => message.Type.EndsWith("display_data", StringComparison.Ordinal)).ToList();
        Assert.Equal(texts, shown.Select(message => message.Content["data"]!["text/plain"]!.GetValue<string>()));
        Assert.Single(shown.Select(Id).Distinct());
    }

    [Fact]
    public async Task A_later_cell_replaces_a_display_of_an_earlier_one_and_shows_nothing_itself()
    {
        var shown = await kernel.ExchangeAsync("update_from_a_later_cell", "shown");
        var updated = await kernel.ExchangeAsync("update_from_a_later_cell", "updated");

        Assert.Equal(["update_display_data"], updated.Outputs);
        Assert.Equal(Id(shown.Only("display_data")), Id(updated.Only("update_display_data")));
        Assert.Equal(updated.Id, updated.Only("update_display_data").Parent["msg_id"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_value_is_shown_in_the_forms_that_it_prefers()
    {
        Assert.Equal("<b>bold</b>", (await Data("html", "execute_result"))["text/html"]!.GetValue<string>());
        Assert.Equal("# Title", (await Data("markdown", "display_data"))["text/markdown"]!.GetValue<string>());
        Assert.Equal("[ 1, 2, 3 ]", (await Data("list", "execute_result"))["text/plain"]!.GetValue<string>());
    }

    [Fact]
    public async Task Json_is_sent_as_json_and_not_as_its_text() => Assert.Equal("""{"a":[1,2]}""", (await Data("json", "display_data"))["application/json"]!.ToJsonString());

    [Fact]
    public async Task A_display_that_is_returned_is_shown_once() => Assert.Equal(["display_data"], (await kernel.ExchangeAsync("kinds", "returned")).Outputs);

    [Fact]
    public async Task Outputs_are_cleared_at_once_or_when_the_next_comes()
    {
        var now = await kernel.ExchangeAsync("clear", "now");
        var wait = await kernel.ExchangeAsync("clear", "wait");

        Assert.Equal(["stream", "clear_output", "stream"], now.Outputs);
        Assert.False(now.Only("clear_output").Content["wait"]!.GetValue<bool>());
        Assert.True(wait.Only("clear_output").Content["wait"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Many_displays_of_one_cell_come_all_and_in_order_each_a_place_of_its_own()
    {
        var shown = (await kernel.ExchangeAsync("many")).Published.Where(message => message.Type == "display_data").ToList();

        Assert.Equal(Enumerable.Range(0, 300).Select(number => $"{number}"), shown.Select(message => message.Content["data"]!["text/plain"]!.GetValue<string>()));
        Assert.Equal(300, shown.Select(Id).Distinct().Count());
    }

    private static string Id(KernelMessage message) => message.Content["transient"]!["display_id"]!.GetValue<string>();

    private async Task<JsonNode> Data(string kind, string type) => (await kernel.ExchangeAsync("kinds", kind)).Only(type).Content["data"]!;
}
