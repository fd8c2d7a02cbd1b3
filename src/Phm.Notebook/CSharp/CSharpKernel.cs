using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;
using Phm.Notebook.Directives;
using Phm.Notebook.Execution;
using Phm.Notebook.Interactive;
using Phm.Notebook.Kernels;

namespace Phm.Notebook.CSharp;

/// <summary>C# 14 in script form.</summary>
internal sealed class CSharpKernel : Kernel
{
    private readonly SubmissionChain chain;

    public CSharpKernel(NotebookSession session) : base(new DirectiveUsage("csharp", "", "Runs the text as C#.")) =>
        chain = new SubmissionChain(new CellHelpers(), new NotebookFiles(session.Directory, session.Reads));

    /// <summary>The fields of the submissions; a later declaration hides an earlier one of its name.</summary>
    public IReadOnlyList<SessionVariable> Variables
    {
        get
        {
            var variables = new SortedDictionary<string, SessionVariable>(StringComparer.Ordinal);
            foreach (var state in chain.States)
            {
                foreach (var variable in state.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
                    if (!variable.Name.Contains('<')) variables[variable.Name] = new SessionVariable(variable.Name, variable.FieldType, variable.GetValue(state));
            }
            return [.. variables.Values];
        }
    }

    /// <summary>The files of the assemblies that cells refer to.</summary>
    public IReadOnlyList<string> ReferencedAssemblies => chain.Assemblies.Paths;

    /// <summary>The links and references that the next cell sees.</summary>
    public SubmissionChain Chain => chain;

    /// <summary>The cell that was compiled last, for places of its errors.</summary>
    public CompiledCell? Current => chain.Current;

    public static bool IsVariableName(string name) =>
        SyntaxFacts.IsValidIdentifier(name) && SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None;

    public override bool TryGetValue(string name, out object? value)
    {
        var found = Variables.FirstOrDefault(variable => variable.Name == name);
        value = found?.Value;
        return found is not null;
    }

    /// <summary>Declares a variable of the value's own type, as a cell would.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">A value of a public type that is neither nested nor generic.</param>
    /// <param name="line">The line that asks for it.</param>
    /// <param name="run">The running cell.</param>
    public async Task DeclareAsync(string name, object? value, int line, CellRun run)
    {
        CheckName(name, line);
        await RunAsync($"global::{(value?.GetType() ?? typeof(object)).FullName} {name} = default!;", run).ConfigureAwait(false);
        var state = chain.States.Last();
        state.GetType().GetField(name)!.SetValue(state, value);
    }

    /// <summary>Declares a variable of another one's type and value.</summary>
    public Task CopyAsync(string from, string name, int line, CellRun run)
    {
        CheckName(name, line);
        return RunAsync($"var {name} = {from};", run);
    }

    protected override async Task ExecuteAsync(TextStep step, DirectiveArguments arguments, CellRun run)
    {
        var padded = new string('\n', step.Line - 1) + step.Text;
        var code = await ReferenceLines.ResolveAsync(padded, chain.Assemblies, run).ConfigureAwait(false);
        if (chain.Compile(code, run.Label, run) is not { } cell) return;
        run.Stop.ThrowIfCancellationRequested();
        run.Controlled(() => RunAsync(cell, run));
    }

    private static void CheckName(string name, int line)
    {
        if (!IsVariableName(name)) throw CellFailedException.Directive($"'{name}' cannot be the name of a C# variable.", line);
    }

    private async Task RunAsync(string declaration, CellRun run) => await chain.Start(chain.Compile(declaration, "a declaration of the engine", run)!).ConfigureAwait(false);

    /// <summary>Runs and shows in one go: to show a value runs the notebook's code as well, lazily evaluated queries for instance.</summary>
    private async Task RunAsync(CompiledCell cell, CellRun run)
    {
        var value = await chain.Start(cell).ConfigureAwait(true);
        var (result, isShown) = value is Task task ? await TaskResult.OfAsync(task).ConfigureAwait(true) : (value, value is not null || cell.Submission.HasResult());
        if (isShown) run.ShowResult(result);
    }
}
