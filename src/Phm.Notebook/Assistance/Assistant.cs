using Phm.Notebook.Execution;

namespace Phm.Notebook.Assistance;

/// <summary>
/// Answers what a front end asks about a cell of a session while a person types: one question at a time, beside the cell that runs.
/// </summary>
internal sealed class Assistant
{
    private readonly Lock turn = new();
    private readonly NotebookSession session;
    private readonly SketchBook book;
    private readonly CSharpCompletion csharp;
    private readonly FilePaths paths;

    public Assistant(NotebookSession session)
    {
        this.session = session;
        paths = new FilePaths(session.Directory);
        book = new SketchBook(session.CSharp.Chain, session.Directory);
        csharp = new CSharpCompletion(book, new TypeNames(), paths);
    }

    public CompletionList Complete(string code, int cursor, CancellationToken stop)
    {
        var at = Math.Clamp(cursor, 0, code.Length);
        lock (turn)
        {
            stop.ThrowIfCancellationRequested();
            var part = CellPart.At(code, at, session.Kernels.IsKernel);
            return part.Language switch
            {
                CellPart.CSharp => csharp.Complete(part.Text, at, stop),
                _ => new CompletionList(at, at, []),
            };
        }
    }

    public Inspection? Inspect(string code, int cursor, bool detailed, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        return null;
    }
}
