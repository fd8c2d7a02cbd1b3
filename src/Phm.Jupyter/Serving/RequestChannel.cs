using System.Text.Json;
using Phm.Jupyter.Messages;
using Phm.Jupyter.Zmtp;

namespace Phm.Jupyter.Serving;

/// <summary>A socket on which requests come and answers go: shell, control or stdin.</summary>
internal sealed class RequestChannel(string name, RouterSocket socket, MessageDecoder reader, MessageEncoder writer, BoundedLog log)
{
    private int aborted;

    /// <summary>How many messages wait to be served.</summary>
    public int Waiting => socket.Messages.Count;

    /// <summary>
    /// Waits on the calling thread for the next message that is right, and drops those that are not. Null when the socket is closed.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Request? Receive(CancellationToken stop)
    {
        while (socket.Receive(stop) is { } received)
        {
            var isAborted = aborted > 0;
            if (isAborted) aborted--;
            try
            {
                return new Request(reader.Read(received.Frames), received.Identity, this, isAborted);
            }
            catch (MessageException e)
            {
                log.Write($"{name}: a message was dropped because {e.Message}");
            }
        }
        return null;
    }

    /// <summary>Marks the messages that wait now: those among them that ask for an execution are answered with an abort.</summary>
    public void AbortWaiting() => aborted = Waiting;

    /// <summary>Sends a message.</summary>
    /// <returns>Its id, or null where the peer has gone.</returns>
    public string? Send(ReadOnlyMemory<byte> identity, IReadOnlyList<ReadOnlyMemory<byte>> route, string type, MessageHeader? parent, Action<Utf8JsonWriter> content)
    {
        var message = writer.Write(route, type, parent, content);
        return socket.TrySend(identity, message.Frames) ? message.Id : null;
    }
}
