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

    private static async Task<string> AnswerAsync(LiveKernel kernel, string id, string value)
    {
        var question = await kernel.ReceiveAsync("stdin");
        Assert.Equal(("input_request", id), (question.Type, question.ParentId));
        await kernel.SendAsync("input_reply", $$"""{"value":"{{value}}"}""", "stdin");
        return question.Content.ToJsonString();
    }
}
