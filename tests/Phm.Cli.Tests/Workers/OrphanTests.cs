using System.Diagnostics;
using System.Globalization;
using Phm.Cli.Workers;
using Phm.Notebook.Documents;
using Phm.Notebook.Running;

namespace Phm.Cli.Tests.Workers;

/// <summary>Parent and worker end together, whichever ends first.</summary>
public sealed class OrphanTests
{
    /// <summary>Says which process it is, and goes on for ever.</summary>
    private const string Endless = "System.IO.File.WriteAllText(\"pid.new\", Environment.ProcessId.ToString()); System.IO.File.Move(\"pid.new\", \"pid\");\nwhile (true) System.Threading.Thread.Sleep(10);";

    [Fact]
    public async Task A_worker_whose_parent_is_killed_goes_too()
    {
        using var folder = new TemporaryFolder();
        SampleNotebook.Write(folder["a.ipynb"], "\"so far\"", Endless);
        using var phm = PhmProcess.Start(folder.Path, "run", "a.ipynb");
        using var worker = await WorkerAsync(folder);

        phm.Kill(entireProcessTree: false);

        await worker.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Contains("so far", NotebookDocument.Load(folder["artifacts/run/a.ipynb"]).Cells[0].Outputs.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_ends_the_run_in_good_order_and_leaves_no_process()
    {
        if (OperatingSystem.IsWindows()) return;
        using var folder = new TemporaryFolder();
        SampleNotebook.Write(folder["a.ipynb"], "\"so far\"", Endless);
        SampleNotebook.Write(folder["b.ipynb"], "1 + 1");
        using var phm = PhmProcess.Start(folder.Path, "run", ".", "--update");
        using var worker = await WorkerAsync(folder);
        var before = File.ReadAllText(folder["a.ipynb"]);

        // As a terminal does: to all processes of the group.
        Signal(worker, "INT");
        Signal(phm, "INT");

        var result = await PhmProcess.EndAsync(phm);
        await worker.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(130, result.ExitCode);
        Assert.Contains("a.ipynb, cell 2", result.Error, StringComparison.Ordinal);
        Assert.Contains("Interrupted", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(folder["a.ipynb"]));
        Assert.False(File.Exists(folder["artifacts/run/b.ipynb"]));
        Assert.Contains("so far", File.ReadAllText(folder["artifacts/run/a.ipynb"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_a_cell_has_started_and_left_keeps_nobody_waiting()
    {
        if (OperatingSystem.IsWindows()) return;
        using var folder = new TemporaryFolder();
        // It ends when the test does, and not before.
        SampleNotebook.Write(folder["a.ipynb"], "System.Diagnostics.Process.Start(\"sh\", [\"-c\", \"while [ -e a.ipynb ]; do sleep 0.2; done\"]).Id > 0");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        await using var workers = new NotebookWorkers(1, WorkerMemory.Default);

        var report = await Task.Run(() => workers.RunAsync(new NotebookJob(folder["a.ipynb"], folder["copy.ipynb"], TimeSpan.FromMinutes(1)))).WaitAsync(limit.Token);

        Assert.True(report.Succeeded);
    }

    [Fact]
    public async Task A_worker_that_says_nothing_any_more_is_killed()
    {
        if (OperatingSystem.IsWindows()) return;
        using var folder = new TemporaryFolder();
        SampleNotebook.Write(folder["a.ipynb"], "1", "System.Diagnostics.Process.Start(\"kill\", $\"-STOP {Environment.ProcessId}\"); System.Threading.Thread.Sleep(-1);");
        await using var workers = new NotebookWorkers(1, WorkerMemory.Default);
        var job = new NotebookJob(folder["a.ipynb"], folder["copy.ipynb"], TimeSpan.FromSeconds(1)) { Patience = TimeSpan.FromSeconds(9) };

        var report = await workers.RunAsync(job, cancellation: TestContext.Current.CancellationToken);

        Assert.Contains("did not answer", report.Failure!.Message, StringComparison.Ordinal);
        Assert.Equal([CellOutcome.Succeeded, CellOutcome.Failed], report.Cells.Select(cell => cell.Outcome));
    }

    [Fact]
    public async Task A_cancelled_worker_that_does_not_answer_is_killed()
    {
        if (OperatingSystem.IsWindows()) return;
        using var folder = new TemporaryFolder();
        SampleNotebook.Write(folder["a.ipynb"], Endless, "2");
        await using var workers = new NotebookWorkers(1, WorkerMemory.Default);
        using var stop = new CancellationTokenSource();
        var job = new NotebookJob(folder["a.ipynb"], folder["copy.ipynb"], TimeSpan.FromMinutes(10));
        var run = workers.RunAsync(job, cancellation: stop.Token);
        using (var worker = await WorkerAsync(folder)) Signal(worker, "STOP");

        await stop.CancelAsync();
        var report = await run;

        Assert.Equal([CellOutcome.Cancelled, CellOutcome.NotRun], report.Cells.Select(cell => cell.Outcome));
        Assert.Contains("did not answer", report.Failure!.Message, StringComparison.Ordinal);
    }

    private static async Task<Process> WorkerAsync(TemporaryFolder folder)
    {
        while (!File.Exists(folder["pid"])) await Task.Delay(10, TestContext.Current.CancellationToken);
        return Process.GetProcessById(int.Parse(File.ReadAllText(folder["pid"]), CultureInfo.InvariantCulture));
    }

    private static void Signal(Process process, string signal)
    {
        using var kill = Process.Start("kill", $"-{signal} {process.Id}");
        kill.WaitForExit();
    }
}
