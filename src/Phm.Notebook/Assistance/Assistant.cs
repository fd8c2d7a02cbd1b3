using Phm.Notebook.Execution;

namespace Phm.Notebook.Assistance;

/// <summary>
/// Answers what a front end asks about a cell of a session while a person types: one question at a time, beside the cell that runs.
/// </summary>
internal sealed class Assistant
{
    private readonly Lock turn = new();
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
        csharp = new CSharpCompletion(book, new TypeNames(), paths);
        Help = new SymbolHelp(book, turn);
        csharpInspection = new CSharpInspection(book, Help);
        directiveInspection = new DirectiveInspection(directives);
    }

    /// <summary>The documentation of types and members.</summary>
    public SymbolHelp Help { get; }

    public CompletionList Complete(string code, int cursor, CancellationToken stop)
    {
        var at = Math.Clamp(cursor, 0, code.Length);
        lock (turn)
        {
            stop.ThrowIfCancellationRequested();
            var part = CellPart.At(code, at, session.Kernels.IsKernel);
            return part.Language switch
            {
                null => directives.Complete(part.Before(at), at),
                CellPart.CSharp => directives.OfCompilerLine(part.Before(at), at) ?? csharp.Complete(part.Text, at, stop),
                var kernel => sql.Complete(kernel, part.Text, at),
            };
        }
    }

    public Inspection? Inspect(string code, int cursor, bool detailed, CancellationToken stop)
    {
        var at = Math.Clamp(cursor, 0, code.Length);
        lock (turn)
        {
            stop.ThrowIfCancellationRequested();
            var part = CellPart.At(code, at, session.Kernels.IsKernel);
            return part.Language switch
            {
                null => directiveInspection.Inspect(part.Text[part.LineStart..part.LineEnd]),
                CellPart.CSharp => csharpInspection.Inspect(part.Text, at, detailed, stop),
                _ => null,
            };
        }
    }
}
