using System.Net;

namespace Phm.Jupyter.Zmtp;

/// <summary>A client of a REP: one request, one reply.</summary>
internal sealed class RequestSocket : ClientSocket
{
    private RequestSocket(ZmtpLimits limits)
        : base(SocketRole.Request, limits)
    {
    }

    /// <inheritdoc cref="DealerSocket.ConnectAsync"/>
    public static async Task<RequestSocket> ConnectAsync(IPEndPoint endpoint, ZmtpLimits limits, CancellationToken cancellationToken)
    {
        var socket = new RequestSocket(limits);
        await socket.OpenAsync(endpoint, cancellationToken).ConfigureAwait(false);
        return socket;
    }

    /// <summary>Sends a request and waits for its reply.</summary>
    /// <param name="frames">At least one frame, without the delimiter.</param>
    /// <param name="cancellationToken">Ends the wait; the socket is then out of step and to be disposed.</param>
    /// <returns>The frames after the delimiter.</returns>
    /// <exception cref="IOException">The connection has ended, or what came is no reply.</exception>
    public async Task<IReadOnlyList<ReadOnlyMemory<byte>>> RequestAsync(
        IReadOnlyList<ReadOnlyMemory<byte>> frames, CancellationToken cancellationToken)
    {
        await WriteAsync([ReadOnlyMemory<byte>.Empty, .. frames], cancellationToken).ConfigureAwait(false);
        var reply = await ReadAsync(cancellationToken).ConfigureAwait(false);
        return reply[0].IsEmpty ? [.. reply.Skip(1)] : throw new ZmtpException("a reply has no empty delimiter");
    }
}
