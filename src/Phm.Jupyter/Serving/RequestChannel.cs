using System.Text.Json;
using Phm.Jupyter.Messages;
using Phm.Jupyter.Zmtp;

namespace Phm.Jupyter.Serving;

/// <summary>A socket on which requests come and answers go: shell, control or stdin.</summary>
internal sealed class RequestChannel(string name, RouterSocket socket, MessageDecoder reader, MessageEncoder writer, BoundedLog log)
{
    private readonly Lock gate = new();
    private long taken;
    private long lastAborted;
    private bool isDraining;

    /// <summary>How many messages wait to be served.</summary>
    public int Waiting => socket.Waiting;

    /// <summary>
    /// Waits on the calling thread for the next message that is right, and drops those that are not. Null when the socket is closed.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Request? Receive(CancellationToken stop)
    {
        while (true)
        {
            if (socket.Receive(stop) is not { } received) return null;
            var number = Count();
            try
            {
                return new Request(reader.Read(received.Frames), received.Identity, this, number);
            }
            catch (MessageException e)
            {
                log.Write($"{name}: a message was dropped because {e.Message}");
            }
        }
    }

    /// <summary>
    /// Marks the messages that wait now, and none that comes later: where they ask for an execution they are answered with an abort. Only
    /// where there is no room for more, what comes until the queue is empty is marked as well: the client has sent it already.
    /// </summary>
    public void AbortWaiting()
    {
        lock (gate)
        {
            isDraining |= socket.IsFull;
            lastAborted = socket.Arrived;
        }
    }

    /// <summary>Whether a request waited when those that waited were aborted.</summary>
    public bool Aborts(Request request)
    {
        lock (gate) return request.Number <= lastAborted;
    }

    /// <summary>Sends a message.</summary>
    /// <returns>Its id, or null where the peer has gone.</returns>
    public string? Send(ReadOnlyMemory<byte> identity, IReadOnlyList<ReadOnlyMemory<byte>> route, string type, MessageHeader? parent, Action<Utf8JsonWriter> content)
    {
        var message = writer.Write(route, type, parent, content);
        return socket.TrySend(identity, message.Frames) ? message.Id : null;
    }

    /// <summary>The number of the message that has just been taken, which is that of its arrival.</summary>
    private long Count()
    {
        lock (gate)
        {
            taken++;
            if (isDraining) lastAborted = Math.Max(lastAborted, taken);
            // In this order: a message that stood outside may come in between the two looks.
            isDraining = isDraining && (socket.IsFull || Waiting > 0);
            return taken;
        }
    }
}
