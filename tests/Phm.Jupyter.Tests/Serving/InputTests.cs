using Phm.Jupyter.Tests.Messages;

namespace Phm.Jupyter.Tests.Serving;

[Collection(KernelTestGroup.Name)]
public sealed class InputTests
{
    private const string AllowsInput = ""","allow_stdin":true""";

    [Fact]
    public async Task A_question_goes_to_the_asking_client_and_its_answer_comes_back()
    {
        await using var kernel = await LiveKernel.StartAsync();
        var id = await kernel.SendAsync("execute_request", LiveKernel.Execution("$\"{await GetInputAsync(\"name?\")} {await GetPasswordAsync(\"word?\")} {Console.ReadLine()}\"", AllowsInput));
        Assert.Equal("""{"prompt":"name?","password":false}""", await AnswerAsync(kernel, id, "Ada"));
        Assert.Equal("""{"prompt":"word?","password":true}""", await AnswerAsync(kernel, id, "x😀"));
        Assert.Equal("""{"prompt":"","password":false}""", await AnswerAsync(kernel, id, "last"));
        Assert.Equal("ok", (await kernel.ReceiveAsync()).Status);
        Assert.Equal("Ada x😀 last", new Exchange(null, await kernel.PublishedAsync(id)).Result);
    }

    [Fact]
    public async Task A_front_end_that_takes_no_input_is_never_asked()
    {
        await using var kernel = await LiveKernel.StartAsync();
        foreach (var code in (string[])["await GetInputAsync(\"?\")", "await GetPasswordAsync()", "Console.ReadLine()"])
        {
            var cell = await kernel.ExecuteAsync(code, ""","allow_stdin":false""");
            Assert.Contains("this front end takes no input", (string?)cell.Only("error").Content["evalue"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Answers_to_questions_that_are_not_open_are_ignored()
    {
        await using var kernel = await LiveKernel.StartAsync();
        await kernel.SendAsync("input_reply", """{"value":"early"}""", "stdin");
        Assert.True(SpinWait.SpinUntil(() => kernel.Log.Length == 1, TimeSpan.FromSeconds(30)));
        var id = await kernel.SendAsync("execute_request", LiveKernel.Execution("await GetInputAsync()", AllowsInput));
        var question = await kernel.ReceiveAsync("stdin");
        await kernel.SendAsync("input_reply", """{"value":"stale"}""", "stdin", """{"msg_id":"another"}""");
        await kernel.SendAsync("input_reply", """{"value":5}""", "stdin");
        await kernel.SendAsync("comm_msg", """{"value":"no answer"}""", "stdin");
        await using var stranger = await kernel.DealAsync("stdin", "stranger");
        await stranger.SendAsync(Frames.Signed(kernel.Signer, Frames.Header("input_reply"), """{"value":"strange"}"""), kernel.Overdue);
        Assert.True(SpinWait.SpinUntil(() => kernel.Log.Length == 5, TimeSpan.FromSeconds(30)));
        await kernel.SendAsync("input_reply", """{"value":"right"}""", "stdin", question.Header.ToJsonString());
        Assert.Equal("right", new Exchange(null, await kernel.PublishedAsync(id)).Result);
        Assert.DoesNotContain(kernel.Log, line => line.Contains("stale", StringComparison.Ordinal) || line.Contains("early", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_interrupt_ends_the_wait_and_a_late_answer_reaches_no_later_question()
    {
        await using var kernel = await LiveKernel.StartAsync();
        foreach (var code in (string[])["await GetInputAsync();", "Console.ReadLine();"])
        {
            await kernel.SendAsync("execute_request", LiveKernel.Execution(code, AllowsInput));
            var question = await kernel.ReceiveAsync("stdin");
            Assert.Equal("ok", (await kernel.AskAsync("interrupt_request", channel: "control")).Reply!.Status);
            Assert.Equal("Interrupted", (string?)(await kernel.ReceiveAsync()).Content["ename"]);
            var later = await kernel.SendAsync("execute_request", LiveKernel.Execution("await GetInputAsync()", AllowsInput));
            await kernel.ReceiveAsync("stdin");
            await kernel.SendAsync("input_reply", """{"value":"late"}""", "stdin", question.Header.ToJsonString());
            await kernel.SendAsync("input_reply", """{"value":"new"}""", "stdin");
            Assert.Equal("ok", (await kernel.ReceiveAsync()).Status);
            Assert.Equal("new", new Exchange(null, await kernel.PublishedAsync(later)).Result);
        }
    }

    [Fact]
    public async Task What_a_cell_does_after_an_interrupted_question_delays_no_answer_to_the_interrupt()
    {
        using var go = new ManualResetEvent(false);
        AppContext.SetData(nameof(InputTests), go);
        await using var kernel = await LiveKernel.StartAsync();
        var wait = $"((System.Threading.ManualResetEvent)AppContext.GetData(\"{nameof(InputTests)}\")).WaitOne();";
        await kernel.SendAsync("execute_request", LiveKernel.Execution($"await Task.Run(async () => {{ try {{ await GetInputAsync(); }} finally {{ {wait} }} }});", AllowsInput));
        await kernel.ReceiveAsync("stdin");
        try
        {
            Assert.Equal("ok", (await kernel.AskAsync("interrupt_request", channel: "control")).Reply!.Status);
        }
        finally
        {
            go.Set();
        }
        Assert.Equal("Interrupted", (string?)(await kernel.ReceiveAsync()).Content["ename"]);
    }

    [Fact]
    public async Task Questions_that_a_cell_asks_at_once_are_put_one_after_another()
    {
        await using var kernel = await LiveKernel.StartAsync();
        var id = await kernel.SendAsync("execute_request", LiveKernel.Execution("var a = GetInputAsync(\"a\"); var b = GetInputAsync(\"b\"); $\"{await b} {await a}\"", AllowsInput));
        Assert.Contains("\"a\"", await AnswerAsync(kernel, id, "1"), StringComparison.Ordinal);
        Assert.Contains("\"b\"", await AnswerAsync(kernel, id, "2"), StringComparison.Ordinal);
        Assert.Equal("2 1", new Exchange(null, await kernel.PublishedAsync(id)).Result);
    }

    [Fact]
    public async Task Questions_that_a_cell_leaves_unanswered_end_with_it_and_hold_up_no_later_one()
    {
        await using var kernel = await LiveKernel.StartAsync();
        await kernel.ExecuteAsync("var a = GetInputAsync(\"a\"); var b = GetInputAsync(\"b\");", AllowsInput);
        Assert.Equal("a", (string?)(await kernel.ReceiveAsync("stdin")).Content["prompt"]);
        var id = await kernel.SendAsync("execute_request", LiveKernel.Execution("var c = await GetInputAsync(\"c\"); $\"{c} {a.IsCanceled} {b.IsCanceled}\"", AllowsInput));
        Assert.Contains("\"c\"", await AnswerAsync(kernel, id, "3"), StringComparison.Ordinal);
        Assert.Equal("3 True True", new Exchange(null, await kernel.PublishedAsync(id)).Result);
    }

    private static async Task<string> AnswerAsync(LiveKernel kernel, string id, string value)
    {
        var question = await kernel.ReceiveAsync("stdin");
        Assert.Equal(("input_request", id), (question.Type, question.ParentId));
        await kernel.SendAsync("input_reply", $$"""{"value":"{{value}}"}""", "stdin");
        return question.Content.ToJsonString();
    }
}
