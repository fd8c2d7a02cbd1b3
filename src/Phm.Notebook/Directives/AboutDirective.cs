using Phm.Notebook.Execution;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Directives;

/// <summary><c>#!about</c>: what runs this notebook.</summary>
internal sealed class AboutDirective() : Directive(new DirectiveUsage("about", "", "Says what runs this notebook."))
{
    protected override Task ExecuteAsync(DirectiveArguments arguments, int line, CellRun run)
    {
        var version = typeof(AboutDirective).Assembly.GetName().Version!.ToString(3);
        var text = $"Phm notebook engine {version}, C# 14 on .NET {Environment.Version.Major}\n";
        run.Display(MimeBundle.Of(MimeTypes.Text, text));
        return Task.CompletedTask;
    }
}
