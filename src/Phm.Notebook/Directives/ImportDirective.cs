using Phm.Notebook.CSharp;
using Phm.Notebook.Execution;
using Phm.Notebook.Importing;

namespace Phm.Notebook.Directives;

/// <summary><c>#!import</c>: runs another notebook or script in this session, as if its cells stood here.</summary>
internal sealed class ImportDirective() : Directive(new DirectiveUsage(
    "import", "FILE", "Runs a notebook (.ipynb, .dib) or script (.cs, .csx) here, or shows a page (.html). Its own paths start at its own folder.")
{
    // A path may hold spaces without quotes.
    Words = 100,
})
{
    private const string Prose = "markdown";

    protected override async Task ExecuteAsync(DirectiveArguments arguments, int line, CellRun run)
    {
        if (arguments.Words.Count == 0) throw arguments.Error("names no file");
        var written = string.Join(' ', arguments.Words.Select(word => word.Text));
        var path = Path.GetFullPath(written, run.SourceDirectory);
        var imports = run.Imports;
        if (!File.Exists(path)) throw CellFailedException.Directive($"There is no file '{written}' to import. A relative path starts at the folder of the file that imports.", line);
        if (imports.Contains(path)) throw CellFailedException.Directive($"The imports go in a circle: {imports.Way(path)}.", line);
        run.Session.Reads.Report(path);
        var cells = ImportedFile.Read(path, imports.NameOf(path), line);
        imports.Enter(path);
        try
        {
            foreach (var cell in cells) await ExecuteAsync(cell, line, run).ConfigureAwait(false);
        }
        finally
        {
            imports.Leave();
        }
    }

    private static async Task ExecuteAsync(ImportedCell cell, int line, CellRun run)
    {
        run.Imports.EnterPart(cell.Part);
        try
        {
            foreach (var step in CellSplitter.Split(cell.Source, cell.Kernel, run.Session.Kernels.IsKernel))
                if (step is not TextStep { Kernel: Prose }) await step.ExecuteAsync(run, run.Session.Kernels).ConfigureAwait(false);
        }
        catch (CellFailedException e)
        {
            throw At(e.Error, line, run);
        }
        catch (Exception e) when (!run.Stop.IsCancellationRequested)
        {
            throw At(ExceptionReport.Of(e, run.Label, run.Session.Paths, run.Session.CSharp.Current), line, run);
        }
    }

    /// <summary>The error of an imported cell as one of the cell that imports it; the innermost file's name comes first.</summary>
    private static CellFailedException At(CellError error, int line, CellRun run)
    {
        var place = run.Label + (error.Line is { } at && error.Name != ImportFailed ? $", line {at}" : "");
        var message = error.Name == ImportFailed ? error.Message : $"{place}: {error.Name}: {error.Message}";
        return new CellFailedException(new CellError(ImportFailed, message, [.. error.Traceback, $"   imported by line {line}"], line, 1));
    }

    private const string ImportFailed = "ImportError";
}
