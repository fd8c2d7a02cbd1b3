using Phm.Jupyter.Zmtp;

namespace Phm.Jupyter.Tests.Serving;

[Collection(KernelTestGroup.Name)]
public sealed class ExecutionTests
{
    [Fact]
    public async Task A_cell_is_framed_by_busy_and_idle_and_its_outputs_come_in_order()
    {
        await using var kernel = await LiveKernel.StartAsync();
        var cell = await kernel.ExecuteAsync("Console.Write(\"a\"); display(1); Console.Error.Write(\"b\"); 2");
        Assert.Equal(["busy", "execute_input", "stream", "display_data", "stream", "execute_result", "idle"], cell.Types);
        Assert.Equal("ok", cell.Reply!.Status);
        Assert.Equal("2", cell.Result);
        Assert.Equal("stderr", (string?)cell.Published[4].Content["name"]);
        Assert.Equal(1, (int)cell.Reply.Content["execution_count"]!);
        Assert.Equal(2, (int)(await kernel.ExecuteAsync("3")).Reply!.Content["execution_count"]!);
    }

    [Fact]
    public async Task Variables_stay_and_an_error_does_not_end_the_session()
    {
        await using var kernel = await LiveKernel.StartAsync();
        await kernel.ExecuteAsync("var x = 20;");
        var failed = await kernel.ExecuteAsync("throw new InvalidOperationException(\"no\");");
        Assert.Equal("error", failed.Reply!.Status);
        Assert.Equal("System.InvalidOperationException", (string?)failed.Reply.Content["ename"]);
        Assert.Equal("no", (string?)failed.Only("error").Content["evalue"]);
        Assert.Equal(2, (int)failed.Reply.Content["execution_count"]!);
        Assert.Equal("21", (await kernel.ExecuteAsync("x + 1")).Result);
    }

    [Fact]
    public async Task A_silent_cell_publishes_nothing_and_is_not_kept()
    {
        await using var kernel = await LiveKernel.StartAsync();
        await kernel.ExecuteAsync("1");
        var silent = await kernel.ExecuteAsync("Console.Write(5); display(2); var hidden = 7; hidden", ""","silent":true,"store_history":true""");
        Assert.Equal(["busy", "idle"], silent.Types);
        Assert.Equal(1, (int)silent.Reply!.Content["execution_count"]!);
        Assert.Equal("error", (await kernel.ExecuteAsync("throw new Exception();", ""","silent":true""")).Reply!.Status);
        Assert.Equal("7", (await kernel.ExecuteAsync("hidden")).Result);
        var history = await kernel.AskAsync("history_request", """{"hist_access_type":"tail","n":10}""");
        Assert.Equal("""[[1,1,"1"],[1,2,"hidden"]]""", history.Reply!.Content["history"]!.ToJsonString());
    }

    [Fact]
    public async Task A_cell_without_history_takes_no_number()
    {
        await using var kernel = await LiveKernel.StartAsync();
        await kernel.ExecuteAsync("1");
        var unkept = await kernel.ExecuteAsync("2", ""","store_history":false""");
        Assert.Equal("2", unkept.Result);
        Assert.Equal(1, (int)unkept.Only("execute_input").Content["execution_count"]!);
        Assert.Equal(1, (int)unkept.Reply!.Content["execution_count"]!);
        Assert.Equal(2, (int)(await kernel.ExecuteAsync("3")).Reply!.Content["execution_count"]!);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public async Task A_cell_without_code_takes_no_number(string code)
    {
        await using var kernel = await LiveKernel.StartAsync();
        await kernel.ExecuteAsync("1");
        var empty = await kernel.ExecuteAsync(code);
        Assert.Equal(["busy", "execute_input", "idle"], empty.Types);
        Assert.Equal((1, 1, "ok"), ((int)empty.Only("execute_input").Content["execution_count"]!, (int)empty.Reply!.Content["execution_count"]!, empty.Reply.Status));
    }

    [Fact]
    public async Task Expressions_of_the_client_are_evaluated_one_by_one()
    {
        await using var kernel = await LiveKernel.StartAsync();
        var cell = await kernel.ExecuteAsync("var n = 6;", ""","user_expressions":{"good":"n * 7","bad":"n / (n - n)","odd":"no such thing","none":""}""");
        var values = cell.Reply!.Content["user_expressions"]!;
        Assert.Equal("""{"status":"ok","data":{"text/plain":"42"},"metadata":{}}""", values["good"]!.ToJsonString());
        Assert.Equal("System.DivideByZeroException", (string?)values["bad"]!["ename"]);
        Assert.Equal("CompilationError", (string?)values["odd"]!["ename"]);
        Assert.Equal("""{"status":"ok","data":{},"metadata":{}}""", values["none"]!.ToJsonString());
        Assert.Equal(["busy", "execute_input", "idle"], cell.Types);
    }

    [Fact]
    public async Task After_an_error_what_was_waiting_is_aborted_and_what_comes_later_runs()
    {
        await using var kernel = await LiveKernel.StartAsync();
        var failing = await kernel.SendAsync("execute_request", LiveKernel.Execution("await GetInputAsync(); throw new Exception();", ""","allow_stdin":true"""));
        await kernel.ReceiveAsync("stdin");
        var waiting = new List<string>();
        for (var i = 0; i < 3; i++) waiting.Add(await kernel.SendAsync("execute_request", LiveKernel.Execution("1")));
        var info = await kernel.SendAsync("kernel_info_request");
        Assert.True(SpinWait.SpinUntil(() => kernel.Server.Waiting == 4, TimeSpan.FromSeconds(30)));
        await kernel.SendAsync("input_reply", """{"value":""}""", "stdin");
        Assert.Equal((failing, "error"), Answer(await kernel.ReceiveAsync()));
        foreach (var id in waiting)
        {
            var aborted = await kernel.ReceiveAsync();
            Assert.Equal((id, "aborted"), Answer(aborted));
            Assert.Equal(1, (int)aborted.Content["execution_count"]!);
            Assert.Equal(2, (await kernel.PublishedAsync(id)).Count);
        }
        Assert.Equal((info, "ok"), Answer(await kernel.ReceiveAsync()));
        Assert.Equal("2", (await kernel.ExecuteAsync("2")).Result);
    }

    [Fact]
    public async Task After_an_error_all_of_a_long_queue_is_aborted_also_what_had_no_room_yet()
    {
        await using var kernel = await LiveKernel.StartAsync();
        await kernel.SendAsync("execute_request", LiveKernel.Execution("await GetInputAsync(); throw new Exception();", ""","allow_stdin":true"""));
        await kernel.ReceiveAsync("stdin");
        var (most, waiting) = (ZmtpLimits.Default.ReceiveQueueMessages, new List<string>());
        for (var i = 0; i < 2 * most; i++) waiting.Add(await kernel.SendAsync("execute_request", LiveKernel.Execution("1")));
        Assert.True(SpinWait.SpinUntil(() => kernel.Server.Waiting == most, TimeSpan.FromSeconds(30)));
        await kernel.SendAsync("input_reply", """{"value":""}""", "stdin");
        Assert.Equal("error", (await kernel.ReceiveAsync()).Status);
        foreach (var id in waiting) Assert.Equal((id, "aborted"), Answer(await kernel.ReceiveAsync()));
        Assert.Equal("2", (await kernel.ExecuteAsync("2")).Result);
    }

    [Fact]
    public async Task What_the_client_sends_when_it_has_seen_the_error_runs_though_others_are_still_being_aborted()
    {
        await using var kernel = await LiveKernel.StartAsync();
        await kernel.SendAsync("execute_request", LiveKernel.Execution("await GetInputAsync(); throw new Exception();", ""","allow_stdin":true"""));
        await kernel.ReceiveAsync("stdin");
        var waiting = new List<string>();
        for (var i = 0; i < 500; i++) waiting.Add(await kernel.SendAsync("execute_request", LiveKernel.Execution("1")));
        Assert.True(SpinWait.SpinUntil(() => kernel.Server.Waiting == waiting.Count, TimeSpan.FromSeconds(30)));
        await kernel.SendAsync("input_reply", """{"value":""}""", "stdin");
        Assert.Equal("error", (await kernel.ReceiveAsync()).Status);
        var later = await kernel.SendAsync("execute_request", LiveKernel.Execution("2"));
        foreach (var id in waiting) Assert.Equal((id, "aborted"), Answer(await kernel.ReceiveAsync()));
        Assert.Equal((later, "ok"), Answer(await kernel.ReceiveAsync()));
    }

    [Fact]
    public async Task Without_stop_on_error_what_was_waiting_runs()
    {
        await using var kernel = await LiveKernel.StartAsync();
        await kernel.SendAsync("execute_request", LiveKernel.Execution("await GetInputAsync(); throw new Exception();", ""","allow_stdin":true,"stop_on_error":false"""));
        await kernel.ReceiveAsync("stdin");
        await kernel.SendAsync("execute_request", LiveKernel.Execution("1"));
        Assert.True(SpinWait.SpinUntil(() => kernel.Server.Waiting == 1, TimeSpan.FromSeconds(30)));
        await kernel.SendAsync("input_reply", """{"value":""}""", "stdin");
        Assert.Equal("error", (await kernel.ReceiveAsync()).Status);
        Assert.Equal("ok", (await kernel.ReceiveAsync()).Status);
    }

    [Fact]
    public async Task Displays_are_updated_in_place_and_never_those_of_another_session()
    {
        await using var kernel = await LiveKernel.StartAsync();
        var cell = await kernel.ExecuteAsync("var shown = display(1); shown.Update(2);");
        var id = (string)cell.Only("display_data").Content["transient"]!["display_id"]!;
        Assert.Equal(id, (string?)cell.Only("update_display_data").Content["transient"]!["display_id"]);
        Assert.Equal("2", (string?)cell.Only("update_display_data").Content["data"]!["text/plain"]);
        Assert.Equal(id, (string?)(await kernel.ExecuteAsync("shown.Update(3);")).Only("update_display_data").Content["transient"]!["display_id"]);
        await using var successor = await LiveKernel.StartAsync();
        Assert.NotEqual(id, (string?)(await successor.ExecuteAsync("display(1);")).Only("display_data").Content["transient"]!["display_id"]);
    }

    [Fact]
    public async Task Outputs_are_cleared_at_once_or_with_the_next()
    {
        await using var kernel = await LiveKernel.StartAsync();
        var cell = await kernel.ExecuteAsync("Console.Write(1); ClearOutput(); ClearOutput(wait: true); Console.Write(2);");
        Assert.Equal(["busy", "execute_input", "stream", "clear_output", "clear_output", "stream", "idle"], cell.Types);
        Assert.Equal([false, true], cell.Published.Where(message => message.Type == "clear_output").Select(message => (bool)message.Content["wait"]!));
    }

    [Fact]
    public async Task Json_types_travel_as_json_and_texts_as_one_string()
    {
        await using var kernel = await LiveKernel.StartAsync();
        var cell = await kernel.ExecuteAsync("\"{\\\"a\\\": [1, null]}\".DisplayAs(\"application/vnd.plotly.v1+json\"); \"<b>\\n</b>\".DisplayAs(\"text/html\"); Javascript(\"1\");");
        var shown = cell.Published.Where(message => message.Type == "display_data").Select(message => message.Content["data"]!).ToArray();
        Assert.Equal("""{"a":[1,null]}""", shown[0]["application/vnd.plotly.v1+json"]!.ToJsonString());
        Assert.Equal("<b>\n</b>", (string?)shown[1]["text/html"]);
        Assert.Equal("<script type=\"text/javascript\">1</script>", (string?)shown[2]["text/html"]);
    }

    [Fact]
    public async Task Characters_of_every_kind_arrive_and_half_a_pair_does_not_break_the_message()
    {
        await using var kernel = await LiveKernel.StartAsync();
        Assert.Equal("é日😀\"\\\u0001\u2028", (await kernel.ExecuteAsync("Console.Write(\"é日😀\\\"\\\\\\u0001\\u2028\");")).Stdout);
        Assert.Equal("a\ufffdb", (await kernel.ExecuteAsync("Console.Write(\"a\\ud800b\");")).Stdout);
    }

    [Fact]
    public async Task Streams_arrive_while_the_cell_runs()
    {
        await using var kernel = await LiveKernel.StartAsync();
        var id = await kernel.SendAsync("execute_request", LiveKernel.Execution("Console.WriteLine(\"now\"); await GetInputAsync();", ""","allow_stdin":true"""));
        Assert.Equal("now\n", (string?)(await kernel.SeeAsync(id, message => message.Type == "stream")).Content["text"]);
        await kernel.ReceiveAsync("stdin");
        await kernel.SendAsync("input_reply", """{"value":""}""", "stdin");
        Assert.Equal("ok", (await kernel.ReceiveAsync()).Status);
    }

    private static (string? Id, string Status) Answer(WireMessage reply) => (reply.ParentId, reply.Status);
}
