using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;
using Phm.Notebook.Execution;
using Phm.Notebook.Interactive;

namespace Phm.Notebook.CSharp;

/// <summary>
/// The submissions of a session and the objects that hold their variables. The chain is kept here, and not in the scripting
/// library's <c>ScriptState</c>, because that object is made only when a submission ends by itself: a cell that is stopped would
/// lose its variables.
/// </summary>
internal sealed class SubmissionChain
{
    private static readonly EmitOptions Options = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    private readonly SessionAssemblies assemblies = new();
    private readonly NotebookFiles files;
    private readonly CompilationReport report;
    private readonly CellTexts texts = new();
    private readonly Lock gate = new();
    private object?[] states;
    private int used = 1;
    private int compiled;
    private Submission? last;

    public SubmissionChain(CellHelpers helpers, NotebookFiles files)
    {
        this.files = files;
        states = [helpers, null, null, null, null, null, null, null];
        report = new CompilationReport(assemblies);
    }

    public SessionAssemblies Assemblies => assemblies;

    /// <summary>The last link, which the next cell sees; it may be that of a cell which still runs.</summary>
    public Submission? Last => Volatile.Read(ref last);

    /// <summary>The objects whose fields are the variables, oldest first.</summary>
    public IEnumerable<object> States => states.Skip(1).Take(used - 1).OfType<object>();

    /// <summary>The cell that was compiled last, for places of its errors.</summary>
    public CompiledCell? Current { get; private set; }

    /// <summary>Compiles a cell.</summary>
    /// <returns>The cell to run, or null where it holds no code; such a cell is a link of the chain already.</returns>
    /// <exception cref="CellFailedException">The cell does not compile.</exception>
    public CompiledCell? Compile(string code, string label, CellRun run)
    {
        lock (Submission.Compiling) return CompileAlone(code, label, run);
    }

    private CompiledCell? CompileAlone(string code, string label, CellRun run)
    {
        var (name, previous) = Next();
        var written = Submission.Create(code, label, name, assemblies.References, files, previous, run.Stop);
        if (!written.HasCode)
        {
            report.Check(written.Compilation.GetDiagnostics(run.Stop), written, label, run);
            if (previous is null || written.IsNeededAfter(previous)) last = written;
            return null;
        }
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var (submission, points, isChecked) = WithStopPoints(written, label, run);
        var emitted = Emit(submission, image, symbols, run);
        if (!emitted.Success && submission != written)
        {
            (submission, points) = (written, null);
            emitted = Emit(written, image, symbols, run);
        }
        if (!emitted.Success || !isChecked) report.Check(emitted.Diagnostics, written, label, run);
        texts.Add(written.Compilation.SyntaxTrees.Where(tree => tree.FilePath != CellRun.Unnumbered));
        image.Position = symbols.Position = 0;
        var start = EntryPoint(submission, assemblies.Load(image, symbols), run.Stop);
        return Current = new CompiledCell(name, label, submission, points, texts, start);
    }

    /// <summary>
    /// Starts a cell and makes it the chain's last link. The compiler gives each submission with code the next slot; its constructor
    /// puts it there.
    /// </summary>
    public Task<object?> Start(CompiledCell cell)
    {
        if (++used > states.Length) Array.Resize(ref states, states.Length * 2);
        var previous = last;
        last = cell.Submission;
        try
        {
            return cell.Start(states);
        }
        finally
        {
            lock (gate)
            {
                // A cell that was abandoned may end when later ones have been put on top of it.
                if (cell.Assembly == NameOf(compiled)) Settle(cell, previous);
            }
        }
    }

    /// <summary>
    /// A cell that was stopped before its first line has no variables that later cells could look for. One that declares nothing would
    /// be looked through for each name of each later cell, and held in memory.
    /// </summary>
    private void Settle(CompiledCell cell, Submission? previous)
    {
        if (states[used - 1] is not null && (previous is null || cell.Submission.IsNeededAfter(previous))) return;
        states[--used] = null;
        last = previous;
    }

    /// <summary>The name of the next link and the one that it follows.</summary>
    private (string Name, Submission? Previous) Next()
    {
        lock (gate) return (NameOf(++compiled), last);
    }

    private static string NameOf(int number) => $"Submission{number}";

    /// <summary>
    /// Adds stop points to a cell and to what it loads. What the compiler says is about the code as it is written, and comes first:
    /// nothing becomes right by the engine's additions.
    /// </summary>
    private (Submission Submission, StopPoints? Points, bool IsChecked) WithStopPoints(Submission written, string label, CellRun run)
    {
        var trees = written.Compilation.SyntaxTrees.Where(tree => StopPoints.AreWanted(tree, run.Stop)).ToList();
        if (trees.Count == 0) return (written, null, false);
        report.Check(written.Compilation.GetDiagnostics(run.Stop), written, label, run);
        var points = new Dictionary<SyntaxTree, StopPoints>();
        foreach (var tree in trees)
            if (StopPoints.Add(tree, written.Compilation.GetSemanticModel(tree), run.Stop) is { } added) points.Add(tree, added);
        if (points.Count == 0) return (written, null, true);
        var own = points.GetValueOrDefault(written.Tree);
        var loaded = points.Where(entry => entry.Key != written.Tree).ToDictionary(entry => entry.Key.FilePath, entry => entry.Value.Code);
        var sources = loaded.Count == 0 ? files : (SourceReferenceResolver)new RewrittenFiles(files, loaded);
        return (written.With(own?.Code ?? written.Tree.ToString(), sources), own, true);
    }

    private static EmitResult Emit(Submission submission, MemoryStream image, MemoryStream symbols, CellRun run)
    {
        image.SetLength(0);
        symbols.SetLength(0);
        return submission.Compilation.Emit(image, symbols, options: Options, cancellationToken: run.Stop);
    }

    private static Func<object?[], Task<object?>> EntryPoint(Submission submission, Assembly assembly, CancellationToken stop)
    {
        var entry = submission.Compilation.GetEntryPoint(stop)!;
        var method = assembly.GetType(entry.ContainingType.MetadataName, throwOnError: true)!
            .GetMethod(entry.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        return method.CreateDelegate<Func<object?[], Task<object?>>>();
    }
}
