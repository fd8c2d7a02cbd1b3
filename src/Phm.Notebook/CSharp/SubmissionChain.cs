using System.Reflection;
using Microsoft.CodeAnalysis.Emit;
using Phm.Notebook.Execution;
using Phm.Notebook.Interactive;

namespace Phm.Notebook.CSharp;

/// <summary>
/// The submissions of a session and the objects that hold their variables. The chain is kept here, and not in the scripting
/// library's <c>ScriptState</c>, because that object is made only when a submission ends by itself: a cell that is stopped would
/// lose its variables.
/// </summary>
internal sealed class SubmissionChain(CellHelpers helpers, NotebookFiles files)
{
    private static readonly EmitOptions Emit = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    private readonly SessionAssemblies assemblies = new();
    private object?[] states = [helpers, null, null, null, null, null, null, null];
    private int used = 1;
    private int compiled;
    private Submission? last;

    public SessionAssemblies Assemblies => assemblies;

    /// <summary>The objects whose fields are the variables, oldest first.</summary>
    public IEnumerable<object> States => states.Skip(1).Take(used - 1).OfType<object>();

    /// <summary>Compiles a cell and makes it the chain's last link.</summary>
    /// <returns>What starts it and, where its value is null, tells whether null is its value; or null where there is nothing to run.</returns>
    /// <exception cref="CellFailedException">The cell does not compile.</exception>
    public (Func<Task<object?>> Start, Func<bool> HasResult)? Compile(string code, string label, CellRun run)
    {
        var submission = Submission.Create(code, label, $"Submission{++compiled}", assemblies.References, files, last);
        if (!submission.HasCode)
        {
            CompilationReport.Check(submission.Compilation.GetDiagnostics(run.Stop), submission, label, run);
            last = submission;
            return null;
        }
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = submission.Compilation.Emit(image, symbols, options: Emit, cancellationToken: run.Stop);
        CompilationReport.Check(emitted.Diagnostics, submission, label, run);
        image.Position = symbols.Position = 0;
        var start = EntryPoint(submission, assemblies.Load(image, symbols), run.Stop);
        last = submission;
        Reserve();
        var arguments = states;
        return (() => start(arguments), submission.HasResult);
    }

    private static Func<object?[], Task<object?>> EntryPoint(Submission submission, Assembly assembly, CancellationToken stop)
    {
        var entry = submission.Compilation.GetEntryPoint(stop)!;
        var method = assembly.GetType(entry.ContainingType.MetadataName, throwOnError: true)!
            .GetMethod(entry.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        return method.CreateDelegate<Func<object?[], Task<object?>>>();
    }

    /// <summary>The compiler gives each submission with code the next slot; its constructor puts it there.</summary>
    private void Reserve()
    {
        used++;
        if (used > states.Length) Array.Resize(ref states, states.Length * 2);
    }
}
