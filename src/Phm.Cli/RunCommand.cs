using System.CommandLine;
using Phm.Cli.Workers;
using Phm.Notebook;
using Phm.Notebook.Documents;
using Phm.Notebook.Guarding;
using Phm.Notebook.Pages;
using Phm.Notebook.Running;
using Spectre.Console;

namespace Phm.Cli;

/// <summary><c>phm run</c>: runs notebooks from top to bottom and writes what came out.</summary>
internal static class RunCommand
{
    private static readonly Argument<string[]> Paths = NotebookFiles.Argument();
    private static readonly Option<bool> Update = new("--update") { Description = "Keep the outputs in the notebooks themselves. A notebook that fails stays as it was." };
    private static readonly Option<string> Output = new("--output") { Description = "Folder for executed copies, pages and index.html.", DefaultValueFactory = _ => Path.Combine("artifacts", "run") };
    private static readonly Option<string[]> Parameter = ParameterOption.Create();
    private static readonly LimitOptions Limits = new();
    private const int LeaksTold = 5;

    public static Command Create()
    {
        var command = new Command("run",
            """
            Runs notebooks from top to bottom, each in a process of its own, and writes executed copies, pages and an index.html.

            Examples:
              phm run                              run every notebook in 'notebooks'; look at artifacts/run/index.html
              phm run --update                     the same, and keep the outputs in the notebooks
              phm run my.ipynb --timeout 60        run one, with a minute for each cell
              phm run my.ipynb --parameter people=50000
                                                   the same with another value in a copy
            """)
        { Paths, Update, Output, Parameter, Limits.Timeout, Limits.Memory };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Update) && result.GetValue(Parameter) is { Length: > 0 })
                result.AddError("--parameter makes a copy with other values, which --update cannot keep. Change the cell tagged 'parameters' instead.");
        });
        command.SetAction((result, cancellation) => RunAsync(
            result.GetValue(Paths)!,
            new(result.GetValue(Output)!, result.GetValue(Update), ParameterOption.Read(result.GetValue(Parameter) ?? []), Limits.TimeoutOf(result), Limits.MemoryOf(result)),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, Settings settings, CancellationToken cancellation)
    {
        var notebooks = NotebookFiles.Find(paths);
        var target = Path.GetFullPath(settings.Output);
        foreach (var notebook in notebooks) notebook.RequireCopyElsewhere(target);
        OutputFolder.Create(target);
        await using var workers = new NotebookWorkers(notebooks.Count, settings.Memory);
        workers.Prepare();
        var runs = new List<NotebookRun>();
        foreach (var notebook in notebooks)
        {
            runs.Add(await RunOneAsync(workers, notebook, target, settings, cancellation));
            // The index grows with the runs, so that a run that is cut off leaves a page of what it had.
            AtomicFile.Write(Path.Combine(target, "index.html"), NotebookIndex.Write("Notebooks", runs.Where(run => run.Report is not null).Select(run => new IndexEntry(run.Title, run.Page, run.Report))));
            if (cancellation.IsCancellationRequested) break;
        }
        Show(runs, settings.Output);
        if (cancellation.IsCancellationRequested) return ExitCode.Cancelled;
        return settings.Update && runs.Any(run => run.Report is { Leaks.Count: > 0 }) ? ExitCode.Disclosure
            : runs.All(run => run.Problem is null) ? ExitCode.Success : ExitCode.Notebook;
    }

    /// <summary>A notebook that cannot be read is told of like one that fails: the others are run all the same.</summary>
    private static async Task<NotebookRun> RunOneAsync(NotebookWorkers workers, NotebookFile notebook, string target, Settings settings, CancellationToken cancellation)
    {
        var page = PageOf(notebook.Name);
        try
        {
            var copy = Path.Combine(target, notebook.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            using var original = OriginalNotebook.Open(notebook.Path);
            var job = new NotebookJob(notebook.Path, copy, settings.Timeout) { Parameters = settings.Parameters };
            var report = await RunJobAsync(workers, notebook.Name, job, original, cancellation);
            var index = string.Concat(Enumerable.Repeat("../", page.Count(c => c == '/'))) + "index.html";
            AtomicFile.Write(Path.Combine(target, page), NotebookPage.Write(report.Document, new PageOptions { IndexHref = index }));
            var change = original.SaveIfChanged(copy);
            if (settings.Update && report.Succeeded && report.Leaks.Count == 0 && change is null) original.Replace(report.Document);
            var leaks = report.Leaks.Count == 0 ? null : Told(notebook.Name, report.Leaks, Path.Combine(settings.Output, notebook.Name), Path.Combine(settings.Output, page));
            var notes = string.Join('\n', new[] { leaks, change }.OfType<string>());
            var note = notes.Length > 0 ? notes : null;
            return new NotebookRun(notebook.Name, report.Document.Title ?? notebook.Name, page, report, report.Problem ?? (settings.Update ? note : null)) { Note = note, Revisions = report.Leaks.Count == 0 ? report.Revisions : [] };
        }
        catch (Exception e) when (NotebookFile.Problem(e) is { } problem)
        {
            return new NotebookRun(notebook.Name, notebook.Name, page, null, problem);
        }
    }

    /// <summary>What about people the outputs give away: one place of each cell, and where the outputs lie.</summary>
    private static string Told(string name, IReadOnlyList<Leak> leaks, string copy, string page)
    {
        var cells = leaks.DistinctBy(leak => leak.CellIndex).ToList();
        var more = cells.Count > LeaksTold ? FormattableString.Invariant($"\n     and {cells.Count - LeaksTold} more cells") : "";
        return $"{name}: the outputs say something about single people and must not be kept or passed on.\n"
            + string.Join('\n', cells.Take(LeaksTold).Select(leak => "     " + leak.Message)) + more
            + $"\n     They lie in {copy} and {page}, on this machine alone: delete both when you have read them.";
    }

    /// <summary>Whatever else goes wrong, what the notebook held before is not lost.</summary>
    private static async Task<RunReport> RunJobAsync(NotebookWorkers workers, string name, NotebookJob job, OriginalNotebook original, CancellationToken cancellation)
    {
        try
        {
            return await RunProgressBar.ShowAsync(name, progress => workers.RunAsync(job, progress, cancellation));
        }
        catch (NotebookException e) when (original.SaveIfChanged(job.OutputPath) is { } change)
        {
            throw new NotebookException($"{e.Message} {change}", e);
        }
    }

    /// <summary>The page of a notebook that is called index must not be the index.</summary>
    private static string PageOf(string name) => name == "index.ipynb" ? "index.notebook.html" : Path.ChangeExtension(name, ".html");

    private static void Show(IReadOnlyList<NotebookRun> runs, string output)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("Notebook").AddColumn("Result").AddColumn(new TableColumn("Cells").RightAligned()).AddColumn(new TableColumn("Seconds").RightAligned());
        foreach (var run in runs)
        {
            var code = run.Report?.Cells.Where(cell => cell.Outcome != CellOutcome.Empty).ToArray() ?? [];
            var done = code.Count(cell => cell.Outcome is CellOutcome.Succeeded or CellOutcome.FailedAsExpected);
            table.AddRow(Markup.Escape(run.Name), run.Problem is null ? "[green]succeeded[/]" : "[red]failed[/]",
                FormattableString.Invariant($"{done} of {code.Length}"), FormattableString.Invariant($"{run.Report?.Duration.TotalSeconds ?? 0:0.0}"));
        }
        // A file or another program wants no colours.
        if (Console.IsOutputRedirected) AnsiConsole.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
        AnsiConsole.Write(table);
        foreach (var problem in runs.SelectMany(run => new[] { run.Problem, run.Note }).OfType<string>().Distinct()) PhmCommand.Tell(problem);
        foreach (var run in runs)
            foreach (var revision in run.Revisions) Console.WriteLine(PhmCommand.Printable($"{run.Name}: the prose had a stale number. {revision}"));
        AnsiConsole.WriteLine($"Pages: {Path.Combine(output, "index.html")}");
    }

    private sealed record Settings(string Output, bool Update, IReadOnlyDictionary<string, string> Parameters, TimeSpan Timeout, WorkerMemory Memory);

    private sealed record NotebookRun(string Name, string Title, string Page, RunReport? Report, string? Problem)
    {
        /// <summary>What is told besides, whether the run has succeeded or not.</summary>
        public string? Note { get; init; }

        /// <summary>Numbers in prose that are others now.</summary>
        public IReadOnlyList<string> Revisions { get; init; } = [];
    }
}
