using Phm.Notebook.Execution;

namespace Phm.Notebook.Assistance;

/// <summary>Answers what a front end asks about a cell of a session while a person types.</summary>
internal sealed class Assistant(NotebookSession session)
{
    private readonly Lock turn = new();

    public CompletionList Complete(string code, int cursor, CancellationToken stop)
    {
        var at = Math.Clamp(cursor, 0, code.Length);
        lock (turn)
        {
            stop.ThrowIfCancellationRequested();
            return new CompletionList(at, at, session.Options is null ? [] : []);
        }
    }

    public Inspection? Inspect(string code, int cursor, bool detailed, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        return null;
    }
}
