using System.Text.Json;
using Phm.Jupyter.Messages;
using Phm.Jupyter.Zmtp;

namespace Phm.Jupyter.Serving;

/// <summary>A socket on which requests come and answers go: shell, control or stdin.</summary>
internal sealed class RequestChannel(string name, RouterSocket socket, MessageDecoder reader, MessageEncoder writer, BoundedLog log)
{
    private bool isAborting;

    /// <summary>How many messages wait to be served.</summary>
    public int Waiting => socket.Messages.Count;

    /// <summary>
    /// Waits on the calling thread for the next message that is right, and drops those that are not. Null when the socket is closed.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Request? Receive(CancellationToken stop)
    {
        while (true)
        {
            if (socket.Receive(stop) is not { } received) return null;
            // The last of them ends it before its own answer: what the client sends after that is not meant.
            var isAborted = isAborting;
            isAborting = isAborting && Waiting > 0;
            try
            {
                return new Request(reader.Read(received.Frames), received.Identity, this, isAborted);
            }
            catch (MessageException e)
            {
                log.Write($"{name}: a message was dropped because {e.Message}");
            }
        }
    }

    /// <summary>
    /// Marks the messages that wait, and those that come before the last of them was taken, as of a long queue not all have arrived yet:
    /// where they ask for an execution they are answered with an abort.
    /// </summary>
    public void AbortWaiting() => isAborting = Waiting > 0;

    /// <summary>Sends a message.</summary>
    /// <returns>Its id, or null where the peer has gone.</returns>
    public string? Send(ReadOnlyMemory<byte> identity, IReadOnlyList<ReadOnlyMemory<byte>> route, string type, MessageHeader? parent, Action<Utf8JsonWriter> content)
    {
        var message = writer.Write(route, type, parent, content);
        return socket.TrySend(identity, message.Frames) ? message.Id : null;
    }
}
