using Phm.Notebook.Execution;

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

    public static Directive Find(string name, int line) => All.FirstOrDefault(directive => directive.Name == name)
        ?? throw CellFailedException.Directive($"'#!{name}' is not known here. '#!lsmagic' lists what is.", line);

    public Task ExecuteAsync(DirectiveStep step, CellRun run) =>
        ExecuteAsync(DirectiveArguments.Read(step.Arguments, Usage, step.Line), step.Line, run);

    protected abstract Task ExecuteAsync(DirectiveArguments arguments, int line, CellRun run);
}
