using Phm.Notebook.Documents;
using Phm.Notebook.Execution;

namespace Phm.Benchmarks.Notebooks;

/// <summary>Measures the notebook engine in this process and the published <c>phm</c> in processes of its own, and prints one table.</summary>
internal static class NotebookRun
{
    /// <summary>Cells that are run before any is timed, until the runtime has compiled what they need.</summary>
    private const int WarmCells = 100;

    public static async Task<int> RunAsync(NotebookOptions options)
    {
        var result = new NotebookResult
        {
            WarmStart = await WarmStartsAsync(options.Starts),
            Cell = await CellsAsync(options.Cells),
        };
        if (File.Exists(options.Program)) result = Published(options, result);
        Console.Write(NotebookTable.Of(result, options));
        return 0;
    }

    /// <summary>A new session to its first <c>1 + 1</c>, where the compiler is loaded already.</summary>
    private static async Task<Latencies> WarmStartsAsync(int count)
    {
        await StartAsync();
        var timings = new List<Timing>();
        for (var i = 0; i < count; i++) timings.Add(await Timing.OfAsync(StartAsync));
        return Of(timings);

        static async Task StartAsync()
        {
            using var session = new NotebookSession();
            await RunAsync(session, "1 + 1");
        }
    }

    /// <summary>Cells of one session, of a kind that people write: every other declares, every other uses.</summary>
    private static async Task<Latencies> CellsAsync(int count)
    {
        var timings = new List<Timing>();
        using var session = new NotebookSession();
        for (var i = 0; i < WarmCells + count; i++)
        {
            var source = i % 2 == 0 ? $"var x{i} = {i};" : $"x{i - 1} + 1";
            var timing = await Timing.OfAsync(() => RunAsync(session, source));
            if (i >= WarmCells) timings.Add(timing);
        }
        return Of(timings);
    }

    private static async Task RunAsync(NotebookSession session, string source)
    {
        var result = await session.ExecuteAsync(source);
        if (result.Error is { } error) throw new InvalidOperationException($"The cell '{source}' failed: {error.Message}");
    }

    private static NotebookResult Published(NotebookOptions options, NotebookResult result)
    {
        var folder = Directory.CreateTempSubdirectory("phm-benchmarks-");
        try
        {
            var notebook = Path.Combine(folder.FullName, "one.ipynb");
            var document = NotebookDocument.Create();
            document.AddCode("1 + 1");
            document.Save(notebook);
            var output = Path.Combine(folder.FullName, "out");
            var program = Path.GetFullPath(options.Program);
            var start = Time(options.Starts, () => ChildProcess.Run(program, "run", notebook, "--output", output));
            var walkthroughs = Time(BenchmarkOptions.Repeats, () => ChildProcess.Run(program, "run", options.Folder, "--output", output));
            var canVerify = ChildProcess.Run(program, "--help").Contains("  verify", StringComparison.Ordinal);
            var verification = canVerify ? Time(BenchmarkOptions.Repeats, () => ChildProcess.Run(program, "verify", options.Folder)) : null;
            return result with { NewProcess = start, Walkthroughs = walkthroughs, Verification = verification };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Latencies Of(IReadOnlyCollection<Timing> timings) => new(timings.Select(timing => timing.Wall), timings.Average(timing => timing.Processor));

    private static Latencies Time(int count, Action work) => new(Enumerable.Range(0, count).Select(_ => Timing.Of(work).Wall).ToArray());
}
