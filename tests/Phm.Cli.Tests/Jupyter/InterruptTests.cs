namespace Phm.Cli.Tests.Jupyter;

/// <summary>Running code is stopped, and the session lives on.</summary>
[Trait("Category", "Jupyter")]
public sealed class InterruptTests(InterruptTests.Script kernel) : IClassFixture<InterruptTests.Script>
{
    public sealed class Script() : KernelScript("interrupts");

    [Theory]
    [InlineData("endless_loop_by_message")]
    [InlineData("endless_loop_by_signal")]
    [InlineData("endless_loop_by_manager")]
    [InlineData("sleep")]
    [InlineData("delay")]
    [InlineData("async_loop")]
    [InlineData("long_query")]
    [InlineData("parallel_query")]
    [InlineData("parallel_for")]
    [InlineData("catches_everything")]
    [InlineData("endless_output")]
    [InlineData("timer")]
    public async Task A_running_cell_is_stopped_with_one_error_its_variables_live_on_and_the_processor_is_free(string scenario)
    {
        var cell = await kernel.ExchangeAsync(scenario, "cell");
        var after = await kernel.ExchangeAsync(scenario, "after");

        Assert.Equal(["stream", "error"], cell.Outputs);
        Assert.Equal(("error", 1), (cell.Status, cell.Replies));
        Assert.Equal("42", after.Result);
        Assert.True((await kernel.ResultAsync(scenario))["freed"]!.GetValue<bool>());
    }

    [Fact]
    public async Task The_request_to_interrupt_is_replied_on_control_between_busy_and_idle()
    {
        var interrupt = await kernel.ExchangeAsync("endless_loop_by_message", "stopped");

        Assert.Equal(("control", "interrupt_reply", "ok"), (interrupt.Reply.Channel, interrupt.Reply.Type, interrupt.Status));
        Assert.Equal(["busy", "idle"], interrupt.States);
    }

    [Fact]
    public async Task What_a_cell_has_assigned_before_it_was_stopped_is_kept()
    {
        Assert.Equal("101", (await kernel.ExchangeAsync("assigned_before_the_loop", "after")).Result);
        Assert.Equal("100", (await kernel.ExchangeAsync("assigned_before_the_loop", "fresh")).Result);
    }

    [Fact]
    public async Task A_timer_that_a_stopped_cell_has_left_takes_no_threads()
    {
        Assert.InRange((await kernel.ResultAsync("timer"))["grown"]!.GetValue<int>(), -100, 10);
        Assert.Equal("2", (await kernel.ExchangeAsync("timer", "later")).Result);
    }

    [Fact]
    public async Task The_end_of_a_cell_does_not_wait_for_the_tasks_that_it_has_left() =>
        Assert.Equal("7", (await kernel.ExchangeAsync("full_pool", "cell")).Result);

    [Fact]
    public async Task What_waits_behind_an_interrupted_cell_is_not_executed()
    {
        Assert.Equal("error", (await kernel.ExchangeAsync("queue_behind", "running")).Status);
        Assert.Equal("aborted", (await kernel.ExchangeAsync("queue_behind", "waiting")).Status);
        Assert.Equal("4", (await kernel.ExchangeAsync("queue_behind", "after")).Result);
    }

    [Fact]
    public async Task Many_interrupts_stop_one_cell_and_not_the_next()
    {
        Assert.Equal("error", (await kernel.ExchangeAsync("many_interrupts", "cell")).Status);
        Assert.Equal("6", (await kernel.ExchangeAsync("many_interrupts", "after")).Result);
    }
}
