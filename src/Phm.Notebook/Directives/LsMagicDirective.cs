using System.Text;
using Phm.Notebook.Execution;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Directives;

/// <summary><c>#!lsmagic</c>: the directives and kernels that are there, with what each does.</summary>
internal sealed class LsMagicDirective() : Directive(new DirectiveUsage("lsmagic", "", "Lists what a line may start with."))
{
    private static readonly (string Written, string Meaning)[] OfTheCompiler =
    [
        ("#load \"FILE.csx\"", "Runs a C# script in its place."),
        ("#r \"FILE.csproj\"", "Builds a project by the .NET SDK and references what it makes."),
        ("#r \"FILE.dll\"", "References an assembly."),
        ("#r \"nuget:NAME, VERSION\"", "References a package that lies in this machine's package folder."),
    ];

    private static readonly (string Written, string Meaning)[] OfCells =
    [
        ("display(VALUE)", "Shows a value at once; its Update(OTHER) shows another one in its place."),
        ("help()", "Shows what there is to ask for, and the namespaces of the libraries that are referenced."),
        ("help(\"NAME\")", "Shows the documentation of a type, a member or a variable's type; takes a type or a value as well."),
    ];

    protected override Task ExecuteAsync(DirectiveArguments arguments, int line, CellRun run)
    {
        var text = new StringBuilder("Kernels: the rest of the cell is theirs.\n");
        Append(text, run.Session.Kernels.Usages.OrderBy(usage => usage.Name, StringComparer.Ordinal).Select(Entry));
        text.Append("\nDirectives\n");
        Append(text, All.Select(directive => directive.Usage).OrderBy(usage => usage.Name, StringComparer.Ordinal).Select(Entry).Concat(OfTheCompiler));
        text.Append("\nIn C#\n");
        Append(text, OfCells);
        run.Display(MimeBundle.Of(MimeTypes.Text, text.ToString()));
        return Task.CompletedTask;
    }

    private static (string, string) Entry(DirectiveUsage usage) => (usage.ToString(), usage.Meaning);

    private static void Append(StringBuilder text, IEnumerable<(string Written, string Meaning)> entries)
    {
        foreach (var (written, meaning) in entries) text.Append("  ").Append(written).Append("\n      ").Append(meaning).Append('\n');
    }
}
