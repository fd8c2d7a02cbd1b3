using System.Diagnostics;
using Phm.Notebook.Documents;
using Phm.Notebook.Execution;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Running;

/// <summary>
/// Keeps a run's outputs in its document and saves it as it grows: after each cell while that is cheap, else and within long cells
/// about every second, so that a run that is killed leaves what it had. Every save writes the whole file, so what large outputs cost
/// is held to a part of the run's time.
/// </summary>
internal sealed class RunSaver : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    /// <summary>What saving after cells may cost altogether: this, and a twentieth of the run's time.</summary>
    private static readonly TimeSpan Allowance = TimeSpan.FromSeconds(0.3);

    private readonly NotebookDocument document;
    private readonly string? path;
    private readonly ReadLimits limits;
    private readonly OutputRecorder recorder = new();
    private readonly Lock keeping = new();
    private readonly Lock writing = new();
    private readonly ManualResetEventSlim ended = new();
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private TimeSpan spent;
    private TimeSpan cost;
    private TimeSpan last;
    private NotebookCell? running;
    private bool isSaved;

    /// <param name="document">The notebook that is run.</param>
    /// <param name="path">Where it is saved, or null for nowhere.</param>
    /// <param name="limits">What the file must stay within.</param>
    public RunSaver(NotebookDocument document, string? path, ReadLimits limits)
    {
        this.limits = limits;
        this.document = document;
        this.path = path;
        if (path is null) return;
        AppDomain.CurrentDomain.ProcessExit += SaveLast;
        AppDomain.CurrentDomain.UnhandledException += SaveLast;
        // A thread of its own: a cell may hold all those of the pool.
        new Thread(SaveNowAndThen) { IsBackground = true, Name = "Save" }.UnsafeStart();
    }

    /// <summary>A cell begins.</summary>
    public void Begin(NotebookCell cell)
    {
        lock (keeping)
        {
            recorder.Begin();
            running = cell;
        }
    }

    /// <summary>Keeps an output of the running cell.</summary>
    public void Record(CellOutput output)
    {
        lock (keeping)
        {
            recorder.Record(output);
            isSaved = false;
        }
    }

    /// <summary>The cell has ended.</summary>
    public void End(NotebookCell cell, CellResult result)
    {
        lock (keeping)
        {
            cell.Outputs = recorder.End();
            cell.ExecutionCount = result.ExecutionCount;
            running = null;
            isSaved = false;
        }
    }

    /// <summary>Saves after a cell, unless saving has cost much already; then the next regular save does.</summary>
    /// <exception cref="NotebookException">The file cannot be written, or would be too large to be read again.</exception>
    public void SaveIfCheap()
    {
        if (spent + cost <= Allowance + clock.Elapsed / 20) Save();
    }

    /// <summary>Saves whatever it costs.</summary>
    /// <exception cref="NotebookException">The file cannot be written, or would be too large to be read again.</exception>
    public void Save()
    {
        if (path is null) return;
        lock (writing) Write();
    }

    /// <summary>Saves with an error in the place of a cell's outputs, and without those of the cells before it as far as needs be.</summary>
    /// <exception cref="NotebookException">The file cannot be written.</exception>
    public void SaveWithout(NotebookCell cell, CellError error, IEnumerable<NotebookCell> cells)
    {
        foreach (var other in cells.TakeWhile(other => other != cell).Append(cell).Reverse())
        {
            lock (keeping) other.Outputs = other == cell ? [OutputRecorder.Node(new ErrorOutput(error.Name, error.Message, error.Traceback))] : [];
            try
            {
                Save();
                return;
            }
            catch (NotebookTooLargeException)
            {
                // One cell more gives way.
            }
        }
    }

    /// <summary>Ends the regular saves.</summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= SaveLast;
        AppDomain.CurrentDomain.UnhandledException -= SaveLast;
        ended.Set();
        // One that is under way must not come after what the caller does next.
        lock (writing) isSaved = true;
    }

    private void Write()
    {
        var start = clock.Elapsed;
        string text;
        lock (keeping)
        {
            if (running is { } cell) cell.Outputs = recorder.Snapshot();
            text = document.ToString();
            isSaved = true;
        }
        NotebookDocument.RequireReadable(text, document.Name, limits);
        AtomicFile.Write(path!, text);
        last = clock.Elapsed;
        cost = last - start;
        spent += cost;
    }

    private void SaveNowAndThen()
    {
        while (!ended.Wait(Period / 4))
        {
            lock (writing)
            {
                if (isSaved || clock.Elapsed - last < Period || clock.Elapsed - last < 3 * cost) continue;
                TryWrite();
            }
        }
    }

    /// <summary>The process ends in the middle of the run, by the code of a cell.</summary>
    private void SaveLast(object? sender, EventArgs e)
    {
        if (!writing.TryEnter(Period)) return;
        try
        {
            if (!isSaved) TryWrite();
        }
        finally
        {
            writing.Exit();
        }
    }

    /// <summary>Whoever saves at the end says what is wrong.</summary>
    private void TryWrite()
    {
        try
        {
            Write();
        }
        catch (Exception e) when (e is NotebookException or OutOfMemoryException)
        {
            last = clock.Elapsed;
        }
    }
}
