using Phm.Cli.Workers;
using Phm.Notebook;
using Phm.Notebook.Running;

namespace Phm.Cli.Tests.Workers;

/// <summary>Runs as other verbs ask for them.</summary>
public sealed class WorkerTests
{
    [Fact]
    public async Task Each_notebook_has_a_process_of_its_own_and_its_report_is_that_of_a_run_in_this_one()
    {
        using var folder = new TemporaryFolder();
        string[] cells = ["var a = 1; Console.WriteLine(a);", "", "display(a); a / 3.0", "throw new InvalidOperationException(\"é \\\"why\\\"\");", "2"];
        SampleNotebook.Write(folder["a.ipynb"], cells);
        SampleNotebook.Write(folder["b.ipynb"], "a");
        var steps = new Steps();
        await using var workers = new NotebookWorkers(2, WorkerMemory.Default);

        var report = await workers.RunAsync(Job(folder, "a"), steps, TestContext.Current.CancellationToken);
        var other = await workers.RunAsync(Job(folder, "b"), cancellation: TestContext.Current.CancellationToken);

        var here = await NotebookRunner.RunAsync(Phm.Notebook.Documents.NotebookDocument.Load(folder["a.ipynb"]), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(here.Document.ToString(), report.Document.ToString());
        Assert.Equal(here.Failure!.Message, report.Failure!.Message);
        Assert.Equal((here.Failure.CellId, here.Failure.CellIndex, here.Failure.Line), (report.Failure.CellId, report.Failure.CellIndex, report.Failure.Line));
        Assert.Equal(here.Cells.Select(cell => (cell.Index, cell.Id, cell.Outcome, cell.Error?.Message)), report.Cells.Select(cell => (cell.Index, cell.Id, cell.Outcome, cell.Error?.Message)));
        Assert.Equal(["1", "1 Succeeded", "2", "2 Empty", "3", "3 Succeeded", "4", "4 Failed"], steps.Seen);
        Assert.Contains("CS0103", other.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_notebooks_than_were_announced_are_run_too()
    {
        using var folder = new TemporaryFolder();
        SampleNotebook.Write(folder["a.ipynb"], "1");
        await using var workers = new NotebookWorkers(0, WorkerMemory.Default);
        workers.Prepare();
        Assert.True((await workers.RunAsync(Job(folder, "a"), cancellation: TestContext.Current.CancellationToken)).Succeeded);
    }

    [Fact]
    public async Task A_notebook_that_cannot_be_read_or_is_of_another_language_is_refused_as_without_a_worker()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["a.ipynb"], "{");
        File.WriteAllText(folder["b.ipynb"], """{"cells":[],"metadata":{"kernelspec":{"name":"python3"}},"nbformat":4,"nbformat_minor":5}""");
        await using var workers = new NotebookWorkers(2, WorkerMemory.Default);
        var damaged = await Assert.ThrowsAsync<NotebookException>(() => workers.RunAsync(Job(folder, "a"), cancellation: TestContext.Current.CancellationToken));
        var other = await Assert.ThrowsAsync<NotebookException>(() => workers.RunAsync(Job(folder, "b"), cancellation: TestContext.Current.CancellationToken));
        Assert.Contains("a.ipynb, line 1", damaged.Message, StringComparison.Ordinal);
        Assert.Contains("the kernel 'python3'", other.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_verb_of_workers_is_not_for_users()
    {
        using var folder = new TemporaryFolder();
        Assert.DoesNotContain("worker", (await PhmProcess.RunAsync(folder.Path, "--help")).Output, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(2, (await PhmProcess.RunAsync(folder.Path, "run", "--memory", "16")).ExitCode);
    }

    private static NotebookJob Job(TemporaryFolder folder, string name) => new(folder[name + ".ipynb"], folder[name + ".copy.ipynb"], TimeSpan.FromMinutes(5));

    private sealed class Steps : IProgress<RunProgress>
    {
        public List<string> Seen { get; } = [];

        public void Report(RunProgress value) => Seen.Add($"{value.Number} {value.Ended?.Outcome}".TrimEnd());
    }
}
