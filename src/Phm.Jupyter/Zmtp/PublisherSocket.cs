using System.Net;

namespace Phm.Jupyter.Zmtp;

/// <summary>The PUB end of iopub.</summary>
internal sealed class PublisherSocket : IAsyncDisposable
{
    public IPEndPoint Endpoint => throw new NotSupportedException();

    public static PublisherSocket Bind(IPEndPoint endpoint, ZmtpLimits limits, Action<string> log) => throw new NotSupportedException();

    public void Publish(IReadOnlyList<ReadOnlyMemory<byte>> frames) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => throw new NotSupportedException();
}
