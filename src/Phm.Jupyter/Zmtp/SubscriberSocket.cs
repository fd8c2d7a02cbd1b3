using System.Net;

namespace Phm.Jupyter.Zmtp;

/// <summary>A client of a PUB: it receives what it subscribed to.</summary>
internal sealed class SubscriberSocket : ClientSocket
{
    private const byte Wanted = 1;

    private SubscriberSocket(ZmtpLimits limits)
        : base(SocketRole.Subscriber, limits)
    {
    }

    /// <inheritdoc cref="DealerSocket.ConnectAsync"/>
    public static async Task<SubscriberSocket> ConnectAsync(IPEndPoint endpoint, ZmtpLimits limits, CancellationToken cancellationToken)
    {
        var socket = new SubscriberSocket(limits);
        await socket.OpenAsync(endpoint, cancellationToken).ConfigureAwait(false);
        return socket;
    }

    /// <summary>Asks for the messages whose first frame starts with some bytes; an empty prefix asks for all.</summary>
    public Task SubscribeAsync(ReadOnlyMemory<byte> prefix, CancellationToken cancellationToken) =>
        WriteAsync([(byte[])[Wanted, .. prefix.Span]], cancellationToken);

    /// <inheritdoc cref="ClientSocket.ReadAsync"/>
    public Task<IReadOnlyList<ReadOnlyMemory<byte>>> ReceiveAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);
}
