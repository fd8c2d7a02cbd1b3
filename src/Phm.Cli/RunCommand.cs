using System.CommandLine;
using Phm.Notebook.Documents;
using Phm.Notebook.Pages;
using Phm.Notebook.Running;
using Spectre.Console;

namespace Phm.Cli;

/// <summary><c>phm run</c>: runs notebooks from top to bottom and writes what came out.</summary>
internal static class RunCommand
{
    private static readonly Argument<string[]> Paths = new("paths") { Description = "Notebooks, or folders to look for them in.", DefaultValueFactory = _ => ["notebooks"] };
    private static readonly Option<bool> Update = new("--update") { Description = "Keep the outputs in the notebooks themselves. A notebook that fails stays as it was." };
    private static readonly Option<string> Output = new("--output") { Description = "Folder for executed copies, pages and index.html.", DefaultValueFactory = _ => Path.Combine("artifacts", "run") };
    private static readonly Option<int> Timeout = new("--timeout") { Description = "Seconds that one cell may run.", DefaultValueFactory = _ => 600 };

    public static Command Create()
    {
        var command = new Command("run",
            """
            Runs notebooks from top to bottom, each in a session of its own, and writes executed copies, pages and an index.html.

            Examples:
              phm run                              run every notebook in 'notebooks'; look at artifacts/run/index.html
              phm run --update                     the same, and keep the outputs in the notebooks
              phm run my.ipynb --timeout 60        run one, with a minute for each cell
            """)
        { Paths, Update, Output, Timeout };
        Timeout.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() <= 0) result.AddError("--timeout is a number of seconds above 0.");
        });
        command.SetAction((result, cancellation) => RunAsync(result.GetValue(Paths)!, result.GetValue(Output)!, result.GetValue(Update), TimeSpan.FromSeconds(result.GetValue(Timeout)), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, string output, bool update, TimeSpan timeout, CancellationToken cancellation)
    {
        var notebooks = NotebookFiles.Find(paths);
        var target = Path.GetFullPath(output);
        Directory.CreateDirectory(target);
        var runs = new List<NotebookRun>();
        foreach (var notebook in notebooks)
        {
            var run = await RunOneAsync(notebook, target, update, timeout, cancellation);
            runs.Add(run);
            // The index grows with the runs, so that a run that is cut off leaves a page of what it had.
            AtomicFile.Write(Path.Combine(target, "index.html"), NotebookIndex.Write("Notebooks", runs.Select(r => new IndexEntry(r.Title, r.Page, r.Report))));
            if (cancellation.IsCancellationRequested) break;
        }
        Show(runs, output);
        if (cancellation.IsCancellationRequested) return ExitCode.Cancelled;
        return runs.All(run => run.Report.Succeeded) ? ExitCode.Success : ExitCode.Notebook;
    }

    private static async Task<NotebookRun> RunOneAsync(NotebookFile notebook, string target, bool update, TimeSpan timeout, CancellationToken cancellation)
    {
        var document = NotebookDocument.Load(notebook.Path);
        var copy = Path.Combine(target, notebook.Name);
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        var options = new RunOptions { OutputPath = copy, CellTimeout = timeout };
        var report = await RunProgressBar.ShowAsync(notebook.Name, progress => NotebookRunner.RunAsync(document, options, progress, cancellation));
        var page = Path.ChangeExtension(notebook.Name, ".html");
        var index = string.Concat(Enumerable.Repeat("../", page.Count(c => c == '/'))) + "index.html";
        AtomicFile.Write(Path.Combine(target, page), NotebookPage.Write(report.Document, new PageOptions { IndexHref = index }));
        if (update && report.Succeeded) report.Document.Save(notebook.Path);
        return new NotebookRun(notebook.Name, document.Title ?? notebook.Name, page, report);
    }

    private static void Show(IReadOnlyList<NotebookRun> runs, string output)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("Notebook").AddColumn("Result").AddColumn(new TableColumn("Cells").RightAligned()).AddColumn(new TableColumn("Seconds").RightAligned());
        foreach (var run in runs)
        {
            var code = run.Report.Cells.Where(cell => cell.Outcome != CellOutcome.Empty).ToArray();
            var done = code.Count(cell => cell.Outcome is CellOutcome.Succeeded or CellOutcome.FailedAsExpected);
            table.AddRow(Markup.Escape(run.Name), run.Report.Succeeded ? "[green]succeeded[/]" : "[red]failed[/]",
                FormattableString.Invariant($"{done} of {code.Length}"), FormattableString.Invariant($"{run.Report.Duration.TotalSeconds:0.0}"));
        }
        AnsiConsole.Write(table);
        foreach (var failure in runs.Select(run => run.Report.Failure).OfType<NotebookExecutionException>()) Console.Error.WriteLine($"phm: {failure.Message}");
        AnsiConsole.WriteLine($"Pages: {Path.Combine(output, "index.html")}");
    }

    private sealed record NotebookRun(string Name, string Title, string Page, RunReport Report);
}
