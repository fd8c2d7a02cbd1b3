using System.Diagnostics;
using Phm.Notebook.Execution;

namespace Phm.Notebook.Tests.Execution;

public sealed class StoppingTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    [InlineData("Task.Delay(-1).Wait();")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("await Task.Delay(1); while (true) { }")]
    [InlineData("new System.Threading.ManualResetEvent(false).WaitOne();")]
    [InlineData("while (true) try { while (true) { } } catch (Exception) { }")]
    [InlineData("while (true) try { System.Threading.Thread.Sleep(1000); } catch (Exception) { }")]
    [InlineData("Enumerable.Repeat(1, int.MaxValue).Select(n => { while (true) { } return n; })")]
    [InlineData("while (true) Console.WriteLine(1);")]
    [InlineData("for (;;) ;")]
    [InlineData("do System.Threading.Thread.Sleep(1); while (true);")]
    [InlineData("foreach (var i in Enumerable.Repeat(1, int.MaxValue)) foreach (var j in Enumerable.Repeat(1, int.MaxValue)) kept = 42;")]
    [InlineData("again: kept = 42; goto again;")]
    [InlineData("string s; while (true) s = new string('a', 100);")]
    [InlineData("bool Odd(int n) { return n % 2 == 1; } Enumerable.Range(0, int.MaxValue).Count(n => Odd(n) && Odd(n + 1))")]
    [InlineData("await Task.Run(() => { while (true) { } });")]
    [InlineData("Parallel.For(0, 4, i => { while (true) { } });")]
    [InlineData("var thread = new System.Threading.Thread(() => { while (true) { } }); thread.Start(); thread.Join();")]
    [InlineData("Enumerable.Range(0, int.MaxValue).Where(x => true).Select(x => (long)x).Where(x => x < 0).ToList()")]
    [InlineData("var first = 0; int Next(int n) => n + first; Enumerable.Range(0, int.MaxValue).Aggregate(0L, (sum, n) => sum + Next(n) - n + Enumerable.Repeat(0, 1000).Count(x => x > 0))")]
    [InlineData("int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2);\nFib(90)")]
    [InlineData("class Deep { public static int Of(int n) => n < 2 ? n : Of(n - 1) + Half(n); static int Half(int n) => Of(n - 2); }\nDeep.Of(90)")]
    [InlineData("class Spin { public static void Run() { while (true) { } } }\nSpin.Run();")]
    public async Task Code_that_does_not_co_operate_is_stopped_and_variables_are_kept(string endless)
    {
        using var live = new LiveSession();
        var clock = Stopwatch.StartNew();
        var cell = await live.RunAsync(new CellRequest("var kept = 41; kept++;\n" + endless) { Timeout = Short });
        Assert.Equal(CellStatus.TimedOut, cell.Result.Status);
        Assert.Equal("CellTimeout", cell.Error.Name);
        Assert.Contains("longer than 0.3 s", cell.Error.Message, StringComparison.Ordinal);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(15), $"took {clock.Elapsed}");
        Assert.Equal("42", (await live.RunAsync("kept")).Text);
    }

    [Fact]
    public async Task Tasks_that_keep_every_thread_of_the_pool_busy_are_stopped()
    {
        using var live = new LiveSession();
        using var stop = new CancellationTokenSource();
        var clock = Stopwatch.StartNew();
        // The display leaves on the cell's own thread, and another that is not of the pool stops the cell: as a kernel's threads do.
        var cell = await live.Session.ExecuteAsync(
            new CellRequest("var kept = 42; for (var i = 0; i < 400; i++) _ = Task.Run(() => { while (true) { } }); display(kept); Task.Run(() => { }).Wait();"),
            _ => new Thread(stop.Cancel).Start(),
            stop.Token);
        Assert.Equal(CellStatus.Cancelled, cell.Status);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"took {clock.Elapsed}");
        Assert.Equal("42", (await live.RunAsync("kept")).Text);
    }

    [Fact]
    public async Task A_loop_in_a_loaded_script_is_stopped()
    {
        using var live = new LiveSession(new SessionOptions { StopGrace = TimeSpan.FromSeconds(30) });
        live.Folder.File("spin.csx", "void Spin(bool[] on)\n{\n    while (on[0]) { }\n}");
        var cell = await live.RunAsync(new CellRequest("#load \"spin.csx\"\nSpin([true]);") { Timeout = Short });
        Assert.Equal(CellStatus.TimedOut, cell.Result.Status);
        Assert.True(cell.Result.Duration < TimeSpan.FromSeconds(15), $"took {cell.Result.Duration}");
    }

    [Fact]
    public async Task An_abandoned_cell_does_not_slow_the_loops_of_later_ones()
    {
        if (OperatingSystem.IsWindows()) return;
        using var live = new LiveSession(new SessionOptions { StopGrace = TimeSpan.FromMilliseconds(200) });
        var abandoned = await live.RunAsync(new CellRequest("object o = 0; var count = Enumerable.Repeat(o, int.MaxValue).LongCount(\"\".Equals);") { Timeout = Short });
        Assert.Equal(CellStatus.TimedOut, abandoned.Result.Status);
        var later = await live.RunAsync(new CellRequest("long n = 0; for (var i = 0; i < 50_000_000; i++) n += i; n") { Timeout = TimeSpan.FromSeconds(30) });
        Assert.Equal("1249999975000000", later.Text);
    }

    /// <summary>The stopped cell has ended long before its thread comes to its loop.</summary>
    [Fact]
    public async Task A_thread_that_a_stopped_cell_left_behind_stops_too()
    {
        using var live = new LiveSession();
        await live.RunAsync("class Left { public static volatile int Turns; public static readonly System.Threading.ManualResetEventSlim Go = new(), Began = new(); }");
        var stopped = await live.RunAsync(new CellRequest(
            """
            new System.Threading.Thread(() => { Left.Go.Wait(); Left.Began.Set(); while (true) Left.Turns++; }).Start();
            while (true) { }
            """) { Timeout = Short });
        Assert.Equal(CellStatus.TimedOut, stopped.Result.Status);
        await live.RunAsync("1 + 1");

        var later = await live.RunAsync("Left.Go.Set(); Left.Began.Wait(); await Task.Delay(300); var turns = Left.Turns; await Task.Delay(300); Left.Turns - turns");

        Assert.Equal("0", later.Text);
    }

    [Fact]
    public async Task Cancellation_stops_a_cell_and_the_session_goes_on()
    {
        using var live = new LiveSession();
        using var source = new CancellationTokenSource();
        // Cancelled by what the cell shows, so never before it runs.
        var result = await live.Session.ExecuteAsync("var kept = 1; kept = 2; Console.Write(kept); while (true) { }", _ => source.Cancel(), source.Token);
        Assert.Equal(CellStatus.Cancelled, result.Status);
        Assert.Equal("Interrupted", result.Error!.Name);
        Assert.Equal("2", (await live.RunAsync("kept")).Text);
    }

    [Fact]
    public async Task An_interrupt_stops_the_running_cell_only()
    {
        using var live = new LiveSession();
        Assert.False(live.Session.Interrupt());
        var running = live.RunAsync("while (true) { }");
        while (!live.Session.Interrupt()) await Task.Delay(10, TestContext.Current.CancellationToken);
        Assert.Equal(CellStatus.Cancelled, (await running).Result.Status);
        Assert.Equal("1", (await live.RunAsync("1")).Text);
    }

    [Fact]
    public async Task A_cell_that_cannot_be_stopped_is_abandoned_after_its_grace()
    {
        using var live = new LiveSession(new SessionOptions { StopGrace = TimeSpan.FromMilliseconds(200) });
        var cell = await live.RunAsync(new CellRequest("var loop = true; try { } finally { while (loop) { } Console.Write(\"late\"); }") { Timeout = Short });
        Assert.Equal(CellStatus.TimedOut, cell.Result.Status);
        Assert.Equal("", (await live.RunAsync("loop = false; await Task.Delay(100);")).Stdout);
    }

    [Fact]
    public async Task An_abandoned_cell_that_ends_takes_nothing_of_later_cells_with_it()
    {
        using var live = new LiveSession(new SessionOptions { StopGrace = TimeSpan.FromMilliseconds(200) });
        await live.RunAsync("""
            using System.Threading;
            var (gate, left) = (new ManualResetEventSlim(), new ManualResetEventSlim());
            var isOpen = typeof(ManualResetEventSlim).GetProperty("IsSet").GetMethod.CreateDelegate<Func<ManualResetEventSlim, bool>>();
            """);
        // A loop of the framework's own in a finally block can be stopped by nothing.
        var abandoned = await live.RunAsync(new CellRequest("try { } finally { Enumerable.Repeat(gate, int.MaxValue).Any(isOpen); left.Set(); }") { Timeout = Short });
        Assert.Equal(CellStatus.TimedOut, abandoned.Result.Status);
        await live.RunAsync("var kept = 5;");
        await live.RunAsync(new CellRequest("gate.Set(); left.Wait(); await Task.Delay(200);") { Timeout = TimeSpan.FromMinutes(1) });
        Assert.Equal("5", (await live.RunAsync("kept")).Text);
        Assert.Equal("6", (await live.RunAsync("var more = kept + 1; more")).Text);
    }

    [Fact]
    public async Task A_cancellation_of_the_cells_own_is_an_ordinary_error()
    {
        using var live = new LiveSession();
        var cell = await live.RunAsync("throw new OperationCanceledException(\"own\");");
        Assert.Equal(CellStatus.Error, cell.Result.Status);
        Assert.Equal("System.OperationCanceledException", cell.Error.Name);
    }

    [Fact]
    public async Task The_session_has_a_time_limit_for_all_cells_and_a_cell_may_have_its_own()
    {
        using var live = new LiveSession(new SessionOptions { CellTimeout = Short });
        Assert.Equal(CellStatus.TimedOut, (await live.RunAsync("await Task.Delay(-1);")).Result.Status);
        Assert.Equal(CellStatus.Ok, (await live.RunAsync(new CellRequest("await Task.Delay(600);") { Timeout = TimeSpan.FromMinutes(1) })).Result.Status);
    }

    [Fact]
    public async Task Outputs_before_the_stop_are_kept()
    {
        using var live = new LiveSession();
        var cell = await live.RunAsync(new CellRequest("Console.Write(\"said\"); while (true) { }") { Timeout = Short });
        Assert.Equal("said", cell.Stdout);
        Assert.Equal(["stream", "error"], cell.Outputs.Select(output => (string)output!["output_type"]!));
    }
}
