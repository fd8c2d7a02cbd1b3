using System.CommandLine;
using Phm.Notebook.Documents;
using Phm.Notebook.Pages;

namespace Phm.Cli;

/// <summary><c>phm export</c>: writes a notebook, as it is kept, in a form that is read or run without a notebook engine.</summary>
internal static class ExportCommand
{
    private static readonly Argument<string> Notebook = new("notebook") { Description = "The notebook (.ipynb). Its kept outputs are taken; nothing is run." };
    private static readonly Option<string> To = new("--to") { Description = "html: a page in one file.", Required = true };
    private static readonly Option<string?> Out = new("--out") { Description = "The file to write. Default: artifacts/export/NAME.html." };
    private static readonly Option<bool> NoCode = new("--no-code") { Description = "Leave the code out of the page; what it gave stays." };

    public static Command Create()
    {
        To.AcceptOnlyFromAmong("html");
        var command = new Command("export",
            """
            Writes a notebook, as it is kept, to one file that needs no notebook engine and no network.

            Examples:
              phm export notebooks/02-segmentation.ipynb --to html                 a page to send or to print
              phm export my.ipynb --to html --no-code --out report.html            the same for readers who want no code
            """)
        { Notebook, To, Out, NoCode };
        command.SetAction(result => Run(result.GetValue(Notebook)!, result.GetValue(Out), result.GetValue(NoCode)));
        return command;
    }

    private static int Run(string path, string? file, bool noCode)
    {
        var document = NotebookDocument.Load(path);
        var target = file ?? Path.Combine("artifacts", "export", Path.GetFileNameWithoutExtension(path) + ".html");
        RequireEnding(target, ".html", ".htm");
        Write(target, NotebookPage.Write(document, new PageOptions
        {
            ShowCode = !noCode,
            ShowContents = true,
            ShowPictureText = true,
            PictureFolder = Path.GetDirectoryName(Path.GetFullPath(path)),
        }));
        return ExitCode.Success;
    }

    /// <summary>An export never takes the place of a notebook, nor of a file of another kind.</summary>
    private static void RequireEnding(string target, params string[] endings)
    {
        if (!endings.Contains(Path.GetExtension(target), StringComparer.OrdinalIgnoreCase))
            throw new ArgumentException($"--out is '{target}'. Expected a file that ends with {endings[0]}.");
    }

    private static void Write(string target, string text)
    {
        var full = Path.GetFullPath(target);
        if (Directory.Exists(full)) throw new ArgumentException($"--out is '{target}', which is a folder. Expected a file.");
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        AtomicFile.Write(full, text);
        Console.WriteLine($"Written: {target}");
    }
}
