using Phm.Notebook.Execution;

namespace Phm.Notebook.Directives;

/// <summary><c>#!share</c>: a value that another kernel holds becomes a C# variable.</summary>
internal sealed class ShareDirective() : Directive(new DirectiveUsage(
    "share", "--from KERNEL --name NAME [--as OTHER]", "Makes a C# variable of a value that another kernel holds.")
{
    Options = ["--from", "--name", "--as"],
})
{
    protected override Task ExecuteAsync(DirectiveArguments arguments, int line, CellRun run)
    {
        var name = arguments.Required("--name").Text;
        return run.Session.Kernels.ShareAsync(arguments.Required("--from").Text, name, arguments.Text("--as") ?? name, line, run);
    }
}
