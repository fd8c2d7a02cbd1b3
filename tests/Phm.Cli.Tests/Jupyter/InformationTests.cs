namespace Phm.Cli.Tests.Jupyter;

/// <summary>Questions about the kernel itself, comms, and the control channel.</summary>
[Trait("Category", "Jupyter")]
public sealed class InformationTests(InformationTests.Script kernel) : IClassFixture<InformationTests.Script>
{
    public sealed class Script() : KernelScript("information");

    [Theory]
    [InlineData("shell")]
    [InlineData("control")]
    public async Task The_kernel_introduces_itself_on_both_channels(string channel)
    {
        var answer = await kernel.ExchangeAsync("kernel_info", channel);

        var info = answer.Reply.Content;
        Assert.Equal((channel, "kernel_info_reply", "ok"), (answer.Reply.Channel, answer.Reply.Type, answer.Status));
        Assert.StartsWith("5.", info["protocol_version"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.All(["implementation", "implementation_version", "banner"], field => Assert.NotEmpty(info[field]!.GetValue<string>()));
        Assert.Equal(("C#", ".cs", "text/x-csharp"), (info["language_info"]!["name"]!.GetValue<string>(), info["language_info"]!["file_extension"]!.GetValue<string>(), info["language_info"]!["mimetype"]!.GetValue<string>()));
        Assert.NotEmpty(info["language_info"]!["version"]!.GetValue<string>());
    }

    public static TheoryData<string, string> Requests => new()
    {
        { "kernel_info", "shell" }, { "kernel_info", "control" }, { "connection", "asked" }, { "comm_info", "all" }, { "comm_info", "one" }, { "interrupt_when_idle", "interrupt" }, { "control_while_busy", "info" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Every_request_is_framed_by_busy_and_idle_and_replied_once(string scenario, string part)
    {
        var answer = await kernel.ExchangeAsync(scenario, part);

        Assert.Equal(["busy", "idle"], answer.States);
        Assert.Empty(answer.Outputs);
        Assert.Equal((1, "ok"), (answer.Replies, answer.Status));
        Assert.True(answer.Published[0].Date <= answer.Reply.Date && answer.Reply.Date <= answer.Published[1].Date);
    }

    [Fact]
    public async Task The_kernel_names_the_ports_of_its_connection_file()
    {
        var connection = await kernel.ResultAsync("connection");

        var ports = new Exchange(connection["asked"]!).Reply.Content;
        Assert.All(connection["file"]!.AsObject(), port => Assert.Equal(port.Value!.GetValue<int>(), ports[port.Key]!.GetValue<int>()));
    }

    [Fact]
    public async Task There_are_no_comms()
    {
        Assert.Equal("{}", (await kernel.ExchangeAsync("comm_info", "all")).Reply.Content["comms"]!.ToJsonString());
        Assert.Equal("{}", (await kernel.ExchangeAsync("comm_info", "one")).Reply.Content["comms"]!.ToJsonString());
    }

    [Fact]
    public async Task A_comm_that_nobody_takes_is_closed_again_and_not_replied()
    {
        var messages = (await kernel.ResultAsync("comm_open"))["published"]!.AsArray().Select(message => new KernelMessage(message!)).ToList();

        Assert.Equal(["status", "comm_close", "status"], messages.Select(message => message.Type));
        Assert.Equal("some-comm", messages[1].Text("comm_id"));
        Assert.Equal("2", (await kernel.ExchangeAsync("comm_open", "after")).Result);
    }

    [Fact]
    public async Task Messages_for_a_comm_that_is_not_there_harm_nothing()
    {
        var result = await kernel.ResultAsync("comm_message");

        Assert.Equal("""[["busy","idle"],["busy","idle"]]""", result["states"]!.ToJsonString());
        Assert.Equal("2", new Exchange(result["after"]!).Result);
    }

    [Fact]
    public async Task An_interrupt_of_an_idle_kernel_harms_nothing() => Assert.Equal("11", (await kernel.ExchangeAsync("interrupt_when_idle", "after")).Result);

    [Fact]
    public async Task The_control_channel_answers_while_a_cell_runs() => Assert.False((await kernel.ResultAsync("control_while_busy"))["done"]!.GetValue<bool>());

    [Fact]
    public async Task The_heartbeat_echoes_whatever_it_gets() => Assert.All((await kernel.ResultAsync("heartbeat")).AsArray(), echo => Assert.True(echo!.GetValue<bool>()));
}
