namespace Phm.Cli.Tests.Jupyter;

/// <summary>Begin, restart, end.</summary>
[Trait("Category", "Jupyter")]
public sealed class SessionTests(SessionTests.Script kernel) : IClassFixture<SessionTests.Script>
{
    /// <summary>Jupyter's client ends a kernel by force that has not gone by then.</summary>
    private const double Patience = 2.5;

    public sealed class Script() : KernelScript("sessions");

    [Fact]
    public async Task A_restarted_kernel_is_a_fresh_session_that_counts_from_one()
    {
        var first = await kernel.ExchangeAsync("restart", "first");
        var fresh = await kernel.ExchangeAsync("restart", "fresh");

        Assert.Equal(("ok", 1), (first.Status, first.Count));
        Assert.Equal(("error", 2), (fresh.Status, fresh.Count));
        Assert.True((await kernel.ResultAsync("restart"))["gone"]!.GetValue<bool>());
    }

    /// <summary>The front end still shows the outputs of the former session, and would replace them.</summary>
    [Fact]
    public async Task Displays_of_a_restarted_kernel_are_not_those_of_the_former_session()
    {
        var former = (await kernel.ExchangeAsync("restart", "shown")).Only("display_data");
        var now = (await kernel.ExchangeAsync("restart", "first")).Only("display_data");

        Assert.NotEqual(former.Content["transient"]!["display_id"]!.GetValue<string>(), now.Content["transient"]!["display_id"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("shutdown")]
    [InlineData("shutdown_on_shell")]
    [InlineData("shutdown_while_busy")]
    public async Task A_kernel_that_is_told_to_end_replies_and_goes_in_good_order_in_time(string scenario)
    {
        var result = await kernel.ResultAsync(scenario);

        var reply = new KernelMessage(result["reply"]!);
        Assert.Equal(("shutdown_reply", "ok", false), (reply.Type, reply.Text("status"), reply.Content["restart"]!.GetValue<bool>()));
        Assert.Equal(0, result["exit"]!.GetValue<int>());
        Assert.InRange(result["seconds"]!.GetValue<double>(), 0, Patience);
        Assert.DoesNotContain("Unhandled", result["log"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Jupyters_manager_need_not_use_force() => Assert.Equal(0, (await kernel.ResultAsync("shutdown_by_manager"))["exit"]!.GetValue<int>());

    [Fact]
    public async Task A_kernel_that_is_terminated_goes() => Assert.True((await kernel.ResultAsync("terminated")).GetValue<bool>());

    [Theory]
    [InlineData("parent_killed")]
    [InlineData("parent_killed_while_busy")]
    public async Task A_kernel_whose_parent_is_killed_ends_by_itself(string scenario) => Assert.InRange((await kernel.ResultAsync(scenario)).GetValue<double>(), 0, 30);
}
