using System.Buffers.Binary;
using System.Net;

namespace Phm.Jupyter.Zmtp;

/// <summary>The ROUTER end of shell, control and stdin: it knows its peers by their identities.</summary>
/// <remarks>
/// A peer that connects with the identity of another takes its place, as a client does that reconnects; a peer without an identity is
/// given one.
/// </remarks>
internal sealed class RouterSocket : ServerSocket
{
    private readonly Lock gate = new();
    private readonly Dictionary<ReadOnlyMemory<byte>, Connection> peers = new(ByteComparer.Instance);
    private readonly InboundQueue<RoutedMessage> inbound;
    private int named;

    private RouterSocket(IPEndPoint endpoint, ZmtpLimits limits, Action<string> log)
        : base(SocketRole.Router, endpoint, limits, log) => inbound = new InboundQueue<RoutedMessage>(limits);

    /// <summary>How many messages wait to be taken.</summary>
    public int Waiting => inbound.Count;

    /// <summary>How many messages have come, those that were taken among them; they are taken in that order.</summary>
    public long Arrived => inbound.Added;

    /// <summary>Whether peers are not read further, because too much waits to be taken.</summary>
    public bool IsFull => inbound.IsFull;

    /// <summary>Listens at exactly this address; port 0 chooses a free port.</summary>
    /// <param name="endpoint">The address and port.</param>
    /// <param name="limits">What peers may cost.</param>
    /// <param name="log">Takes one line on every connection that ended badly, from any thread; a flood of them is cut short.</param>
    public static RouterSocket Bind(IPEndPoint endpoint, ZmtpLimits limits, Action<string> log)
    {
        var socket = new RouterSocket(endpoint, limits, log);
        socket.Start();
        return socket;
    }

    /// <summary>
    /// Waits on the caller's own thread for the next message, which a busy thread pool cannot delay; null when the socket is closed. A
    /// reader that does not keep up stops the peers from being read.
    /// </summary>
    public RoutedMessage? Receive(CancellationToken cancellationToken = default) => inbound.Take(cancellationToken);

    /// <summary>Sends a message to a peer; it never blocks.</summary>
    /// <param name="identity">The peer.</param>
    /// <param name="frames">At least one frame; the bytes must not be changed afterwards.</param>
    /// <returns>False where the message was dropped: there is no such peer, or it does not read.</returns>
    public bool TrySend(ReadOnlyMemory<byte> identity, IReadOnlyList<ReadOnlyMemory<byte>> frames)
    {
        var message = EncodedMessage.Encode(frames);
        var isSent = false;
        try
        {
        }
        finally
        {
            // Where a cell is ended by an abort of its thread, as on Windows, none strikes here: it would leave half a message behind.
            isSent = PeerOf(identity)?.TrySend(message) ?? false;
        }
        return isSent;
    }

    public override void OnReady(Connection connection)
    {
        Connection? former;
        lock (gate)
        {
            if (connection.Identity.IsEmpty) connection.Identity = NextIdentity();
            peers.TryGetValue(connection.Identity, out former);
            peers[connection.Identity] = connection;
        }
        former?.Abort();
    }

    public override void OnMessage(Connection connection, IReadOnlyList<ReadOnlyMemory<byte>> frames, long cost) =>
        inbound.Add(new RoutedMessage(connection.Identity, frames), cost);

    public override void OnClosed(Connection connection, Exception? failure)
    {
        lock (gate)
        {
            if (peers.TryGetValue(connection.Identity, out var current) && current == connection) peers.Remove(connection.Identity);
        }
        base.OnClosed(connection, failure);
    }

    public override ValueTask DisposeAsync()
    {
        inbound.Complete();
        return base.DisposeAsync();
    }

    private Connection? PeerOf(ReadOnlyMemory<byte> identity)
    {
        lock (gate) return peers.GetValueOrDefault(identity);
    }

    /// <summary>A zero byte, which no peer's own identity starts with, and a number.</summary>
    private byte[] NextIdentity()
    {
        var identity = new byte[5];
        BinaryPrimitives.WriteInt32BigEndian(identity.AsSpan(1), ++named);
        return identity;
    }
}
