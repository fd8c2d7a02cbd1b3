using System.Net;

namespace Phm.Jupyter.Zmtp;

/// <summary>A client of a PUB.</summary>
internal sealed class SubscriberSocket : IAsyncDisposable
{
    public static Task<SubscriberSocket> ConnectAsync(IPEndPoint endpoint, ZmtpLimits limits, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SubscribeAsync(ReadOnlyMemory<byte> prefix, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task UnsubscribeAsync(ReadOnlyMemory<byte> prefix, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<ReadOnlyMemory<byte>>> ReceiveAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => throw new NotSupportedException();
}
