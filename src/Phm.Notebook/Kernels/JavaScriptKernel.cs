using Phm.Notebook.Directives;
using Phm.Notebook.Execution;
using Phm.Notebook.Interactive;

namespace Phm.Notebook.Kernels;

/// <summary>JavaScript, handed to a front end that runs it. Outputs that are kept to be read hold no scripts.</summary>
internal sealed class JavaScriptKernel() : Kernel(new DirectiveUsage("javascript", "", "Hands the script to a front end that runs scripts; refused where outputs are kept."))
{
    protected override Task ExecuteAsync(TextStep step, DirectiveArguments arguments, CellRun run)
    {
        if (!run.Session.Options.AllowScripts) throw CellFailedException.Directive(ScriptElement.Refusal, step.Selector);
        if (!string.IsNullOrWhiteSpace(step.Text)) run.Display(ScriptElement.Of(step.Text));
        return Task.CompletedTask;
    }
}
