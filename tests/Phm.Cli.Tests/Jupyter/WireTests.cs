namespace Phm.Cli.Tests.Jupyter;

/// <summary>Bytes that no client of good will sends: the kernel says what it dropped, and lives.</summary>
[Trait("Category", "Jupyter")]
public sealed class WireTests(WireTests.Script kernel) : IClassFixture<WireTests.Script>
{
    private const long Megabyte = 1_000_000;

    public sealed class Script() : KernelScript("wire");

    [Theory]
    [InlineData("wrong_signature", "signature is wrong")]
    [InlineData("replay", "has come before")]
    [InlineData("malformed_json", "no JSON")]
    [InlineData("wrong_types", "'code' is of the wrong type")]
    [InlineData("unknown_type", "make_coffee_request")]
    [InlineData("wrong_frames", "no delimiter")]
    [InlineData("no_zmtp", "does not speak ZMTP")]
    public async Task A_message_that_is_none_is_dropped_and_logged(string scenario, string logged)
    {
        var result = await kernel.ResultAsync(scenario);

        Assert.Contains(logged, result["log"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", result["log"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("2", new Exchange(result["after"]!).Result);
    }

    [Fact]
    public async Task A_message_of_a_wrong_signature_is_never_executed() => Assert.False((await kernel.ResultAsync("wrong_signature"))["forged"]!.GetValue<bool>());

    [Fact]
    public async Task A_message_that_comes_three_times_is_executed_once() => Assert.Equal(1, (await kernel.ResultAsync("replay"))["times"]!.GetValue<int>());

    [Theory]
    [InlineData("with_buffers")]
    [InlineData("lost_connection")]
    public async Task What_is_odd_and_allowed_harms_nothing(string scenario) => Assert.Equal("2", (await kernel.ExchangeAsync(scenario, "after")).Result);

    /// <summary>What waits for it is bounded and reached in the first half, so the second half of 100 MB costs hardly anything.</summary>
    [Fact]
    public async Task A_subscriber_that_never_reads_costs_bounded_memory_and_keeps_nothing_from_the_others()
    {
        var result = await kernel.ResultAsync("silent_subscriber");

        Assert.Equal(2 * 100 * 990 * 1000, result["received"]!.GetValue<long>());
        Assert.True(result["highest"]![1]!.GetValue<long>() - result["highest"]![0]!.GetValue<long>() < 50 * Megabyte);
        Assert.Contains("drop", result["log"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("2", new Exchange(result["after"]!).Result);
    }

    [Fact]
    public async Task The_kernel_listens_where_the_connection_file_says_and_nowhere_else() =>
        Assert.Equal(Enumerable.Repeat("tcp 0100007F", 5), (await kernel.ResultAsync("only_local")).AsArray().Select(place => place!.GetValue<string>()));
}
