using Phm.Notebook.Execution;
using Phm.Notebook.Kernels;

namespace Phm.Notebook.Directives;

/// <summary>A part of a cell, executed in order: text for one kernel, or one directive.</summary>
internal abstract record CellStep
{
    public abstract Task ExecuteAsync(CellRun run, KernelDirectory kernels);
}
