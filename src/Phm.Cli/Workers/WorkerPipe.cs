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

    /// <summary>Waits for the next message; null when the other side has gone.</summary>
    public WorkerMessage? Receive()
    {
        try
        {
            return lines.ReadLine() is { } line ? JsonSerializer.Deserialize(line, WorkerJson.Default.WorkerMessage) : null;
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or JsonException)
        {
            // A line that is cut off is the last one of a process that has died.
            return null;
        }
    }

    public void Dispose()
    {
        writes.Dispose();
        lines.Dispose();
    }
}
