using Phm.Notebook.Execution;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Directives;

/// <summary><c>#!lsmagic</c>: the directives and kernels that are there.</summary>
internal sealed class LsMagicDirective() : Directive("lsmagic")
{
    public override Task ExecuteAsync(DirectiveStep step, CellRun run)
    {
        var names = run.Session.Kernels.Names.Concat(Names).Order(StringComparer.Ordinal).Select(name => "#!" + name);
        run.Display(MimeBundle.Of(MimeTypes.Text, string.Join('\n', names.Append("#r").Append("#load")) + "\n"));
        return Task.CompletedTask;
    }
}
