using Phm.Notebook.CSharp;
using Phm.Notebook.Execution;
using Phm.Notebook.Kernels;

namespace Phm.Notebook.Directives;

/// <summary>What a <c>#!</c> line does. A new directive is a new file and a line in <see cref="All"/>.</summary>
internal abstract class Directive(DirectiveUsage usage)
{
    public static IReadOnlyList<Directive> All { get; } =
    [
        new AboutDirective(), new ConnectDirective(), new ImportDirective(), new LsMagicDirective(), new SetDirective(), new ShareDirective(),
        new TimeDirective(), WhoDirective.Names, WhoDirective.Values,
    ];

    public DirectiveUsage Usage { get; } = usage;

    public string Name => Usage.Name;

    /// <exception cref="CellFailedException">There is none of that name.</exception>
    public static Directive Find(string name, int line, KernelDirectory kernels)
    {
        if (All.FirstOrDefault(directive => directive.Name == name) is { } found) return found;
        var meant = NearestName.Of(name, All.Select(directive => directive.Name).Concat(kernels.Usages.Select(usage => usage.Name)));
        throw CellFailedException.Directive($"'#!{name}' is not known here.{(meant is null ? "" : $" Did you mean '#!{meant}'?")} '#!lsmagic' lists what is.", line);
    }

    public Task ExecuteAsync(DirectiveStep step, CellRun run) =>
        ExecuteAsync(DirectiveArguments.Read(step.Arguments, Usage, step.Line), step.Line, run);

    protected abstract Task ExecuteAsync(DirectiveArguments arguments, int line, CellRun run);
}
