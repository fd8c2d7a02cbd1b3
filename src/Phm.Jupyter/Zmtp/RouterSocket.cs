using System.Net;
using System.Threading.Channels;

namespace Phm.Jupyter.Zmtp;

/// <summary>The ROUTER end of shell, control and stdin.</summary>
internal sealed class RouterSocket : IAsyncDisposable
{
    public IPEndPoint Endpoint => throw new NotSupportedException();

    public ChannelReader<RoutedMessage> Messages => throw new NotSupportedException();

    public static RouterSocket Bind(IPEndPoint endpoint, ZmtpLimits limits, Action<string> log) => throw new NotSupportedException();

    /// <summary>Waits on the caller's own thread for the next message, so that a busy thread pool delays nothing; null when the socket is closed.</summary>
    public RoutedMessage? Receive(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public bool TrySend(ReadOnlyMemory<byte> identity, IReadOnlyList<ReadOnlyMemory<byte>> frames) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => throw new NotSupportedException();
}
