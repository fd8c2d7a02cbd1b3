using System.Text.Json.Nodes;

namespace Phm.Jupyter.Tests.Serving;

/// <summary>The messages of the protocol as they stand on the wire, kept as documents. Ids, times, ports and versions are words.</summary>
[Collection(KernelTestGroup.Name)]
public sealed class WireDocumentTests
{
    private static readonly string Version = typeof(ConnectionFile).Assembly.GetName().Version!.ToString(3);

    [Theory]
    [InlineData("kernel-info", "kernel_info_request", "{}")]
    [InlineData("comm-info", "comm_info_request", "{}")]
    [InlineData("is-complete", "is_complete_request", """{"code":"1 + 1"}""")]
    [InlineData("is-incomplete", "is_complete_request", """{"code":"if (true) {"}""")]
    [InlineData("interrupt", "interrupt_request", "{}")]
    [InlineData("shutdown", "shutdown_request", """{"restart":true}""")]
    [InlineData("inspect-nothing", "inspect_request", """{"code":"nothing_of_this_name","cursor_pos":3,"detail_level":0}""")]
    [InlineData("complete", "complete_request", """{"code":"Console.ReadKe","cursor_pos":14}""")]
    [InlineData("bad-request", "execute_request", """{"silent":false}""")]
    public async Task An_answer_stands_on_the_wire_as_its_document_says(string name, string type, string content)
    {
        await using var kernel = await LiveKernel.StartAsync();
        Matches(name, await kernel.AskAsync(type, content), (Version, "<version>"));
    }

    [Fact]
    public async Task What_is_known_of_a_name_stands_on_the_wire_as_its_document_says()
    {
        await using var kernel = await LiveKernel.StartAsync();
        // Declared here, so that the document holds no words of the framework.
        await kernel.ExecuteAsync("class Made { } Made Make() => new Made();");
        Matches("inspect", await kernel.AskAsync("inspect_request", """{"code":"Make","cursor_pos":2,"detail_level":0}"""));
    }

    [Fact]
    public async Task Aborted_requests_are_answered_as_their_document_says()
    {
        await using var kernel = await LiveKernel.StartAsync();
        await kernel.SendAsync("execute_request", LiveKernel.Execution("await GetInputAsync(); throw new Exception();", ""","allow_stdin":true"""));
        await kernel.ReceiveAsync("stdin");
        var waiting = await kernel.SendAsync("execute_request", LiveKernel.Execution("1"));
        Assert.True(SpinWait.SpinUntil(() => kernel.Server.Waiting == 1, TimeSpan.FromSeconds(30)));
        await kernel.SendAsync("input_reply", """{"value":""}""", "stdin");
        await kernel.ReceiveAsync();
        Matches("aborted", new Exchange(await kernel.ReceiveAsync(), await kernel.PublishedAsync(waiting)));
    }

    [Fact]
    public async Task Ports_are_told()
    {
        await using var kernel = await LiveKernel.StartAsync();
        var exchange = await kernel.AskAsync("connect_request");
        var ports = exchange.Reply!.Content;
        Assert.Equal(
            new[] { kernel.Server.Connection.ShellPort, kernel.Server.Connection.IoPubPort, kernel.Server.Connection.StdinPort, kernel.Server.Connection.HeartbeatPort, kernel.Server.Connection.ControlPort },
            new[] { "shell_port", "iopub_port", "stdin_port", "hb_port", "control_port" }.Select(port => (int)ports[port]!));
    }

    [Fact]
    public async Task An_executed_cell_stands_on_the_wire_as_its_document_says()
    {
        await using var kernel = await LiveKernel.StartAsync();
        var cell = await kernel.ExecuteAsync("""
            Console.Write("é <b>");
            var shown = display("old", "text/html");
            shown.Update(new[] { 1 });
            "{\"data\": [{\"x\": 1.50}]}".DisplayAs("application/vnd.plotly.v1+json");
            ClearOutput(wait: true);
            1 + 1
            """, ""","user_expressions":{"x":"6 * 7","y":"1 / (1 - 1)"}""");
        var id = (string)cell.Only("update_display_data").Content["transient"]!["display_id"]!;
        HideTraceback(cell.Reply!.Content["user_expressions"]!["y"]!.AsObject());
        Matches("execute", cell, (id.Split('-')[0], "<kernel>"));
    }

    [Fact]
    public async Task A_failed_cell_stands_on_the_wire_as_its_document_says()
    {
        await using var kernel = await LiveKernel.StartAsync();
        var cell = await kernel.ExecuteAsync("throw new InvalidOperationException(\"no\");");
        HideTraceback(cell.Only("error").Content);
        HideTraceback(cell.Reply!.Content);
        Matches("error", cell);
    }

    [Fact]
    public async Task History_stands_on_the_wire_as_its_document_says()
    {
        await using var kernel = await LiveKernel.StartAsync();
        await kernel.ExecuteAsync("1 + 1");
        await kernel.ExecuteAsync("var x = 1;");
        Matches("history", await kernel.AskAsync("history_request", """{"hist_access_type":"tail","n":5,"output":true,"raw":true}"""));
    }

    [Fact]
    public async Task An_opened_comm_is_closed_as_its_document_says()
    {
        await using var kernel = await LiveKernel.StartAsync();
        Matches("comm-open", await kernel.TellAsync("comm_open", """{"comm_id":"c1","target_name":"jupyter.widget","data":{}}"""));
        Assert.Equal(["busy", "idle"], (await kernel.TellAsync("comm_msg", """{"comm_id":"c1","data":{}}""")).Types);
        Assert.Equal(["busy", "idle"], (await kernel.TellAsync("comm_close", """{"comm_id":"c1","data":{}}""")).Types);
    }

    [Fact]
    public async Task A_question_stands_on_the_wire_as_its_document_says()
    {
        await using var kernel = await LiveKernel.StartAsync();
        await kernel.SendAsync("execute_request", LiveKernel.Execution("await GetPasswordAsync(\"word?\");", ""","allow_stdin":true"""));
        Expectation.Matches("input.json", WireMessage.Document([await kernel.ReceiveAsync("stdin")]));
        kernel.Server.Interrupt();
        await kernel.ReceiveAsync();
    }

    [Fact]
    public async Task Headers_hold_a_time_of_the_protocol_one_session_and_ids_of_their_own()
    {
        await using var kernel = await LiveKernel.StartAsync();
        var cell = await kernel.ExecuteAsync("1");
        WireMessage[] all = [.. cell.Published, cell.Reply!];
        Assert.Equal(all.Length, all.Select(message => (string)message.Header["msg_id"]!).Distinct().Count());
        Assert.Single(all.Select(message => (string)message.Header["session"]!).Distinct());
        Assert.All(all, message => Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$", (string)message.Header["date"]!));
        Assert.All(all, message => Assert.Equal("5.3", (string)message.Header["version"]!));
    }

    private static void HideTraceback(JsonObject content) => content["traceback"] = new JsonArray("<lines for a reader>");

    private static void Matches(string name, Exchange exchange, params (string, string)[] replacements) =>
        Expectation.Matches(name + ".json", WireMessage.Document([.. exchange.Published, .. exchange.Reply is { } reply ? [reply] : Array.Empty<WireMessage>()], replacements));
}
