using System.Net;

namespace Phm.Jupyter.Zmtp;

/// <summary>A client of a ROUTER.</summary>
internal sealed class DealerSocket : IAsyncDisposable
{
    public static Task<DealerSocket> ConnectAsync(IPEndPoint endpoint, ReadOnlyMemory<byte> identity, ZmtpLimits limits, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SendAsync(IReadOnlyList<ReadOnlyMemory<byte>> frames, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<ReadOnlyMemory<byte>>> ReceiveAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => throw new NotSupportedException();
}
