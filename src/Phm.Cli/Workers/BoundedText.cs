using System.Text;

namespace Phm.Cli.Workers;

/// <summary>Reads a stream to its end, so that nobody waits who writes to it, and keeps its beginning.</summary>
internal sealed class BoundedText
{
    private const int Kept = 16 * 1024;

    private readonly StringBuilder text = new();

    private BoundedText(StreamReader reader) => End = Task.Factory.StartNew(() => Read(reader), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>When the stream has ended.</summary>
    public Task End { get; }

    public static BoundedText Of(StreamReader reader) => new(reader);

    /// <summary>The beginning of what has been read.</summary>
    public override string ToString()
    {
        lock (text) return text.ToString();
    }

    private void Read(StreamReader reader)
    {
        var buffer = new char[4096];
        try
        {
            while (reader.Read(buffer) is > 0 and var read)
            {
                lock (text) text.Append(buffer, 0, Math.Min(read, Kept - text.Length));
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The process has gone.
        }
    }
}
