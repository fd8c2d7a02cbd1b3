using System.Diagnostics;
using System.Globalization;
using System.Net;
using Phm.Jupyter.Serving;
using Phm.Jupyter.Zmtp;

namespace Phm.Jupyter.Tests.Serving;

[Collection(KernelTestGroup.Name)]
public sealed class ControlTests
{
    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("while (true) { try { while (true) System.Threading.Thread.Sleep(1); } catch (Exception) { } }")]
    public async Task A_running_cell_is_interrupted_and_its_variables_stay(string code)
    {
        await using var kernel = await LiveKernel.StartAsync();
        var id = await kernel.SendAsync("execute_request", LiveKernel.Execution("var kept = 5; Console.WriteLine(\"go\"); " + code));
        await kernel.SeeAsync(id, message => message.Type == "stream");
        var interrupt = await kernel.AskAsync("interrupt_request", channel: "control");
        Assert.Equal(("ok", "busy idle"), (interrupt.Reply!.Status, string.Join(' ', interrupt.Types)));
        await kernel.AskAsync("interrupt_request", channel: "control");
        Assert.Equal("Interrupted", (string?)(await kernel.ReceiveAsync()).Content["ename"]);
        Assert.Single(await kernel.PublishedAsync(id), message => message.Type == "error");
        Assert.Equal("5", (await kernel.ExecuteAsync("kept")).Result);
    }

    [Fact]
    public async Task An_interrupt_is_not_lost_however_early_it_comes()
    {
        await using var kernel = await LiveKernel.StartAsync();
        for (var i = 0; i < 20; i++)
        {
            var id = await kernel.SendAsync("execute_request", LiveKernel.Execution("while (true) { }"));
            await kernel.SeeAsync(id, message => message.IsStatus("busy"));
            kernel.Server.Interrupt();
            Assert.Contains("\"ename\":\"Interrupted\"", (await kernel.ReceiveAsync()).Content.ToJsonString());
            Assert.Single(await kernel.PublishedAsync(id), message => message.Type == "error");
        }
    }

    [Fact]
    public async Task An_interrupt_aborts_also_the_cells_that_wait()
    {
        await using var kernel = await LiveKernel.StartAsync();
        var id = await kernel.SendAsync("execute_request", LiveKernel.Execution("Console.WriteLine(\"go\"); while (true) { }", ""","stop_on_error":false"""));
        await kernel.SeeAsync(id, message => message.Type == "stream");
        await kernel.SendAsync("execute_request", LiveKernel.Execution("1"));
        Assert.True(SpinWait.SpinUntil(() => kernel.Server.Waiting == 1, TimeSpan.FromSeconds(30)));
        await kernel.AskAsync("interrupt_request", channel: "control");
        Assert.Equal("Interrupted", (string?)(await kernel.ReceiveAsync()).Content["ename"]);
        Assert.Equal("aborted", (await kernel.ReceiveAsync()).Status);
        Assert.Equal("1", (await kernel.ExecuteAsync("1")).Result);
    }

    [Fact]
    public async Task Cells_run_before_while_and_after_the_kernel_practises()
    {
        await using var kernel = await LiveKernel.StartAsync(change: options => options with { Practises = true });
        for (var i = 0; i < 40; i++)
        {
            Assert.Equal($"{i + 1}", (await kernel.ExecuteAsync($"{i} + 1")).Result);
            // Now and then long enough for some practice.
            if (i % 10 == 0) await Task.Delay(700, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task An_interrupt_when_nothing_runs_changes_nothing()
    {
        await using var kernel = await LiveKernel.StartAsync();
        await kernel.AskAsync("interrupt_request", channel: "control");
        await kernel.AskAsync("interrupt_request", channel: "shell");
        kernel.Server.Interrupt();
        Assert.Equal("1", (await kernel.ExecuteAsync("1")).Result);
    }

    [Fact]
    public async Task Control_and_heartbeat_answer_while_a_cell_runs()
    {
        await using var kernel = await LiveKernel.StartAsync();
        var id = await kernel.SendAsync("execute_request", LiveKernel.Execution("Console.WriteLine(\"go\"); while (true) { }"));
        await kernel.SeeAsync(id, message => message.Type == "stream");
        Assert.Equal("phm", (string?)(await kernel.AskAsync("kernel_info_request", channel: "control")).Reply!.Content["implementation"]);
        await using var heart = await RequestSocket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, kernel.Server.Connection.HeartbeatPort), ZmtpLimits.Default, kernel.Overdue);
        Assert.Equal("ping"u8.ToArray(), (await heart.RequestAsync(["ping"u8.ToArray()], kernel.Overdue))[0].ToArray());
        kernel.Server.Interrupt();
        await kernel.ReceiveAsync();
    }

    [Theory]
    [InlineData("control", false)]
    [InlineData("control", true)]
    [InlineData("shell", true)]
    public async Task A_shutdown_is_answered_told_to_all_and_carried_out(string channel, bool restart)
    {
        await using var kernel = await LiveKernel.StartAsync();
        var end = await kernel.AskAsync("shutdown_request", $$"""{"restart":{{(restart ? "true" : "false")}}}""", channel);
        Assert.Equal(("ok", restart), (end.Reply!.Status, (bool)end.Reply.Content["restart"]!));
        Assert.Equal(["busy", "shutdown_reply", "idle"], end.Types);
        await kernel.Running.WaitAsync(kernel.Overdue);
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("while (true) { try { while (true) System.Threading.Thread.Sleep(1); } catch (Exception) { } }")]
    public async Task A_shutdown_waits_for_no_cell_and_runs_no_further_one(string code)
    {
        await using var kernel = await LiveKernel.StartAsync();
        var id = await kernel.SendAsync("execute_request", LiveKernel.Execution("Console.WriteLine(\"go\"); " + code));
        await kernel.SeeAsync(id, message => message.Type == "stream");
        var next = await kernel.SendAsync("execute_request", LiveKernel.Execution("Console.WriteLine(\"never\");"));
        await kernel.AskAsync("shutdown_request", channel: "control");
        await kernel.Running.WaitAsync(kernel.Overdue);
        await kernel.Server.DisposeAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => kernel.SeeAsync(next, _ => true));
    }

    [Fact]
    public async Task An_end_that_takes_too_long_is_handed_to_the_process()
    {
        var ended = new TaskCompletionSource();
        await using var kernel = await LiveKernel.StartAsync(change: options => options with { EndProcess = () => ended.TrySetResult() });
        Assert.False(ended.Task.IsCompleted);
        // The kernel is disposed, and its end complete, only after this.
        await kernel.AskAsync("shutdown_request", channel: "control");
        await ended.Task.WaitAsync(kernel.Overdue);
    }

    [Fact]
    public async Task The_kernel_ends_with_its_parent()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows hands over a handle that only a parent can make.");
        using var parent = Process.Start(new ProcessStartInfo("sleep", "600"))!;
        await using var kernel = await LiveKernel.StartAsync(change: options => options with { Parent = parent.Id.ToString(CultureInfo.InvariantCulture) });
        Assert.Equal("1", (await kernel.ExecuteAsync("1")).Result);
        Assert.False(kernel.Running.IsCompleted);
        parent.Kill();
        await kernel.Running.WaitAsync(kernel.Overdue);
    }

    [Fact]
    public async Task A_parent_that_is_none_is_told_to_the_operator()
    {
        await using var kernel = await LiveKernel.StartAsync(change: options => options with { Parent = "-7x" });
        Assert.Contains("parent process", Assert.Single(kernel.Log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_watch_of_the_parent_that_fails_is_told_to_the_operator_and_ends_nothing()
    {
        var told = new TaskCompletionSource<string>();
        ParentWatch.Start(() => throw new InvalidOperationException("secret"), () => told.TrySetException(new InvalidOperationException("The kernel was ended.")), told.SetResult);
        Assert.Equal("the parent process cannot be watched (InvalidOperationException); its end will not be noticed", await told.Task.WaitAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_in_a_sentence_and_the_others_are_given_back()
    {
        await using var kernel = await LiveKernel.StartAsync();
        var free = new ConnectionFile { ShellPort = 0, IoPubPort = 0, StdinPort = 0, ControlPort = 0, HeartbeatPort = 0 };
        var error = Assert.Throws<ConnectionFileException>(() => new KernelServer(free with { ShellPort = kernel.Server.Connection.ShellPort }));
        Assert.Contains($"127.0.0.1:{kernel.Server.Connection.ShellPort}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_that_nobody_reads_does_not_end_the_kernel()
    {
        await using var kernel = await LiveKernel.StartAsync(change: options => options with { Log = _ => throw new IOException("a broken pipe") });
        await kernel.TellAsync("nonsense");
        Assert.Equal("1", (await kernel.ExecuteAsync("1")).Result);
    }
}
