using Phm.Notebook.Directives;
using Phm.Notebook.Execution;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Kernels;

/// <summary>A kernel whose text is its output: markdown, HTML.</summary>
internal sealed class ShownKernel(string name, string mimeType) : Kernel(name)
{
    public override Task ExecuteAsync(TextStep step, CellRun run)
    {
        if (!string.IsNullOrWhiteSpace(step.Text)) run.Display(MimeBundle.Of(mimeType, step.Text));
        return Task.CompletedTask;
    }
}
