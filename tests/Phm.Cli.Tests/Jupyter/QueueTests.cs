namespace Phm.Cli.Tests.Jupyter;

/// <summary>Requests that wait for one another.</summary>
[Trait("Category", "Jupyter")]
public sealed class QueueTests(QueueTests.Script kernel) : IClassFixture<QueueTests.Script>
{
    public sealed class Script() : KernelScript("queues");

    [Fact]
    public async Task A_failing_cell_aborts_what_is_queued_behind_it_and_nothing_that_comes_later()
    {
        var cells = await CellsAsync("stops");

        Assert.Equal(["ok", "ok", "ok", "error", "aborted", "aborted", "aborted", "aborted", "aborted", "aborted"], cells.Select(cell => cell.Status));
        Assert.All(cells.Skip(4), cell => Assert.Empty(cell.Outputs));
        Assert.All(cells, cell => Assert.Equal(["busy", "idle"], cell.States));
        Assert.Equal(("21", 5), ((await kernel.ExchangeAsync("stops", "after")).Result, (await kernel.ExchangeAsync("stops", "after")).Count));
    }

    [Fact]
    public async Task A_question_that_is_queued_behind_a_failing_cell_is_answered() => Assert.Equal("ok", (await kernel.ExchangeAsync("stops", "question")).Status);

    [Fact]
    public async Task Where_it_is_not_to_stop_the_rest_is_executed()
    {
        var cells = await CellsAsync("goes_on");

        Assert.Equal(["ok", "ok", "ok", "error", "ok", "ok", "ok", "ok", "ok", "ok"], cells.Select(cell => cell.Status));
        Assert.Equal(["5", "6", "7", "8", "9", "10"], cells.Skip(4).Select(cell => cell.Result));
        Assert.Equal(Enumerable.Range(cells[0].Count, 10), cells.Select(cell => cell.Count));
    }

    [Fact]
    public async Task Cells_are_executed_in_the_order_in_which_they_came()
    {
        var texts = (await kernel.ResultAsync("order")).AsArray().Select(text => text!.GetValue<string>());

        Assert.Equal(string.Concat(Enumerable.Range(0, 20).Select(number => $"{number} ")), string.Concat(texts));
    }

    [Fact]
    public async Task Two_front_ends_share_a_session_each_gets_its_own_reply_and_hears_the_other()
    {
        var result = await kernel.ResultAsync("two_clients");

        Assert.Equal(("6", "7", "8"), ((await kernel.ExchangeAsync("two_clients", "mine")).Result, (await kernel.ExchangeAsync("two_clients", "theirs")).Result, (await kernel.ExchangeAsync("two_clients", "after")).Result));
        Assert.Equal("""["status","execute_input","execute_result","status"]""", result["seen_by_me"]!.ToJsonString());
    }

    [Fact]
    public async Task Only_the_front_end_whose_cell_asks_is_asked()
    {
        Assert.Equal("me", (await kernel.ExchangeAsync("two_clients", "asked")).Result);
        Assert.Empty((await kernel.ResultAsync("two_clients"))["asked_of_me"]!.AsArray());
    }

    private async Task<Exchange[]> CellsAsync(string scenario) => [.. (await kernel.ResultAsync(scenario))["cells"]!.AsArray().Select(cell => new Exchange(cell!))];
}
