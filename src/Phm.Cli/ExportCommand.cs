using System.CommandLine;
using Phm.Notebook.Documents;
using Phm.Notebook.Exporting;
using Phm.Notebook.Guarding;
using Phm.Notebook.Pages;

namespace Phm.Cli;

/// <summary><c>phm export</c>: writes a notebook, as it is kept, in a form that is read or run without a notebook engine.</summary>
internal static class ExportCommand
{
    private const int LeaksTold = 3;

    private static readonly Argument<string> Notebook = new("notebook") { Description = "The notebook (.ipynb). It is read as it is kept; nothing is run." };
    private static readonly Option<string> To = new("--to") { Description = "html: a page in one file. script: a C# file that 'dotnet run' runs.", Required = true };
    private static readonly Option<string?> Out = new("--out") { Description = "The file to write. Default: artifacts/export/NAME.html, or scripts/NAME.cs beside the notebook." };
    private static readonly Option<bool> NoCode = new("--no-code") { Description = "html: leave the code out; what it gave stays." };

    public static Command Create()
    {
        To.AcceptOnlyFromAmong("html", "script");
        var command = new Command("export",
            """
            Writes a notebook, as it is kept, to a file that needs no notebook engine.

            Examples:
              phm export notebooks/02-segmentation.ipynb --to html                 a page to send or to print
              phm export my.ipynb --to html --no-code --out report.html            the same for readers who want no code
              phm export notebooks/02-segmentation.ipynb --to script               a C# file: dotnet run notebooks/scripts/02-segmentation.cs
            """)
        { Notebook, To, Out, NoCode };
        command.SetAction(result => Run(result.GetValue(Notebook)!, result.GetValue(To)!, result.GetValue(Out), result.GetValue(NoCode)));
        return command;
    }

    private static int Run(string path, string form, string? file, bool noCode)
    {
        if (noCode && form != "html") throw new ArgumentException("--no-code is for --to html: a script is its code.");
        var target = file ?? (form == "html" ? Path.Combine("artifacts", "export", Path.GetFileNameWithoutExtension(path) + ".html")
            : Path.Combine(Path.GetDirectoryName(path)!, "scripts", Path.GetFileNameWithoutExtension(path) + ".cs"));
        RequirePlace(target, form == "html" ? [".html", ".htm"] : [".cs"]);
        var document = NotebookDocument.Load(path);
        if (LeakScan.Find(document, []) is { Count: > 0 } leaks)
        {
            // An export is made to be passed on.
            Console.Error.WriteLine($"phm: {path}: the notebook says something about single people, so nothing was written. {string.Join(' ', leaks.Take(LeaksTold).Select(leak => leak.Message))}{(leaks.Count > LeaksTold ? FormattableString.Invariant($" There are {leaks.Count - LeaksTold} more places.") : "")}");
            return ExitCode.Disclosure;
        }
        if (form == "html") WritePage(document, path, target, noCode);
        else WriteScript(document, target);
        return ExitCode.Success;
    }

    private static void WritePage(NotebookDocument document, string path, string target, bool noCode) =>
        Write(target, NotebookPage.Write(document, new PageOptions
        {
            ShowCode = !noCode,
            ShowContents = true,
            ShowPictureText = true,
            PictureFolder = Path.GetDirectoryName(Path.GetFullPath(path)),
        }));

    private static void WriteScript(NotebookDocument document, string target)
    {
        var included = Path.Combine(Path.GetDirectoryName(target)!, NotebookScript.DisplayFileName);
        if (Path.GetFullPath(included) == Path.GetFullPath(target)) throw new ArgumentException($"--out is '{target}', the name of a file that every script includes. Choose another name.");
        if (File.Exists(included) && File.ReadLines(included).FirstOrDefault() != NotebookScript.DisplayFile.Split('\n')[0])
            throw new ArgumentException($"'{included}' is no part of an exported script, and the script would need its place. Export to another folder.");
        var script = NotebookScript.Write(document, target);
        Write(included, NotebookScript.DisplayFile);
        Write(target, script);
    }

    /// <summary>An export never takes the place of a notebook, nor of a file of another kind.</summary>
    private static void RequirePlace(string target, params string[] endings)
    {
        if (!endings.Contains(Path.GetExtension(target), StringComparer.OrdinalIgnoreCase)) throw new ArgumentException($"--out is '{target}'. Expected a file that ends with {endings[0]}.");
        if (Directory.Exists(target)) throw new ArgumentException($"--out is '{target}', which is a folder. Expected a file.");
    }

    private static void Write(string target, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
        AtomicFile.Write(target, text);
        Console.WriteLine($"Written: {target}");
    }
}
