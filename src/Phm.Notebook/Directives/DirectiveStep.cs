using Phm.Notebook.Execution;
using Phm.Notebook.Kernels;

namespace Phm.Notebook.Directives;

/// <summary>A line that starts with <c>#!</c> and selects no kernel.</summary>
/// <param name="Name">The word after <c>#!</c>.</param>
/// <param name="Arguments">The rest of the line.</param>
/// <param name="Line">The line of the cell, counted from 1.</param>
internal sealed record DirectiveStep(string Name, string Arguments, int Line) : CellStep
{
    public override Task ExecuteAsync(CellRun run, KernelDirectory kernels) => Directive.Find(Name, Line, kernels).ExecuteAsync(this, run);
}
