using System.CommandLine;
using System.Globalization;
using Phm.Cli.Workers;
using Phm.Notebook.Documents;
using Phm.Notebook.Verification;

namespace Phm.Cli;

/// <summary><c>phm verify</c>: derives kept outputs anew and says what is different, and why.</summary>
internal static class VerifyCommand
{
    private static readonly Argument<string[]> Paths = NotebookFiles.Argument();
    private static readonly Option<bool> Quick = new("--quick") { Description = "Run nothing; only compare the digests of the audit manifest with the notebook, its data and its libraries." };
    private static readonly Option<bool> Json = new("--json") { Description = "Print the result as JSON instead of a table." };
    private static readonly Option<string> Output = new("--output") { Description = "Folder for the report, verification.html, and the executed copies.", DefaultValueFactory = _ => Path.Combine("artifacts", "verify") };
    private static readonly Option<double> Relative = new("--tolerance") { Description = "How far numbers may lie apart, relative to the larger one.", DefaultValueFactory = _ => Tolerance.Default.Relative };
    private static readonly LimitOptions Limits = new();

    public static Command Create()
    {
        var command = new Command("verify",
            """
            Runs notebooks in clean processes and compares what comes out with the outputs that they keep. Says what has changed since
            they were kept: source, data, library or environment. The notebooks themselves are not touched.

            Examples:
              phm verify                                   verify every notebook in 'notebooks'
              phm verify their-analysis.ipynb              look at artifacts/verify/verification.html
              phm verify --quick                           compare digests only, in a second
              phm verify --json > verification.json        for a script

            A cell tagged 'phm-skip-verify' is not compared; its metadata say why, under phm.skip-verify. A cell tagged 'phm-tolerance:1e-6'
            has a tolerance of its own. Both are named in the report.
            """)
        { Paths, Quick, Json, Output, Relative, Limits.Timeout, Limits.Memory };
        Relative.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && double.TryParse(token.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is not (>= 0 and <= 0.01)) result.AddError("--tolerance is a number from 0 to 0.01.");
        });
        command.SetAction((result, cancellation) => RunAsync(
            result.GetValue(Paths)!,
            new(result.GetValue(Output)!, result.GetValue(Quick), result.GetValue(Json), new Tolerance(result.GetValue(Relative)), Limits.TimeoutOf(result), Limits.MemoryOf(result)),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, Settings settings, CancellationToken cancellation)
    {
        var notebooks = NotebookFiles.Find(paths);
        var target = Path.GetFullPath(settings.Output);
        foreach (var notebook in notebooks) notebook.RequireCopyElsewhere(target);
        OutputFolder.Create(target);
        await using var workers = new NotebookWorkers(settings.Quick ? 0 : notebooks.Count, settings.Memory);
        workers.Prepare();
        var verified = new List<NotebookVerification>();
        foreach (var notebook in notebooks)
        {
            verified.Add(cancellation.IsCancellationRequested ? NotebookVerifier.Unverifiable(notebook.Name, "The verification was cancelled before this notebook.")
                : await VerifyAsync(workers, notebook, target, settings, cancellation));
        }
        // Cancelled or not: a report of an earlier verification would be taken for that of this one.
        var report = Path.Combine(target, "verification.html");
        AtomicFile.Write(report, VerificationPage.Write("Verification", verified));
        if (settings.Json) Console.Write(VerificationJson.Write(verified));
        else
        {
            foreach (var line in VerificationSummary.Lines(verified)) Console.WriteLine(line);
            Console.WriteLine($"Report: {Path.Combine(settings.Output, "verification.html")}");
        }
        cancellation.ThrowIfCancellationRequested();
        return verified.Any(notebook => notebook.Leaks.Count > 0) ? ExitCode.Disclosure
            : verified.All(notebook => notebook.Passes) ? ExitCode.Success : ExitCode.Verification;
    }

    /// <summary>A notebook that cannot be read or run is a result like any other: the others are verified all the same.</summary>
    private static async Task<NotebookVerification> VerifyAsync(NotebookWorkers workers, NotebookFile notebook, string target, Settings settings, CancellationToken cancellation)
    {
        try
        {
            var kept = NotebookDocument.Load(notebook.Path);
            if (settings.Quick) return NotebookVerifier.VerifyQuickly(kept, notebook.Name);
            var copy = Path.Combine(target, notebook.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            var job = new NotebookJob(notebook.Path, copy, settings.Timeout);
            var run = await RunProgressBar.ShowAsync(notebook.Name, progress => workers.RunAsync(job, progress, cancellation));
            return NotebookVerifier.Verify(kept, notebook.Name, run, settings.Tolerance);
        }
        catch (Exception e) when (NotebookFile.Problem(e) is { } problem)
        {
            return NotebookVerifier.Unverifiable(notebook.Name, problem);
        }
    }

    private sealed record Settings(string Output, bool Quick, bool Json, Tolerance Tolerance, TimeSpan Timeout, WorkerMemory Memory);
}
