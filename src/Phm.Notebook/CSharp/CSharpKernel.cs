using System.Reflection;
using Phm.Notebook.Directives;
using Phm.Notebook.Execution;
using Phm.Notebook.Interactive;
using Phm.Notebook.Kernels;

namespace Phm.Notebook.CSharp;

/// <summary>C# 14 in script form.</summary>
internal sealed class CSharpKernel : Kernel
{
    private readonly SubmissionChain chain;

    public CSharpKernel(NotebookSession session) : base("csharp") =>
        chain = new SubmissionChain(new CellHelpers(), new NotebookFiles(session.Directory));

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

    /// <summary>The cell that was compiled last, for places of its errors.</summary>
    public CompiledCell? Current => chain.Current;

    public override async Task ExecuteAsync(TextStep step, CellRun run)
    {
        var padded = new string('\n', step.Line - 1) + step.Text;
        var code = ReferenceLines.Resolve(padded, run.Directory, chain.Assemblies);
        if (chain.Compile(code, run.Label, run) is not { } cell) return;
        run.Stop.ThrowIfCancellationRequested();
        await run.ControlledAsync(() => RunAsync(cell, run)).ConfigureAwait(false);
    }

    /// <summary>Runs and shows in one go: to show a value runs the notebook's code as well, lazily evaluated queries for instance.</summary>
    private async Task RunAsync(CompiledCell cell, CellRun run)
    {
        var value = await chain.Start(cell).ConfigureAwait(true);
        var (result, isShown) = value is Task task ? await TaskResult.OfAsync(task).ConfigureAwait(true) : (value, value is not null || cell.Submission.HasResult());
        if (isShown) run.ShowResult(result);
    }
}
