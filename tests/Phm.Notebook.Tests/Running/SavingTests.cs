using Phm.Notebook.Documents;
using Phm.Notebook.Execution;
using Phm.Notebook.Running;

namespace Phm.Notebook.Tests.Running;

/// <summary>What a run has saved, and when.</summary>
public sealed class SavingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static NotebookDocument Notebook(params string[] cells)
    {
        var document = NotebookDocument.Create();
        foreach (var cell in cells) document.AddCode(cell);
        return document;
    }

    [Fact]
    public async Task A_cell_finds_what_cells_before_it_have_shown_saved_already()
    {
        using var folder = new TemporaryFolder();
        var options = new RunOptions { OutputPath = folder.File("copy.ipynb"), Directory = folder.Path };
        var report = await NotebookRunner.RunAsync(Notebook("System.IO.File.ReadAllText(\"copy.ipynb\").Length > 0", "\"sho\" + \"wn\"", "System.IO.File.ReadAllText(\"copy.ipynb\").Contains(\"sho\" + \"wn\")"), options, cancellationToken: Cancel);
        Assert.Contains("True", report.Document.Cells[0].Outputs.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("True", report.Document.Cells[2].Outputs.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_cell_is_saved_while_it_runs()
    {
        using var folder = new TemporaryFolder();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var copy = folder.File("copy.ipynb");
        var run = NotebookRunner.RunAsync(Notebook("display(6 * 7); Console.Write(\"st\" + \"ream\");\nwhile (true) System.Threading.Thread.Sleep(1);"), new RunOptions { OutputPath = copy, Directory = folder.Path }, cancellationToken: stop.Token);
        while (!File.Exists(copy) || !(await File.ReadAllTextAsync(copy, Cancel)).Contains("\"stream\"\n", StringComparison.Ordinal)) await Task.Delay(10, Cancel);
        Assert.Equal(["display_data", "stream"], NotebookDocument.Load(copy).Cells[0].Outputs.Select(output => (string?)output!["output_type"]));

        await stop.CancelAsync();
        var report = await run;

        Assert.Equal(report.Document.ToString(), await File.ReadAllTextAsync(copy, Cancel));
        Assert.Equal(["display_data", "stream", "error"], report.Document.Cells[0].Outputs.Select(output => (string?)output!["output_type"]));
    }

    [Fact]
    public async Task An_update_of_an_earlier_cells_display_is_saved_with_the_cell_that_makes_it()
    {
        using var folder = new TemporaryFolder();
        var copy = folder.File("copy.ipynb");
        var report = await NotebookRunner.RunAsync(Notebook("var shown = display(1);", "shown.Update(2);"), new RunOptions { OutputPath = copy, Directory = folder.Path }, cancellationToken: Cancel);
        Assert.Equal(report.Document.ToString(), await File.ReadAllTextAsync(copy, Cancel));
        Assert.Contains("\"2\"", report.Document.Cells[0].Outputs.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_that_could_not_be_read_again_is_not_written()
    {
        using var folder = new TemporaryFolder();
        var copy = folder.File("copy.ipynb");
        var options = new RunOptions { OutputPath = copy, Directory = folder.Path, Limits = new ReadLimits { Bytes = 8_000 } };

        var report = await NotebookRunner.RunAsync(Notebook("\"kept\"", "new string('\\u0001', 2_000)", "3"), options, cancellationToken: Cancel);

        Assert.Equal([CellOutcome.Succeeded, CellOutcome.Failed, CellOutcome.NotRun], report.Cells.Select(cell => cell.Outcome));
        Assert.Contains("at most 8,000 can be read again", report.Failure!.Message, StringComparison.Ordinal);
        Assert.InRange(new FileInfo(copy).Length, 100, 8_000);
        var saved = NotebookDocument.Load(copy, options.Limits);
        Assert.Contains("kept", saved.Cells[0].Outputs.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("OutputTooLarge", (string?)saved.Cells[1].Outputs[0]!["ename"]);
    }

    [Fact]
    public async Task The_outputs_of_a_notebook_have_a_limit_together()
    {
        using var folder = new TemporaryFolder();
        var options = new RunOptions { OutputPath = folder.File("copy.ipynb"), Directory = folder.Path, Session = new SessionOptions { TotalCharacters = 100 } };

        var report = await NotebookRunner.RunAsync(Notebook("new string('a', 60)", "new string('b', 60)", "3"), options, cancellationToken: Cancel);

        Assert.Equal([CellOutcome.Succeeded, CellOutcome.Failed, CellOutcome.NotRun], report.Cells.Select(cell => cell.Outcome));
        Assert.Contains("at most 100 characters", report.Failure!.Message, StringComparison.Ordinal);
        Assert.Contains("aaa", await File.ReadAllTextAsync(options.OutputPath, Cancel), StringComparison.Ordinal);
    }
}
