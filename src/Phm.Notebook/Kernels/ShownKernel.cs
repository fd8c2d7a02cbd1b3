using Phm.Notebook.Directives;
using Phm.Notebook.Execution;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Kernels;

/// <summary>A kernel whose text is its output: markdown, HTML.</summary>
internal sealed class ShownKernel(string name, string mimeType) : Kernel(new DirectiveUsage(name, "", "Shows the text as it is."))
{
    protected override Task ExecuteAsync(TextStep step, DirectiveArguments arguments, CellRun run)
    {
        if (!string.IsNullOrWhiteSpace(step.Text)) run.Display(MimeBundle.Of(mimeType, step.Text));
        return Task.CompletedTask;
    }
}
