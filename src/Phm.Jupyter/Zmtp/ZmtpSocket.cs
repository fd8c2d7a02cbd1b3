namespace Phm.Jupyter.Zmtp;

/// <summary>What a connection asks of the socket that it belongs to. All of it is called on the connection's own thread.</summary>
internal abstract class ZmtpSocket(SocketRole role, ZmtpLimits limits)
{
    public SocketRole Role => role;

    public ZmtpLimits Limits => limits;

    /// <summary>What all connections have under way together.</summary>
    public ReceiveBudget Budget { get; } = new(limits.ReceiveBudgetBytes);

    /// <summary>The bytes that name this socket to a ROUTER; empty where the ROUTER is to choose.</summary>
    public virtual ReadOnlyMemory<byte> OwnIdentity => ReadOnlyMemory<byte>.Empty;

    /// <summary>Both sides are ready.</summary>
    public virtual void OnReady(Connection connection)
    {
    }

    /// <summary>A whole message came; the peer is not read further until this returns.</summary>
    /// <param name="connection">The connection that it came by.</param>
    /// <param name="frames">At least one frame.</param>
    /// <param name="cost">What the message counts against limits, in bytes.</param>
    public abstract void OnMessage(Connection connection, IReadOnlyList<ReadOnlyMemory<byte>> frames, long cost);

    /// <summary>A peer asked by a command of ZMTP 3.1 for the messages that start with a prefix, or no longer does.</summary>
    public virtual void OnSubscription(Connection connection, ReadOnlyMemory<byte> prefix, bool isWanted)
    {
    }

    /// <summary>A message for this peer was dropped, the first since it read everything.</summary>
    public virtual void OnStall(Connection connection)
    {
    }

    /// <summary>The connection has ended.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="failure">Why it ended, or null where the peer left between two messages.</param>
    public abstract void OnClosed(Connection connection, Exception? failure);
}
