namespace Phm.Cli.Tests.Jupyter;

/// <summary>Console output as it is written.</summary>
[Trait("Category", "Jupyter")]
public sealed class StreamTests(StreamTests.Script kernel) : IClassFixture<StreamTests.Script>
{
    public sealed class Script() : KernelScript("streams");

    [Fact]
    public async Task What_is_written_comes_in_order_each_stream_under_its_name() =>
        Assert.Equal([("stdout", "one\n"), ("stderr", "two\n"), ("stdout", "three\n"), ("stderr", "four")], (await kernel.ExchangeAsync("order")).Streams);

    [Fact]
    public async Task What_is_written_piece_by_piece_is_joined_and_unchanged() =>
        Assert.Equal([("stdout", "ab\rc\e[31md\e[0m\n1.5")], (await kernel.ExchangeAsync("pieces")).Streams);

    [Fact]
    public async Task Lines_of_several_threads_come_whole_and_each_threads_own_in_order()
    {
        var lines = Assert.Single((await kernel.ExchangeAsync("threads")).Streams).Text.TrimEnd('\n').Split('\n');

        Assert.Equal(400, lines.Length);
        foreach (var thread in lines.GroupBy(line => line[0])) Assert.Equal(Enumerable.Range(0, 100).Select(line => $"{thread.Key}:{line}"), thread);
    }

    [Fact]
    public async Task A_line_arrives_while_its_cell_is_still_running()
    {
        var cell = await kernel.ExchangeAsync("while_running", "exchange");

        Assert.False((await kernel.ResultAsync("while_running"))["replied"]!.GetValue<bool>());
        Assert.Equal([("stdout", "working\ndone\n")], cell.Streams);
    }

    [Fact]
    public async Task Half_a_line_arrives_while_its_cell_is_still_running() =>
        Assert.Equal("half a line", (await kernel.ExchangeAsync("unended_line_while_running")).Published.First(message => message.Type == "stream").Text("text"));

    [Fact]
    public async Task Output_and_displays_keep_their_order() =>
        Assert.Equal(["stream", "display_data", "stream", "execute_result"], (await kernel.ExchangeAsync("between_displays")).Outputs);

    [Fact]
    public async Task What_was_written_before_an_error_comes_before_it() =>
        Assert.Equal(["stream", "error"], (await kernel.ExchangeAsync("before_an_error")).Outputs);

    [Fact]
    public async Task A_long_line_comes_whole() => Assert.Equal(new string('x', 900_000) + "\n", Assert.Single((await kernel.ExchangeAsync("long_line")).Streams).Text);

    [Fact]
    public async Task What_a_task_writes_that_outlives_its_cell_is_not_taken_for_a_later_cells()
    {
        Assert.Equal([("stdout", "own")], (await kernel.ExchangeAsync("late", "during")).Streams);
        Assert.Equal("2", (await kernel.ExchangeAsync("late", "after")).Result);
    }
}
