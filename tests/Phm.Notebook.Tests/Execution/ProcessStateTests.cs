using System.Collections.Concurrent;
using System.Globalization;
using Phm.Notebook.Execution;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Tests.Execution;

/// <summary>The console, folder and culture are the process's own, so nothing else runs beside these tests.</summary>
[CollectionDefinition(nameof(ProcessStateTests), DisableParallelization = true)]
[Collection(nameof(ProcessStateTests))]
public sealed class ProcessStateTests
{
    [Fact]
    public async Task The_console_is_given_back()
    {
        var before = Console.Out;
        using var live = new LiveSession();
        await live.RunAsync("Console.SetOut(System.IO.TextWriter.Null);");
        await live.RunAsync("throw new Exception();");
        Assert.Same(before, Console.Out);
        Assert.Equal("1", (await live.RunAsync("Console.Write(1);")).Stdout);
    }

    [Fact]
    public async Task In_a_live_session_what_a_thread_writes_after_its_cell_is_still_that_cells()
    {
        var (output, error) = (Console.Out, Console.Error);
        try
        {
            using var live = new LiveSession(new SessionOptions { LateOutputs = true });
            var seen = new ConcurrentQueue<CellOutput>();
            await live.Session.ExecuteAsync(
                "var go = new System.Threading.ManualResetEventSlim(); var late = Task.Run(() => { go.Wait(); Console.Write(\"late\"); display(7); });", seen.Enqueue, TestContext.Current.CancellationToken);
            Assert.Empty(seen);

            var cell = await live.RunAsync("Console.Write(\"own\"); go.Set(); await late;");

            Assert.Equal("own", cell.Stdout);
            Assert.Collection(seen, text => Assert.Equal(new StreamOutput("stdout", "late"), text), shown => Assert.IsType<DisplayOutput>(shown));
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }

    [Fact]
    public async Task What_a_thread_writes_piece_by_piece_after_its_cell_leaves_joined()
    {
        var (output, error) = (Console.Out, Console.Error);
        try
        {
            using var live = new LiveSession(new SessionOptions { LateOutputs = true });
            var seen = new ConcurrentQueue<CellOutput>();
            await live.Session.ExecuteAsync(
                "var go = new System.Threading.ManualResetEventSlim(); var late = Task.Run(() => { go.Wait(); for (var i = 0; i < 100_000; i++) Console.Write('x'); display(7); });",
                seen.Enqueue,
                TestContext.Current.CancellationToken);

            await live.RunAsync("go.Set(); await late;");

            var texts = seen.OfType<StreamOutput>().Select(piece => piece.Text).ToArray();
            Assert.Equal(new string('x', 100_000), string.Concat(texts));
            Assert.InRange(texts.Length, 1, 1_000);
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }

    [Fact]
    public async Task Folder_and_culture_are_given_back()
    {
        var (folder, culture) = (Environment.CurrentDirectory, CultureInfo.DefaultThreadCurrentCulture);
        using var live = new LiveSession();
        await live.RunAsync("Environment.CurrentDirectory = System.IO.Path.GetTempPath(); System.Globalization.CultureInfo.DefaultThreadCurrentCulture = System.Globalization.CultureInfo.InvariantCulture;");
        Assert.Equal((folder, culture), (Environment.CurrentDirectory, CultureInfo.DefaultThreadCurrentCulture));
    }
}
