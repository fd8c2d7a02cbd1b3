using System.Text;
using Phm.Notebook.Directives;
using Phm.Notebook.Execution;
using Phm.Notebook.Formatting;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Kernels;

/// <summary><c>#!value</c>: text with a name, from the cell, from a file or from the line, for C# and for other kernels.</summary>
internal sealed class ValueKernel() : Kernel(new DirectiveUsage(
    "value", "--name NAME [--from-file FILE | --from-value TEXT] [--mime-type TYPE]",
    "Keeps the cell's text, a file's or that of the line as a string; a name that C# allows is a C# variable as well.")
{
    Options = ["--name", "--from-file", "--from-value", "--from-url", "--mime-type"],
})
{
    private const long LongestFile = 100_000_000;

    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    public override bool TryGetValue(string name, out object? value)
    {
        var found = values.TryGetValue(name, out var text);
        value = text;
        return found;
    }

    protected override async Task ExecuteAsync(TextStep step, DirectiveArguments arguments, CellRun run)
    {
        var name = arguments.Required("--name").Text;
        var text = Read(step, arguments, run).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        values[name] = text;
        if (arguments.Text("--mime-type") is { } mimeType)
        {
            JsonText.Check(mimeType, text, "The value");
            run.Display(MimeBundle.Of(mimeType, text));
        }
        if (CSharp.CSharpKernel.IsVariableName(name)) await run.Session.CSharp.DeclareAsync(name, text, step.Selector, run).ConfigureAwait(false);
    }

    private static string Read(TextStep step, DirectiveArguments arguments, CellRun run)
    {
        if (arguments.Text("--from-url") is not null) throw arguments.Error("reads nothing from the network: this engine works offline. Use '--from-file'");
        var (file, value) = (arguments.Text("--from-file"), arguments.Text("--from-value"));
        var sources = (file is null ? 0 : 1) + (value is null ? 0 : 1) + (string.IsNullOrWhiteSpace(step.Text) ? 0 : 1);
        if (sources > 1) throw arguments.Error("has more than one text: that of the cell, '--from-file' or '--from-value'");
        return value ?? (file is null ? step.Text : ReadFile(file, step.Selector, run));
    }

    private static string ReadFile(string file, int line, CellRun run)
    {
        var path = Path.GetFullPath(file, run.SourceDirectory);
        if (!File.Exists(path)) throw CellFailedException.Directive($"There is no file '{file}'. A relative path starts at the notebook's folder.", line);
        if (new FileInfo(path).Length > LongestFile) throw CellFailedException.Directive($"'{file}' is larger than 100 MB, too large for a value.", line);
        run.Session.Reads.Report(path);
        return File.ReadAllText(path, Encoding.UTF8);
    }
}
