using System.Collections.Concurrent;
using System.Text;

namespace Phm.Cli.Kernels;

/// <summary>
/// Lines for whoever runs the kernel, written by a thread of their own: a program that starts a kernel with a pipe for its errors and
/// never reads it stops the writing, not the kernel. What then does not fit any more is left out.
/// </summary>
internal sealed class OperatorLog : IDisposable
{
    private const int MostWaiting = 100;

    /// <summary>What the last lines may take at the end of the process.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly BlockingCollection<string> waiting = new(MostWaiting);
    private readonly Thread writer;

    /// <param name="stream">Receives the lines in UTF-8. It is not closed.</param>
    public OperatorLog(Stream stream)
    {
        var text = new StreamWriter(stream, new UTF8Encoding(false)) { AutoFlush = true };
        writer = new Thread(() => Run(text)) { IsBackground = true, Name = "log" };
        writer.UnsafeStart();
    }

    /// <summary>Writes a line as soon as it can be written; it never waits.</summary>
    public void Write(string line)
    {
        try
        {
            waiting.TryAdd(line);
        }
        catch (InvalidOperationException)
        {
            // The process ends.
        }
    }

    public void Dispose()
    {
        waiting.CompleteAdding();
        writer.Join(Patience);
    }

    private void Run(StreamWriter text)
    {
        foreach (var line in waiting.GetConsumingEnumerable())
        {
            try
            {
                text.WriteLine($"phm kernel: {PhmCommand.Printable(line)}");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
            {
                // Whoever read the log has gone. That is no reason to stop serving.
            }
        }
    }
}
