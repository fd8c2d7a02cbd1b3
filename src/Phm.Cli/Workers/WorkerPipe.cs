using System.Text.Json;

namespace Phm.Cli.Workers;

/// <summary>Messages over a pair of pipes. Standard output is not used: cells, and what cells start, may write to it.</summary>
/// <param name="reads">What the other side writes.</param>
/// <param name="writes">What the other side reads.</param>
internal sealed class WorkerPipe(Stream reads, Stream writes) : IDisposable
{
    private readonly Lock sending = new();
    private readonly StreamReader lines = new(reads);

    /// <summary>Sends a message, from any thread.</summary>
    /// <returns>False where the other side has gone.</returns>
    public bool TrySend(WorkerMessage message)
    {
        try
        {
            var line = JsonSerializer.SerializeToUtf8Bytes(message, WorkerJson.Default.WorkerMessage);
            lock (sending)
            {
                writes.Write([.. line, (byte)'\n']);
                writes.Flush();
            }
            return true;
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            return false;
        }
    }

    /// <summary>Waits for the next message, on one thread. Null when the other side has gone: there is nothing more to read.</summary>
    public WorkerMessage? Receive()
    {
        try
        {
            if (lines.ReadLine() is { } line) return JsonSerializer.Deserialize(line, WorkerJson.Default.WorkerMessage);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or JsonException)
        {
            // A line that is cut off is the last one of a process that has died.
        }
        lines.Dispose();
        return null;
    }

    /// <summary>
    /// Ends sending. Who receives ends that, because to close what a thread reads from waits for that thread, and a program that a
    /// cell has started may hold the other end open for days.
    /// </summary>
    public void Dispose() => writes.Dispose();
}
