using Phm.Notebook.Execution;
using Phm.Notebook.Kernels;

namespace Phm.Notebook.Directives;

/// <summary>Text for one kernel.</summary>
/// <param name="Kernel">The kernel's name.</param>
/// <param name="Arguments">What follows the kernel's name on its selector's line.</param>
/// <param name="Text">The text, without its directives.</param>
/// <param name="Line">The line of the cell, counted from 1, on which the text starts.</param>
/// <param name="Selector">The line that chose the kernel: its selector's, or the first.</param>
internal sealed record TextStep(string Kernel, string Arguments, string Text, int Line, int Selector) : CellStep
{
    public override Task ExecuteAsync(CellRun run, KernelDirectory kernels) => kernels.Find(Kernel, Selector).ExecuteAsync(this, run);
}
