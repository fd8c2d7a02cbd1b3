using Phm.Notebook.Directives;
using Phm.Notebook.Execution;

namespace Phm.Notebook.Kernels;

/// <summary>Executes text of one language. A new language is a new file and a line in <see cref="KernelDirectory"/>.</summary>
internal abstract class Kernel(DirectiveUsage usage)
{
    public DirectiveUsage Usage { get; } = usage;

    public string Name => Usage.Name;

    public Task ExecuteAsync(TextStep step, CellRun run) =>
        ExecuteAsync(step, DirectiveArguments.Read(step.Arguments, Usage, step.Selector), run);

    /// <summary>A value that the kernel holds for others, by its name.</summary>
    public virtual bool TryGetValue(string name, out object? value)
    {
        value = null;
        return false;
    }

    protected abstract Task ExecuteAsync(TextStep step, DirectiveArguments arguments, CellRun run);
}
