using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Phm.Jupyter.Zmtp;

/// <summary>A socket that connects to one peer. When that connection ends it is done: it does not connect again.</summary>
internal abstract class ClientSocket(SocketRole role, ZmtpLimits limits) : ZmtpSocket(role, limits), IAsyncDisposable
{
    private readonly InboundQueue<IReadOnlyList<ReadOnlyMemory<byte>>> inbound = new(limits);
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Connection? connection;
    private Exception? failure;

    public override void OnReady(Connection connection) => ready.TrySetResult();

    public override void OnMessage(Connection connection, IReadOnlyList<ReadOnlyMemory<byte>> frames, long cost) => inbound.Add(frames, cost);

    public override void OnClosed(Connection connection, Exception? failure)
    {
        this.failure = failure;
        inbound.Complete();
        ready.TrySetException(Ended());
    }

    /// <summary>Gives what was sent the time of the linger to arrive, and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        inbound.Complete();
        if (connection is null) return;
        await Task.WhenAny(connection.FinishAsync(), Task.Delay(Limits.Linger)).ConfigureAwait(false);
        connection.Abort();
    }

    /// <summary>Connects and waits until both sides are ready.</summary>
    protected async Task OpenAsync(IPEndPoint endpoint, CancellationToken cancellationToken)
    {
        var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(endpoint, cancellationToken).ConfigureAwait(false);
            connection = new Connection(socket, this);
            connection.Start();
            await ready.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            connection?.Abort();
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Sends a message, after waiting for room where the peer does not read.</summary>
    /// <param name="frames">At least one frame; the bytes must not be changed afterwards.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="IOException">The connection has ended.</exception>
    protected Task WriteAsync(IReadOnlyList<ReadOnlyMemory<byte>> frames, CancellationToken cancellationToken) =>
        connection!.SendAsync(EncodedMessage.Encode(frames), cancellationToken);

    /// <summary>Waits for the next message.</summary>
    /// <exception cref="IOException">The connection has ended and everything that came by it was taken.</exception>
    protected async Task<IReadOnlyList<ReadOnlyMemory<byte>>> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await inbound.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw Ended();
        }
    }

    private IOException Ended() => failure is ZmtpException known ? known : new EndOfStreamException("the connection has ended", failure);
}
