using System.Net;

namespace Phm.Jupyter.Zmtp;

/// <summary>A client of a PUB: it receives what it subscribed to.</summary>
internal sealed class SubscriberSocket : ClientSocket
{
    private const byte Wanted = 1;
    private const byte Unwanted = 0;

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
        SendAsync(Wanted, prefix, cancellationToken);

    /// <summary>Takes a subscription back.</summary>
    public Task UnsubscribeAsync(ReadOnlyMemory<byte> prefix, CancellationToken cancellationToken) =>
        SendAsync(Unwanted, prefix, cancellationToken);

    /// <inheritdoc cref="ClientSocket.ReadAsync"/>
    public Task<IReadOnlyList<ReadOnlyMemory<byte>>> ReceiveAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    private Task SendAsync(byte verb, ReadOnlyMemory<byte> prefix, CancellationToken cancellationToken) =>
        WriteAsync([(byte[])[verb, .. prefix.Span]], cancellationToken);
}
