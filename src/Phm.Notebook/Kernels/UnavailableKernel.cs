using Phm.Notebook.Directives;
using Phm.Notebook.Execution;

namespace Phm.Notebook.Kernels;

/// <summary>A kernel of the dialect that this version does not have.</summary>
internal sealed class UnavailableKernel(string name) : Kernel(name)
{
    public override Task ExecuteAsync(TextStep step, CellRun run) =>
        throw CellFailedException.Directive($"The kernel '{Name}' is not available in this version.", step.Selector);
}
