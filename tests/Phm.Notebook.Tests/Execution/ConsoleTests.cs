using Phm.Notebook.Execution;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Tests.Execution;

public sealed class ConsoleTests
{
    [Fact]
    public async Task Streams_and_displays_keep_their_order()
    {
        using var live = new LiveSession();
        var cell = await live.RunAsync("Console.Write(1); Console.WriteLine(2); Console.Error.Write('e'); display(3); Console.Out.Write(\"4\"); 5");
        Assert.Equal(["stream", "stream", "display_data", "stream", "execute_result"], cell.Outputs.Select(output => (string)output!["output_type"]!));
        Assert.Equal("12\n4", cell.Stdout);
        Assert.Equal("e", cell.Stderr);
    }

    [Fact]
    public async Task Every_form_of_writing_is_captured()
    {
        using var live = new LiveSession();
        var cell = await live.RunAsync(
            "Console.Write('a'); Console.Write(1.5); Console.Write(\"{0}-{1}\", 1, 2); Console.Write(new[] { 'x', 'y' }); Console.Out.WriteLine(); await Console.Out.WriteAsync(\"z\"); Console.WriteLine((object)null); Console.Out.Write(\"sp\".AsSpan());");
        Assert.Equal("a1.51-2xy\nz\nsp", cell.Stdout);
    }

    [Fact]
    public async Task Other_threads_write_to_the_cell_that_started_them_in_the_order_in_which_they_write()
    {
        using var live = new LiveSession();
        var cell = await live.RunAsync(
            """
            for (var i = 0; i < 50; i++)
            {
                var number = i;
                var thread = new System.Threading.Thread(() => Console.Write($"{number} "));
                thread.Start();
                thread.Join();
                await Task.Run(() => Console.Write("t "));
            }
            """);
        Assert.Equal(string.Concat(Enumerable.Range(0, 50).Select(i => $"{i} t ")), cell.Stdout);
    }

    [Fact]
    public async Task Lines_of_parallel_writers_stay_whole()
    {
        using var live = new LiveSession();
        var cell = await live.RunAsync("Parallel.For(0, 200, i => Console.WriteLine(new string((char)('a' + i % 26), 100)));");
        var lines = cell.Stdout.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(200, lines.Length);
        Assert.All(lines, line => Assert.True(line.Length == 100 && line.Distinct().Count() == 1));
    }

    [Fact]
    public async Task Output_streams_while_the_cell_runs()
    {
        using var live = new LiveSession();
        var seen = new TaskCompletionSource();
        var running = live.Session.ExecuteAsync(
            "Console.WriteLine(\"now\"); while (AppDomain.CurrentDomain.GetData(\"go\") is null) await Task.Delay(5);",
            output => { if (output is StreamOutput { Text: "now\n" }) seen.TrySetResult(); }, TestContext.Current.CancellationToken);
        await seen.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.False(running.IsCompleted);
        AppDomain.CurrentDomain.SetData("go", "go");
        Assert.Equal(CellStatus.Ok, (await running).Status);
    }

    [Fact]
    public async Task What_a_thread_writes_after_its_cell_does_not_reach_later_cells()
    {
        using var live = new LiveSession();
        await live.RunAsync("var loop = true; new System.Threading.Thread(() => { while (loop) { Console.Write(\"stray\"); System.Threading.Thread.Sleep(1); } }) { IsBackground = true }.Start();");
        var cell = await live.RunAsync("await Task.Delay(50); loop = false; Console.Write(\"own\");");
        Assert.Equal("own", cell.Stdout);
    }

    [Fact]
    public async Task Endless_writing_is_cut_with_a_note()
    {
        using var live = new LiveSession(new SessionOptions { StreamCharacters = 1000 });
        var cell = await live.RunAsync("for (var i = 0; i < 100000; i++) Console.WriteLine(\"0123456789\"); Console.Error.Write(\"more\"); 1");
        Assert.StartsWith("0123456789\n", cell.Stdout, StringComparison.Ordinal);
        Assert.EndsWith("\n[The output was cut here: a cell keeps 1,000 characters.]\n", cell.Stdout, StringComparison.Ordinal);
        Assert.True(cell.Stdout.Length < 1100);
        Assert.Equal("", cell.Stderr);
        Assert.Equal("1", cell.Text);
    }

    [Fact]
    public async Task Endless_displays_are_refused()
    {
        using var live = new LiveSession(new SessionOptions { Displays = 10 });
        var cell = await live.RunAsync("while (true) display(1);");
        Assert.Contains("at most 10 values", cell.Error.Message, StringComparison.Ordinal);
        Assert.Equal(10, cell.Bundles().Count());
    }

    [Fact]
    public async Task Line_ends_are_kept_as_line_feeds()
    {
        using var live = new LiveSession();
        Assert.Equal("a\nb\n", (await live.RunAsync("Console.Write(\"a\\r\"); Console.Write(\"\\nb\\r\\n\");")).Stdout);
    }

    [Theory]
    [InlineData(@"0%\r1%\r2%\r", "2%")]
    [InlineData(@"0%\r1%\r2%\r\ndone\n", "2%\ndone\n")]
    [InlineData(@"a\r\r\nb\rc\nd", "a\nc\nd")]
    [InlineData(@"a\fb\rc\u2028d", "a\nc\nd")]
    [InlineData(@"\r\r", "")]
    public async Task A_line_that_is_written_over_is_kept_as_it_was_last_seen(string written, string expected)
    {
        using var live = new LiveSession();
        var cell = await live.RunAsync($"foreach (var letter in \"{written}\") Console.Write(letter);");
        Assert.Equal(expected, cell.Stdout);
        Assert.Equal(System.Text.RegularExpressions.Regex.Unescape(written), string.Concat(cell.Published.OfType<StreamOutput>().Select(piece => piece.Text)));
    }
}
