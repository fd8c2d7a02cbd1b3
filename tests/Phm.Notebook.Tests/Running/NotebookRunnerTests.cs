using Phm.Notebook.Documents;
using Phm.Notebook.Execution;
using Phm.Notebook.Running;

namespace Phm.Notebook.Tests.Running;

public sealed class NotebookRunnerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Relative names would start from wherever a cell of another test has put the process.</summary>
    private static readonly RunOptions Here = new() { Directory = AppContext.BaseDirectory };

    private static NotebookDocument Notebook(params string[] cells)
    {
        var document = NotebookDocument.Create();
        foreach (var cell in cells) document.AddCode(cell);
        return document;
    }

    [Fact]
    public async Task Cells_run_from_top_to_bottom_and_keep_their_outputs_in_a_copy()
    {
        var document = Notebook("var a = 1;", "Console.WriteLine(a);", "a + 1", "  ");
        document.AddMarkdown("text");
        var before = document.ToString();
        var report = await NotebookRunner.RunAsync(document, Here, cancellationToken: Cancel);
        Assert.True(report.Succeeded);
        Assert.Equal(before, document.ToString());
        Assert.Equal([1, 2, 3, null, null], report.Document.Cells.Select(cell => cell.ExecutionCount));
        Assert.Equal([CellOutcome.Succeeded, CellOutcome.Succeeded, CellOutcome.Succeeded, CellOutcome.Empty], report.Cells.Select(cell => cell.Outcome));
        const string Expected = """[{"data":{"text/plain":["2"]},"execution_count":3,"metadata":{},"output_type":"execute_result"}]""";
        Assert.Equal(Expected, report.Document.Cells[2].Outputs.ToJsonString());
        Assert.Empty(report.Document.Cells[3].Outputs);
    }

    [Fact]
    public async Task Running_twice_gives_the_same_bytes()
    {
        var document = Notebook("Console.WriteLine(1.5); new { A = 1 }", "var d = display(1); d", "d.Update(Enumerable.Range(0, 3)); DateTime.UnixEpoch", "new Dictionary<string, int> { [\"é\"] = 1 }");
        var first = (await NotebookRunner.RunAsync(document, Here, cancellationToken: Cancel)).Document;
        Assert.Equal(first.ToString(), (await NotebookRunner.RunAsync(document, Here, cancellationToken: Cancel)).Document.ToString());
        Assert.Equal(first.ToString(), (await NotebookRunner.RunAsync(first, Here, cancellationToken: Cancel)).Document.ToString());
        Assert.Equal(first.ToString(), NotebookDocument.Parse(first.ToString()).ToString());
    }

    [Fact]
    public async Task The_first_failure_ends_the_run_and_names_cell_and_line()
    {
        var document = Notebook("1", "var b = 2;\nthrow new InvalidOperationException(\"why\");", "3");
        var stale = await NotebookRunner.RunAsync(Notebook("1", "2", "3"), Here, cancellationToken: Cancel);
        stale.Document.Cells[1].Source = "var b = 2;\nthrow new InvalidOperationException(\"why\");";
        foreach (var notebook in new[] { document, stale.Document })
        {
            var report = await NotebookRunner.RunAsync(notebook, Here, cancellationToken: Cancel);
            Assert.Equal([CellOutcome.Succeeded, CellOutcome.Failed, CellOutcome.NotRun], report.Cells.Select(cell => cell.Outcome));
            Assert.Empty(report.Document.Cells[2].Outputs);
            Assert.Null(report.Document.Cells[2].ExecutionCount);
            var error = Assert.Throws<NotebookExecutionException>(report.EnsureSucceeded);
            Assert.Equal((1, notebook.Cells[1].Id, 2), (error.CellIndex, error.CellId, error.Line));
            Assert.Equal($"notebook.ipynb, cell 2 (id {error.CellId}), line 2: System.InvalidOperationException: why", error.Message);
        }
    }

    [Fact]
    public async Task A_cell_that_says_so_may_fail()
    {
        var tagged = Notebook("throw new Exception(\"as expected\");", "2").ToString();
        var at = tagged.IndexOf("\"metadata\": {}", StringComparison.Ordinal);
        var document = NotebookDocument.Parse(tagged[..at] + "\"metadata\": {\"tags\": [\"raises-exception\"]}" + tagged[(at + "\"metadata\": {}".Length)..]);
        var report = await NotebookRunner.RunAsync(document, Here, cancellationToken: Cancel);
        Assert.True(report.Succeeded);
        Assert.Equal([CellOutcome.FailedAsExpected, CellOutcome.Succeeded], report.Cells.Select(cell => cell.Outcome));
        Assert.Equal("error", (string)report.Document.Cells[0].Outputs[0]!["output_type"]!);
    }

    [Fact]
    public async Task A_run_that_fails_has_saved_what_it_had()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("run.ipynb");
        var report = await NotebookRunner.RunAsync(Notebook("1", "nonsense", "3"), new RunOptions { OutputPath = path, Directory = folder.Path }, cancellationToken: Cancel);
        Assert.False(report.Succeeded);
        Assert.Equal(report.Document.ToString(), File.ReadAllText(path));
        Assert.Contains("CompilationError", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.ipynb")]
    [InlineData("sub/../a.ipynb")]
    [InlineData("linked/a.ipynb")]
    public async Task A_notebook_run_in_its_own_place_is_replaced_only_by_a_run_that_succeeds(string output)
    {
        if (OperatingSystem.IsWindows() && output.StartsWith("linked", StringComparison.Ordinal)) return;
        using var folder = new TemporaryFolder();
        if (!OperatingSystem.IsWindows()) Directory.CreateSymbolicLink(folder.File("linked"), folder.Path);
        var good = await NotebookRunner.RunAsync(Notebook("1", "2"), Here, cancellationToken: Cancel);
        good.Document.Cells[1].Source = "nonsense";
        var before = good.Document.ToString();
        var path = folder.File("a.ipynb", before);
        var options = new RunOptions { OutputPath = Path.Combine(folder.Path, output) };
        var failed = await NotebookRunner.RunAsync(NotebookDocument.Load(path), options, cancellationToken: Cancel);
        Assert.False(failed.Succeeded);
        Assert.Equal(before, File.ReadAllText(path));
        Assert.Equal(failed.Document.ToString(), File.ReadAllText(path + RunOptions.PartialSuffix));
        var document = NotebookDocument.Load(path);
        document.Cells[1].Source = "3";
        var report = await NotebookRunner.RunAsync(document, options, cancellationToken: Cancel);
        Assert.Equal(report.Document.ToString(), File.ReadAllText(path));
        Assert.False(File.Exists(path + RunOptions.PartialSuffix));
    }

    [Fact]
    public async Task Cells_run_in_the_notebooks_own_folder()
    {
        using var folder = new TemporaryFolder();
        folder.File("data.txt", "beside");
        var path = folder.File("a.ipynb", Notebook("System.IO.File.ReadAllText(\"data.txt\")").ToString());
        var report = await NotebookRunner.RunAsync(NotebookDocument.Load(path), cancellationToken: Cancel);
        report.EnsureSucceeded();
        Assert.Contains("beside", report.Document.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_limit_and_a_cancellation_end_the_run_with_a_report()
    {
        var timed = await NotebookRunner.RunAsync(Notebook("while (true) { }", "2"), Here with { CellTimeout = TimeSpan.FromMilliseconds(200) }, cancellationToken: Cancel);
        Assert.Equal([CellOutcome.TimedOut, CellOutcome.NotRun], timed.Cells.Select(cell => cell.Outcome));
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var cancelled = await NotebookRunner.RunAsync(Notebook("Console.Write(1); while (true) { }", "2"), Here, cancellationToken: source.Token);
        Assert.Equal([CellOutcome.Cancelled, CellOutcome.NotRun], cancelled.Cells.Select(cell => cell.Outcome));
        Assert.Contains("was interrupted", cancelled.Failure!.Message, StringComparison.Ordinal);
        var before = await NotebookRunner.RunAsync(Notebook("1"), Here, cancellationToken: source.Token);
        Assert.Equal(CellOutcome.Cancelled, Assert.Single(before.Cells).Outcome);
    }

    [Fact]
    public async Task Progress_tells_when_each_code_cell_starts_and_ends()
    {
        var steps = new Steps();
        await NotebookRunner.RunAsync(Notebook("1", "2"), Here, steps, cancellationToken: Cancel);
        Assert.Equal(["1/2 start", "1/2 Succeeded", "2/2 start", "2/2 Succeeded"], steps.Seen);
    }

    [Fact]
    public async Task A_notebook_of_another_language_is_refused_and_an_empty_one_succeeds()
    {
        var python = NotebookDocument.Parse("""{"cells":[],"metadata":{"kernelspec":{"name":"python3"}},"nbformat":4,"nbformat_minor":5}""", "other.ipynb");
        var error = await Assert.ThrowsAsync<NotebookException>(() => NotebookRunner.RunAsync(python, Here, cancellationToken: Cancel));
        Assert.Contains("other.ipynb: the notebook is written for the kernel 'python3'", error.Message, StringComparison.Ordinal);
        Assert.True((await NotebookRunner.RunAsync(NotebookDocument.Create(), Here, cancellationToken: Cancel)).Succeeded);
    }

    [Fact]
    public async Task An_update_from_a_later_cell_replaces_the_kept_output()
    {
        var report = await NotebookRunner.RunAsync(Notebook("var d = display(\"first\");", "d.Update(\"second\");"), Here, cancellationToken: Cancel);
        Assert.Equal("""[{"data":{"text/plain":["second"]},"metadata":{},"output_type":"display_data"}]""", report.Document.Cells[0].Outputs.ToJsonString());
        Assert.Empty(report.Document.Cells[1].Outputs);
    }

    [Fact]
    public async Task A_question_to_the_reader_is_refused()
    {
        var options = Here with { Session = new SessionOptions { Input = (_, _) => Task.FromResult("x") } };
        Assert.Contains("headless", (await NotebookRunner.RunAsync(Notebook("await GetInputAsync()"), options, cancellationToken: Cancel)).Failure!.Message, StringComparison.Ordinal);
    }

    private sealed class Steps : IProgress<RunProgress>
    {
        public List<string> Seen { get; } = [];

        public void Report(RunProgress value) => Seen.Add($"{value.Number}/{value.Total} {value.Ended?.Outcome.ToString() ?? "start"}");
    }
}
