using Phm.Notebook.Execution;
using Phm.Notebook.Kernels;

namespace Phm.Notebook.Directives;

/// <summary>What a <c>#!</c> line does. A new directive is a new file and a line in <see cref="All"/>.</summary>
internal abstract class Directive(string name)
{
    private static readonly Directive[] All =
    [
        new AboutDirective(), new LsMagicDirective(), new TimeDirective(), new WhoDirective("who"), new WhoDirective("whos"),
        .. KernelDirectory.LaterDirectives.Select(later => new UnavailableDirective(later)),
    ];

    public string Name { get; } = name;

    public static IEnumerable<string> Names => All.Where(directive => directive is not UnavailableDirective).Select(directive => directive.Name);

    public static Directive Find(string name, int line) => Array.Find(All, directive => directive.Name == name)
        ?? throw CellFailedException.Directive($"'#!{name}' is not known here. '#!lsmagic' lists what is.", line);

    public abstract Task ExecuteAsync(DirectiveStep step, CellRun run);
}
