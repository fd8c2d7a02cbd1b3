using Phm.Jupyter.Messages;
using Phm.Jupyter.Tests.Messages;

namespace Phm.Jupyter.Tests.Serving;

[Collection(KernelTestGroup.Name)]
public sealed class BadRequestTests
{
    public static TheoryData<string, string, string> Bad => new()
    {
        { "execute_request", "{}", "the field 'code' is missing" },
        { "execute_request", """{"code":1}""", "the field 'code' is of the wrong type" },
        { "execute_request", """{"code":null}""", "the field 'code' is missing" },
        { "execute_request", """{"code":"SECRET","silent":"yes"}""", "the field 'silent' is of the wrong type" },
        { "execute_request", """{"code":"SECRET\ud800"}""", "the field 'code' holds characters that are none" },
        { "execute_request", """{"code":"","user_expressions":[]}""", "the field 'user_expressions' is of the wrong type" },
        { "execute_request", """{"code":"","user_expressions":{"a":1}}""", "the field 'user_expressions' is of the wrong type" },
        { "complete_request", """{"code":"SECRET","cursor_pos":-1}""", "the field 'cursor_pos' is negative" },
        { "complete_request", """{"code":"SECRET","cursor_pos":1e99}""", "the field 'cursor_pos' is no whole number of 32 bits" },
        { "complete_request", """{"code":"SECRET","cursor_pos":99999999999999999999}""", "the field 'cursor_pos' is no whole number of 32 bits" },
        { "inspect_request", """{"code":"SECRET","cursor_pos":"3"}""", "the field 'cursor_pos' is of the wrong type" },
        { "is_complete_request", "{}", "the field 'code' is missing" },
        { "history_request", """{"hist_access_type":"SECRET"}""", "the field 'hist_access_type' is none of tail, range and search" },
        { "history_request", """{"hist_access_type":"tail","n":[]}""", "the field 'n' is of the wrong type" },
        { "shutdown_request", """{"restart":1}""", "the field 'restart' is of the wrong type" },
        { "execute_request", """{"code":"SECRET","\ud800":1}""", "the name of a field holds characters that are none" },
    };

    [Fact]
    public async Task Bad_fields_are_answered_with_an_error_and_logged_without_contents()
    {
        await using var kernel = await LiveKernel.StartAsync();
        foreach (var (type, content, problem) in Bad.Select(row => row.Data))
        {
            var exchange = await kernel.AskAsync(type, content);
            Assert.Equal(("error", "MessageError", $"The request cannot be served: {problem}."),
                (exchange.Reply!.Status, (string?)exchange.Reply.Content["ename"], (string?)exchange.Reply.Content["evalue"]));
            Assert.Equal($"{type}: {problem}", kernel.Log[^1]);
        }
        Assert.DoesNotContain("SECRET", string.Concat(kernel.Log), StringComparison.Ordinal);
        Assert.Equal("2", (await kernel.ExecuteAsync("1 + 1")).Result);
    }

    [Fact]
    public async Task Unknown_types_are_framed_logged_and_left_unanswered_on_both_channels()
    {
        await using var kernel = await LiveKernel.StartAsync();
        foreach (var channel in (string[])["shell", "control"])
        {
            foreach (var type in (string[])["debug_request", "usage_request", "nonsense", "execute_reply"])
                Assert.Equal(["busy", "idle"], (await kernel.TellAsync(type, channel: channel)).Types);
        }
        Assert.Equal(8, kernel.Log.Length);
        Assert.Equal(["busy", "idle"], (await kernel.TellAsync("execute_request", LiveKernel.Execution("Console.Write(1)"), "control")).Types);
    }

    [Fact]
    public async Task Wrong_and_repeated_signatures_and_broken_messages_are_dropped_and_never_executed()
    {
        await using var kernel = await LiveKernel.StartAsync();
        using var forger = new MessageSigner("another key");
        var forged = Frames.Signed(forger, Frames.Header("execute_request"), LiveKernel.Execution("var forged = 1;"));
        var counted = Frames.Signed(kernel.Signer, Frames.Header("execute_request"), LiveKernel.Execution("Console.Write(\"ran\");"));
        await kernel.SendAsync("shell", forged);
        await kernel.SendAsync("shell", counted);
        await kernel.SendAsync("shell", counted);
        await kernel.SendAsync("shell", [Frames.Of("<IDS|MSG>")]);
        await kernel.SendAsync("shell", [Frames.Of("<IDS|MSG"), .. counted[1..]]);
        await kernel.SendAsync("shell", Frames.Signed(kernel.Signer, Frames.Header("execute_request"), "[1]"));
        Assert.Equal("ok", (await kernel.ReceiveAsync()).Status);
        await kernel.SendAsync("control", counted);
        Assert.Equal("error", (await kernel.ExecuteAsync("forged")).Reply!.Status);
        Assert.True(SpinWait.SpinUntil(() => kernel.Log.Length == 6, TimeSpan.FromSeconds(30)), string.Join('\n', kernel.Log));
        Assert.Equal(
            [
                "control: a message was dropped because it has come before",
                "shell: a message was dropped because it has come before",
                "shell: a message was dropped because it has no delimiter",
                "shell: a message was dropped because it has too few frames",
                "shell: a message was dropped because its content is no JSON object",
                "shell: a message was dropped because its signature is wrong",
            ],
            kernel.Log.Order(StringComparer.Ordinal));
        Assert.Equal("2", (await kernel.ExecuteAsync("1 + 1")).Result);
        Assert.Equal(4, (int)(await kernel.ExecuteAsync("1")).Reply!.Content["execution_count"]!);
    }

    [Fact]
    public async Task Without_a_key_the_operator_is_warned_and_messages_are_unsigned()
    {
        await using var kernel = await LiveKernel.StartAsync(key: "");
        Assert.Contains("no key", Assert.Single(kernel.Log), StringComparison.Ordinal);
        Assert.Equal("2", (await kernel.ExecuteAsync("1 + 1")).Result);
    }

    [Fact]
    public async Task A_message_that_came_through_proxies_is_answered_along_its_way()
    {
        await using var kernel = await LiveKernel.StartAsync();
        await kernel.SendAsync("shell", [Frames.Of("far"), Frames.Of("near"), .. Frames.Signed(kernel.Signer, Frames.Header("kernel_info_request"), "{}")]);
        Assert.Equal("kernel_info_reply", (await kernel.ReceiveAsync()).Type);
    }
}
