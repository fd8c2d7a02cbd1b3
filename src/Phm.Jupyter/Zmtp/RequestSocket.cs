using System.Net;

namespace Phm.Jupyter.Zmtp;

/// <summary>A client of a REP.</summary>
internal sealed class RequestSocket : IAsyncDisposable
{
    public static Task<RequestSocket> ConnectAsync(IPEndPoint endpoint, ZmtpLimits limits, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<ReadOnlyMemory<byte>>> RequestAsync(IReadOnlyList<ReadOnlyMemory<byte>> frames, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => throw new NotSupportedException();
}
