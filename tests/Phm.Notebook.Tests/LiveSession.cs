using Phm.Notebook.Execution;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Tests;

/// <summary>A session in a folder of its own whose outputs are kept as a notebook keeps them.</summary>
internal sealed class LiveSession : IDisposable
{
    private readonly OutputRecorder recorder = new();

    public LiveSession(SessionOptions? options = null) =>
        Session = new NotebookSession((options ?? new SessionOptions()) with { Directory = Folder.Path });

    public TemporaryFolder Folder { get; } = new();

    public NotebookSession Session { get; }

    public async Task<RanCell> RunAsync(CellRequest cell, CancellationToken? cancellationToken = null)
    {
        var published = new List<CellOutput>();
        recorder.Begin();
        var result = await Session.ExecuteAsync(cell, output =>
        {
            lock (published) published.Add(output);
            recorder.Record(output);
        }, cancellationToken ?? TestContext.Current.CancellationToken);
        return new RanCell(result, recorder.End(), published);
    }

    public void Dispose()
    {
        Session.Dispose();
        Folder.Dispose();
    }
}
