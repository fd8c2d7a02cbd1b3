using Phm.Notebook.Directives;
using Phm.Notebook.Execution;

namespace Phm.Notebook.Kernels;

/// <summary>Executes text of one language. A new language is a new file and a line in <see cref="KernelDirectory"/>.</summary>
internal abstract class Kernel(string name)
{
    public string Name { get; } = name;

    public abstract Task ExecuteAsync(TextStep step, CellRun run);
}
