using Phm.Notebook.Execution;

namespace Phm.Notebook.Directives;

/// <summary>A directive of the dialect that this version does not have.</summary>
internal sealed class UnavailableDirective(string name) : Directive(name)
{
    public override Task ExecuteAsync(DirectiveStep step, CellRun run) =>
        throw CellFailedException.Directive($"'#!{Name}' is not available in this version.", step.Line);
}
