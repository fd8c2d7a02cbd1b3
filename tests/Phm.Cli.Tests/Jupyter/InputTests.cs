namespace Phm.Cli.Tests.Jupyter;

/// <summary>Cells that ask the person at the notebook.</summary>
[Trait("Category", "Jupyter")]
public sealed class InputTests(InputTests.Script kernel) : IClassFixture<InputTests.Script>
{
    public sealed class Script() : KernelScript("inputs");

    [Theory]
    [InlineData("name", "Name? ", false, "Hello Ada 😀")]
    [InlineData("password", "Password: ", true, "11")]
    [InlineData("console", "", false, "typed")]
    [InlineData("unasked", "Now?", false, "fresh")]
    public async Task A_cell_gets_what_the_person_types(string scenario, string prompt, bool isPassword, string result)
    {
        var cell = await kernel.ExchangeAsync(scenario);

        var question = Assert.Single(cell.Asked);
        Assert.Equal(("input_request", prompt, isPassword), (question.Type, question.Text("prompt"), question.Content["password"]!.GetValue<bool>()));
        Assert.Equal(("ok", result), (cell.Status, cell.Result));
    }

    [Fact]
    public async Task A_cell_may_ask_again() => Assert.Equal("xy", (await kernel.ExchangeAsync("twice")).Result);

    [Fact]
    public async Task What_is_typed_is_in_no_message_but_where_the_cell_shows_it() =>
        Assert.DoesNotContain("hidden-word", string.Concat((await kernel.ExchangeAsync("password")).Published), StringComparison.Ordinal);

    [Fact]
    public async Task Where_the_front_end_takes_no_input_nobody_is_asked_and_the_cell_fails()
    {
        var cell = await kernel.ExchangeAsync("not_allowed");

        Assert.Empty(cell.Asked);
        Assert.Equal("error", cell.Status);
        Assert.Equal(["error"], cell.Outputs);
        Assert.DoesNotContain("Phm.", cell.Reply.Content["traceback"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_waits_for_input_can_be_interrupted()
    {
        var cell = await kernel.ExchangeAsync("interrupted", "cell");

        Assert.Equal("error", cell.Status);
        Assert.Equal(["error"], cell.Outputs);
        Assert.Equal("9", (await kernel.ExchangeAsync("interrupted", "after")).Result);
    }
}
