using System.Net;

namespace Phm.Jupyter.Zmtp;

/// <summary>A client of a ROUTER: it sends and receives in any order.</summary>
internal sealed class DealerSocket : ClientSocket
{
    private DealerSocket(ReadOnlyMemory<byte> identity, ZmtpLimits limits)
        : base(SocketRole.Dealer, limits) => OwnIdentity = identity;

    public override ReadOnlyMemory<byte> OwnIdentity { get; }

    /// <summary>Connects and waits until both sides are ready.</summary>
    /// <param name="endpoint">Where the ROUTER listens.</param>
    /// <param name="identity">The bytes that name this client to it, up to 255, not starting with zero; empty where it is to choose.</param>
    /// <param name="limits">What the peer may cost.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="System.Net.Sockets.SocketException">Nobody listens there.</exception>
    /// <exception cref="IOException">The peer does not speak ZMTP 3 as a ROUTER.</exception>
    public static async Task<DealerSocket> ConnectAsync(
        IPEndPoint endpoint, ReadOnlyMemory<byte> identity, ZmtpLimits limits, CancellationToken cancellationToken)
    {
        var socket = new DealerSocket(identity, limits);
        await socket.OpenAsync(endpoint, cancellationToken).ConfigureAwait(false);
        return socket;
    }

    /// <inheritdoc cref="ClientSocket.WriteAsync"/>
    public Task SendAsync(IReadOnlyList<ReadOnlyMemory<byte>> frames, CancellationToken cancellationToken) =>
        WriteAsync(frames, cancellationToken);

    /// <inheritdoc cref="ClientSocket.ReadAsync"/>
    public Task<IReadOnlyList<ReadOnlyMemory<byte>>> ReceiveAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);
}
