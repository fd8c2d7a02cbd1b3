using System.Net;

namespace Phm.Jupyter.Zmtp;

/// <summary>The PUB end of iopub: each message goes to every peer that subscribed to a prefix of its first frame, and to nobody else.</summary>
internal sealed class PublisherSocket : ServerSocket
{
    private readonly Lock gate = new();
    private readonly Dictionary<Connection, Subscriptions> subscribers = [];

    private PublisherSocket(IPEndPoint endpoint, ZmtpLimits limits, Action<string> log)
        : base(SocketRole.Publisher, endpoint, limits, log)
    {
    }

    /// <inheritdoc cref="RouterSocket.Bind"/>
    public static PublisherSocket Bind(IPEndPoint endpoint, ZmtpLimits limits, Action<string> log)
    {
        var socket = new PublisherSocket(endpoint, limits, log);
        socket.Start();
        return socket;
    }

    /// <summary>
    /// Publishes a message, from any thread; all subscribers get messages in one order. It never blocks: a subscriber that does not read
    /// loses messages.
    /// </summary>
    /// <param name="frames">At least one frame; the bytes must not be changed afterwards.</param>
    /// <param name="isExpendable">Whether a slow subscriber loses it first: a part of its queue is kept for messages that are not.</param>
    /// <returns>Whether no subscriber has lost it.</returns>
    public bool Publish(IReadOnlyList<ReadOnlyMemory<byte>> frames, bool isExpendable = false)
    {
        var message = EncodedMessage.Encode(frames);
        var isSent = false;
        try
        {
        }
        finally
        {
            // Where a cell is ended by an abort of its thread, as on Windows, none strikes here: it would leave half a message behind.
            isSent = Send(message, frames[0].Span, isExpendable);
        }
        return isSent;
    }

    public override void OnReady(Connection connection)
    {
        lock (gate) subscribers.Add(connection, new Subscriptions(Limits));
    }

    /// <summary>A subscription, as peers of ZMTP 3.0 send it: 1 or 0 and the prefix. Other messages mean nothing to a PUB.</summary>
    public override void OnMessage(Connection connection, IReadOnlyList<ReadOnlyMemory<byte>> frames, long cost)
    {
        var frame = frames[0];
        if (frames.Count == 1 && !frame.IsEmpty && frame.Span[0] <= 1) OnSubscription(connection, frame[1..], isWanted: frame.Span[0] == 1);
    }

    public override void OnSubscription(Connection connection, ReadOnlyMemory<byte> prefix, bool isWanted)
    {
        lock (gate)
        {
            if (isWanted) subscribers[connection].Add(prefix);
            else subscribers[connection].Remove(prefix);
        }
    }

    public override void OnClosed(Connection connection, Exception? failure)
    {
        lock (gate) subscribers.Remove(connection);
        base.OnClosed(connection, failure);
    }

    private bool Send(EncodedMessage message, ReadOnlySpan<byte> topic, bool isExpendable)
    {
        var isSent = true;
        lock (gate)
        {
            foreach (var (connection, subscriptions) in subscribers)
            {
                if (subscriptions.Match(topic)) isSent &= connection.TrySend(message, isExpendable);
            }
        }
        return isSent;
    }
}
