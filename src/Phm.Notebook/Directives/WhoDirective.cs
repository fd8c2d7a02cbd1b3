using Phm.Notebook.Execution;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Directives;

/// <summary><c>#!who</c> lists the names of variables; <c>#!whos</c> adds their types and values.</summary>
internal sealed class WhoDirective(string name) : Directive(name)
{
    public override async Task ExecuteAsync(DirectiveStep step, CellRun run)
    {
        var variables = run.Session.Variables;
        if (Name == "who") run.Display(MimeBundle.Of(MimeTypes.Text, string.Join('\n', variables.Select(variable => variable.Name)) + "\n"));
        else await run.ControlledAsync(() => Show(variables, run)).ConfigureAwait(false);
    }

    /// <summary>Values show themselves by code of their own, so it runs where it can be stopped.</summary>
    private static Task Show(IReadOnlyList<SessionVariable> variables, CellRun run)
    {
        run.Display(variables, []);
        return Task.CompletedTask;
    }
}
