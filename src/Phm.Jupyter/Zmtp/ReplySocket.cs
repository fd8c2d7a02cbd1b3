using System.Net;

namespace Phm.Jupyter.Zmtp;

/// <summary>The REP end of the heartbeat: every request is its own reply, sent from the thread that read it, however busy the rest is.</summary>
internal sealed class ReplySocket : ServerSocket
{
    private ReplySocket(IPEndPoint endpoint, ZmtpLimits limits, Action<string> log)
        : base(SocketRole.Reply, endpoint, limits, log)
    {
    }

    /// <inheritdoc cref="RouterSocket.Bind"/>
    public static ReplySocket Bind(IPEndPoint endpoint, ZmtpLimits limits, Action<string> log)
    {
        var socket = new ReplySocket(endpoint, limits, log);
        socket.Start();
        return socket;
    }

    /// <summary>Echoes the envelope, the empty delimiter and the body as they came; without a delimiter it is no request.</summary>
    public override void OnMessage(Connection connection, IReadOnlyList<ReadOnlyMemory<byte>> frames, long cost)
    {
        if (frames.Any(frame => frame.IsEmpty)) connection.TrySend(EncodedMessage.Encode(frames));
        else Log("a message without an empty delimiter was dropped: it is no request.");
    }
}
