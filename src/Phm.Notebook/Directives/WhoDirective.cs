using Phm.Notebook.Execution;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Directives;

/// <summary><c>#!who</c> lists the names of variables; <c>#!whos</c> adds their types and values.</summary>
internal sealed class WhoDirective : Directive
{
    private WhoDirective(DirectiveUsage usage) : base(usage)
    {
    }

    public static WhoDirective Names { get; } = new(new DirectiveUsage("who", "", "Lists the names of variables."));

    public static WhoDirective Values { get; } = new(new DirectiveUsage("whos", "", "Lists variables with their types and values."));

    protected override Task ExecuteAsync(DirectiveArguments arguments, int line, CellRun run)
    {
        var variables = run.Session.Variables;
        if (this == Names) run.Display(MimeBundle.Of(MimeTypes.Text, string.Join('\n', variables.Select(variable => variable.Name)) + "\n"));
        // Values show themselves by code of their own, so it runs where it can be stopped.
        else run.Controlled(() => { run.Display(variables, []); });
        return Task.CompletedTask;
    }
}
