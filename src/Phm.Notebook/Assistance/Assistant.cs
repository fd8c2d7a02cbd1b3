using Phm.Notebook.CSharp;
using Phm.Notebook.Execution;

namespace Phm.Notebook.Assistance;

/// <summary>
/// Answers what a front end asks about a cell of a session while a person types: one question at a time, beside the cell that runs.
/// </summary>
internal sealed class Assistant
{
    /// <summary>Nothing is looked up beside a compilation: see there.</summary>
    private readonly Lock turn = Submission.Compiling;
    private readonly NotebookSession session;
    private readonly CSharpCompletion csharp;
    private readonly DirectiveCompletion directives;
    private readonly SqlCompletion sql;
    private readonly CSharpInspection csharpInspection;
    private readonly DirectiveInspection directiveInspection;

    public Assistant(NotebookSession session)
    {
        this.session = session;
        var paths = new FilePaths(session.Directory);
        directives = new DirectiveCompletion(session.Kernels, paths);
        sql = new SqlCompletion(session);
        var book = new SketchBook(session.CSharp.Chain, session.Directory);
        csharp = new CSharpCompletion(book, new TypeNames(session.CSharp.Chain.Assemblies.Types), paths);
        Help = new SymbolHelp(book, turn);
        csharpInspection = new CSharpInspection(book, Help);
        directiveInspection = new DirectiveInspection(directives);
    }

    /// <summary>The documentation of types and members.</summary>
    public SymbolHelp Help { get; }

    /// <summary>What may stand at the cursor.</summary>
    public CompletionList Complete(string code, int cursor, CancellationToken stop)
    {
        var at = Math.Clamp(cursor, 0, code.Length);
        return Guarded(() => CompleteAt(code, at, stop)) ?? new CompletionList(at, at, []);
    }

    /// <summary>What is known of the name at the cursor.</summary>
    public Inspection? Inspect(string code, int cursor, bool detailed, CancellationToken stop)
    {
        var at = Math.Clamp(cursor, 0, code.Length);
        return Guarded(() => InspectAt(code, at, detailed, stop));
    }

    /// <summary>As <see cref="Complete"/>, for a cursor within the code, but for what the compiler itself cannot stand.</summary>
    public CompletionList CompleteAt(string code, int cursor, CancellationToken stop)
    {
        lock (turn)
        {
            stop.ThrowIfCancellationRequested();
            var part = CellPart.At(code, cursor, session.Kernels.IsKernel);
            return part.Language switch
            {
                null => directives.Complete(part.Before(cursor), cursor),
                CellPart.CSharp => directives.OfCompilerLine(part.Before(cursor), cursor) ?? csharp.Complete(part.Text, cursor, stop),
                var kernel => sql.Complete(kernel, part.Text, cursor),
            };
        }
    }

    /// <summary>As <see cref="Inspect"/>, for a cursor within the code, but for what the compiler itself cannot stand.</summary>
    public Inspection? InspectAt(string code, int cursor, bool detailed, CancellationToken stop)
    {
        lock (turn)
        {
            stop.ThrowIfCancellationRequested();
            var part = CellPart.At(code, cursor, session.Kernels.IsKernel);
            return part.Language switch
            {
                null => directiveInspection.Inspect(part.Text[part.LineStart..part.LineEnd]),
                CellPart.CSharp => csharpInspection.Inspect(part.Text, cursor, detailed, stop),
                _ => null,
            };
        }
    }

    /// <summary>
    /// Code that is nested too deeply, or an assembly that is damaged, ends in exceptions of many kinds inside the compiler. While a
    /// person types, no answer is the right answer to them.
    /// </summary>
    private static T? Guarded<T>(Func<T?> answer) where T : class
    {
        try
        {
            return answer();
        }
        catch (Exception e) when (e is not OperationCanceledException || e.GetType().Name == StackGuard)
        {
            return null;
        }
    }

    /// <summary>The compiler's own exception for code that is nested too deeply; it derives from that of cancellation.</summary>
    private const string StackGuard = "CancelledByStackGuardException";
}
