namespace Phm.Jupyter.Zmtp;

/// <summary>
/// What a socket lets its peers cost. Every length that a peer announces is compared with these before anything is allocated.
/// </summary>
internal sealed record ZmtpLimits
{
    /// <summary>The limits of a kernel that serves the notebooks of one user.</summary>
    public static ZmtpLimits Default { get; } = new();

    /// <summary>The longest frame that is received, in bytes; 32 MiB by default. A longer one closes its connection.</summary>
    public long FrameBytes { get; init; } = 32 << 20;

    /// <summary>
    /// The longest message that is received, in bytes over all its frames; 32 MiB by default. A longer one closes its connection.
    /// </summary>
    public long MessageBytes { get; init; } = 32 << 20;

    /// <summary>The most frames of one received message; 1,024 by default. More close the connection.</summary>
    public int FramesPerMessage { get; init; } = 1024;

    /// <summary>The most connections of one socket; 64 by default. A further one is closed as soon as it is accepted.</summary>
    public int Connections { get; init; } = 64;

    /// <summary>
    /// The most connections of one socket that have not finished their handshake; 16 by default. A further one takes the place of the
    /// oldest of them.
    /// </summary>
    public int ConnectionsInHandshake { get; init; } = 16;

    /// <summary>The time from the connection to the peer's READY; 30 s by default. Then the connection is closed.</summary>
    public TimeSpan HandshakeTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The most messages that wait for one peer to read; 65,536 by default. Further messages for that peer are dropped, expendable ones
    /// when a sixteenth of the room is left.</summary>
    public int SendQueueMessages { get; init; } = 65_536;

    /// <summary>
    /// The most bytes that wait for one peer to read; 64 MiB by default. Further messages for that peer are dropped, expendable ones
    /// when a sixteenth of the room is left; a single message may be longer.
    /// </summary>
    public long SendQueueBytes { get; init; } = 64 << 20;

    /// <summary>
    /// The most received messages of one socket that wait to be taken; 1,024 by default. Then its peers are not read further.
    /// </summary>
    public int ReceiveQueueMessages { get; init; } = 1024;

    /// <summary>
    /// The most bytes of received messages that wait to be taken; 64 MiB by default. Then the peers are not read further; a single
    /// message may be longer.
    /// </summary>
    public long ReceiveQueueBytes { get; init; } = 64 << 20;

    /// <summary>
    /// The most bytes of messages in the course of arriving, over all peers of one socket; 256 MiB by default. The peer that passes
    /// it is disconnected.
    /// </summary>
    public long ReceiveBudgetBytes { get; init; } = 256 << 20;

    /// <summary>The most prefixes that one subscriber may hold; 1,024 by default. More close its connection.</summary>
    public int SubscriptionsPerPeer { get; init; } = 1024;

    /// <summary>The longest prefix of a subscription, in bytes; 1,024 by default. A longer one closes the connection.</summary>
    public int SubscriptionBytes { get; init; } = 1024;

    /// <summary>The time that closing a socket waits for its peers to read what was sent to them; 1 s by default.</summary>
    public TimeSpan Linger { get; init; } = TimeSpan.FromSeconds(1);
}
