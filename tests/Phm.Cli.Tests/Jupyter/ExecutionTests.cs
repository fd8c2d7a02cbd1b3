namespace Phm.Cli.Tests.Jupyter;

/// <summary>Cells: results, errors, counts, quiet ones.</summary>
[Trait("Category", "Jupyter")]
public sealed class ExecutionTests(ExecutionTests.Script kernel) : IClassFixture<ExecutionTests.Script>
{
    public sealed class Script() : KernelScript("execution");

    [Fact]
    public async Task A_trailing_expression_is_the_result_under_the_number_of_its_cell()
    {
        var cell = await kernel.ExchangeAsync("counts", "second");

        Assert.Equal(("ok", 2, "10"), (cell.Status, cell.Count, cell.Result));
        Assert.Equal(["execute_result"], cell.Outputs);
        Assert.Equal(2, cell.Only("execute_result").Content["execution_count"]!.GetValue<int>());
        Assert.Equal(("a * 2", 2), (cell.Only("execute_input").Text("code"), cell.Only("execute_input").Content["execution_count"]!.GetValue<int>()));
        Assert.Equal(("{}", "[]"), (cell.Reply.Content["user_expressions"]!.ToJsonString(), cell.Reply.Content["payload"]!.ToJsonString()));
    }

    [Fact]
    public async Task A_cell_is_echoed_and_framed_by_busy_and_idle()
    {
        var cell = await kernel.ExchangeAsync("counts", "second");

        Assert.Equal(["status", "execute_input", "execute_result", "status"], cell.Published.Select(message => message.Type));
        Assert.Equal(["busy", "idle"], cell.States);
        Assert.Equal(1, cell.Replies);
    }

    [Fact]
    public async Task Outputs_are_made_before_the_reply_and_idle_after_it()
    {
        var cell = await kernel.ExchangeAsync("exception");

        var dates = cell.Published.SkipLast(1).Append(cell.Reply).Append(cell.Published[^1]).Select(message => message.Date).ToList();
        Assert.Equal(dates.Order(), dates);
    }

    [Fact]
    public async Task Every_message_names_the_request_that_it_belongs_to()
    {
        var cell = await kernel.ExchangeAsync("exception");

        Assert.All(cell.Published.Append(cell.Reply), message => Assert.Equal((cell.Id, "execute_request"), (message.Parent["msg_id"]!.GetValue<string>(), message.Parent["msg_type"]!.GetValue<string>())));
        Assert.Single(cell.Published.Append(cell.Reply).Select(message => message.Parent.ToJsonString()).Distinct());
    }

    [Fact]
    public async Task Every_message_has_an_id_of_its_own_a_date_and_the_version_of_the_protocol()
    {
        var headers = (await kernel.ResultAsync("everything_heard")).AsArray().Select(header => header!).ToList();

        Assert.Equal(headers.Count, headers.Select(header => header["msg_id"]!.GetValue<string>()).Distinct().Count());
        Assert.All(headers, header => Assert.NotNull(header["date"]));
        Assert.All(headers, header => Assert.StartsWith("5.", header["version"]!.GetValue<string>(), StringComparison.Ordinal));
        Assert.Single(headers.Select(header => header["session"]!.GetValue<string>()).Distinct());
    }

    [Fact]
    public async Task A_silent_cell_publishes_nothing_and_takes_no_number()
    {
        var cell = await kernel.ExchangeAsync("counts", "quiet");

        Assert.Equal("ok", cell.Status);
        Assert.Equal(["status", "status"], cell.Published.Select(message => message.Type));
        Assert.Equal(("6", "7", 3), ((await kernel.ExchangeAsync("counts", "unkept")).Result, (await kernel.ExchangeAsync("counts", "last")).Result, (await kernel.ExchangeAsync("counts", "last")).Count));
    }

    [Fact]
    public async Task A_silent_cell_keeps_its_output_displays_and_failure_to_itself()
    {
        var chatty = await kernel.ExchangeAsync("quiet_and_chatty");
        var failing = await kernel.ExchangeAsync("quiet_and_failing");

        Assert.Equal(("ok", "error"), (chatty.Status, failing.Status));
        Assert.Empty(chatty.Outputs);
        Assert.Empty(failing.Outputs);
    }

    [Fact]
    public async Task A_cell_that_is_not_to_be_kept_shows_its_result_and_takes_no_number() =>
        Assert.Equal((2, 3), ((await kernel.ExchangeAsync("counts", "unkept")).Count, (await kernel.ExchangeAsync("counts", "last")).Count));

    [Fact]
    public async Task An_exception_is_one_error_after_what_was_written_and_says_where()
    {
        var cell = await kernel.ExchangeAsync("exception");

        Assert.Equal(["stream", "error"], cell.Outputs);
        Assert.Equal([("stdout", "before\n")], cell.Streams);
        RequireErrorIsReplied(cell);
        Assert.Equal("as meant", cell.Reply.Text("evalue"));
        Assert.Contains("InvalidOperationException", cell.Reply.Text("ename"), StringComparison.Ordinal);
        Assert.Contains("line 2", cell.Reply.Content["traceback"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("does_not_compile", "CS0029")]
    [InlineData("unknown_directive", "#!nonsense")]
    public async Task A_cell_that_cannot_run_is_one_error_and_nothing_beside_it(string scenario, string message)
    {
        var cell = await kernel.ExchangeAsync(scenario);

        Assert.Equal(["error"], cell.Outputs);
        RequireErrorIsReplied(cell);
        Assert.Contains(message, cell.Reply.Text("evalue"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Expressions_of_the_front_end_are_evaluated_each_for_itself_after_the_cell()
    {
        var cell = await kernel.ExchangeAsync("expressions");

        var values = cell.Reply.Content["user_expressions"]!;
        Assert.Equal("ok", cell.Status);
        Assert.Equal(("ok", "43"), (values["sum"]!["status"]!.GetValue<string>(), values["sum"]!["data"]!["text/plain"]!.GetValue<string>()));
        Assert.Equal("Wealdshire", values["text"]!["data"]!["text/plain"]!.GetValue<string>());
        Assert.Equal("error", values["bad"]!["status"]!.GetValue<string>());
        Assert.All(["ename", "evalue", "traceback"], field => Assert.NotNull(values["bad"]![field]));
        Assert.Empty(cell.Outputs);
    }

    [Fact]
    public async Task A_cell_without_code_succeeds_and_shows_nothing()
    {
        foreach (var name in new[] { "empty", "blank", "comment" })
        {
            var cell = await kernel.ExchangeAsync("nothing", name);
            Assert.Equal("ok", cell.Status);
            Assert.Empty(cell.Outputs);
        }
        Assert.Equal("2", (await kernel.ExchangeAsync("nothing", "after")).Result);
    }

    [Fact]
    public async Task A_statement_shows_nothing_and_an_awaited_value_is_shown()
    {
        Assert.Empty((await kernel.ExchangeAsync("statement_only")).Outputs);
        Assert.Equal("12", (await kernel.ExchangeAsync("awaits")).Result);
    }

    [Fact]
    public async Task Text_of_all_languages_comes_back_as_it_was_sent_and_null_shows_as_null()
    {
        Assert.Equal("😀 é 漢字", (await kernel.ExchangeAsync("emoji")).Result);
        Assert.Equal("<null>", (await kernel.ExchangeAsync("null_result")).Result);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_in_a_result_is_replaced_and_harms_nothing()
    {
        Assert.Equal("a\ufffd b", (await kernel.ExchangeAsync("lone_surrogate", "shown")).Result);
        Assert.Equal("2", (await kernel.ExchangeAsync("lone_surrogate", "after")).Result);
    }

    [Fact]
    public async Task A_request_with_its_code_alone_is_executed_by_the_defaults() => Assert.Equal("42", (await kernel.ExchangeAsync("missing_fields")).Result);

    [Theory]
    [InlineData("thread")]
    [InlineData("work_item")]
    [InlineData("timer")]
    [InlineData("async_void")]
    public async Task A_thread_that_fails_does_not_take_the_session_with_it(string kind)
    {
        Assert.Equal("ok", (await kernel.ExchangeAsync("failing_threads", kind)).Status);
        Assert.Equal("42", (await kernel.ExchangeAsync("failing_threads", "after")).Result);
    }

    [Fact]
    public async Task What_a_failing_thread_died_of_is_told() =>
        Assert.Contains("on a thread", Assert.Single((await kernel.ExchangeAsync("failing_threads", "thread")).Streams, stream => stream.Name == "stderr").Text, StringComparison.Ordinal);

    private static void RequireErrorIsReplied(Exchange cell)
    {
        var published = cell.Only("error").Content;
        Assert.Equal("error", cell.Status);
        Assert.Equal(1, cell.Replies);
        Assert.All(["ename", "evalue", "traceback"], field => Assert.Equal(published[field]!.ToJsonString(), cell.Reply.Content[field]!.ToJsonString()));
        Assert.True(cell.Count > 0);
    }
}
