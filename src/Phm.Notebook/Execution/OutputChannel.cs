using System.Globalization;
using System.Text;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Execution;

/// <summary>
/// The one door through which a cell's outputs leave, in order and from any thread. Small writes are joined and leave at the
/// latest after <see cref="FlushPeriod"/>, also those of threads that outlive their cell where the channel is not closed with it.
/// </summary>
/// <remarks>The work is done in finally blocks: an aborted thread finishes what it publishes, so no half of it is ever seen.</remarks>
internal sealed class OutputChannel : IDisposable
{
    private const int Piece = 8192;
    private static readonly TimeSpan FlushPeriod = TimeSpan.FromMilliseconds(50);

    private readonly Lock gate = new();
    private readonly Action<CellOutput> sink;
    private readonly int limit;
    private readonly OutputTally tally;
    private readonly StringBuilder pending = new();
    private readonly Timer flushing;
    private string stream = StreamOutput.Out;
    private int written;
    private bool isFlushing;
    private bool closed;

    /// <param name="sink">Receives what leaves.</param>
    /// <param name="limit">The most characters of streams.</param>
    /// <param name="tally">Counts them among all outputs of the session.</param>
    public OutputChannel(Action<CellOutput> sink, int limit, OutputTally tally)
    {
        this.tally = tally;
        this.sink = sink;
        this.limit = limit;
        flushing = new Timer(_ => Flush());
    }

    public void Write(string name, ReadOnlySpan<char> text)
    {
        try { }
        finally
        {
            lock (gate)
            {
                if (!closed && written <= limit) Append(name, text);
                if (pending.Length > 0 && !isFlushing) isFlushing = flushing.Change(FlushPeriod, Timeout.InfiniteTimeSpan);
            }
        }
    }

    public void Publish(CellOutput output)
    {
        try { }
        finally
        {
            lock (gate)
            {
                if (!closed)
                {
                    Send();
                    sink(output);
                }
            }
        }
    }

    /// <summary>What was written leaves now.</summary>
    public void Flush()
    {
        lock (gate)
        {
            isFlushing = false;
            if (!closed) Send();
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            if (!closed) Send();
            closed = true;
            flushing.Dispose();
        }
    }

    private void Append(string name, ReadOnlySpan<char> text)
    {
        if (name != stream) Send();
        stream = name;
        var rest = tally.Take(Math.Min(text.Length, limit - written));
        written = text.Length > rest ? limit + 1 : written + text.Length;
        pending.Append(text.Length > rest ? text[..rest] : text);
        if (written > limit)
            pending.Append(CultureInfo.InvariantCulture, $"\n[The output was cut here: {(tally.IsUsedUp ? "the notebook's outputs have reached their limit" : $"a cell keeps {limit:#,##0} characters")}.]\n");
        if (pending.Length >= Piece) Send();
    }

    private void Send()
    {
        if (pending.Length == 0) return;
        var text = pending.ToString();
        pending.Clear();
        sink(new StreamOutput(stream, text));
    }
}
