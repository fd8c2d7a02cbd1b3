using System.Net;

namespace Phm.Jupyter.Zmtp;

/// <summary>The REP end of the heartbeat: it echoes every request.</summary>
internal sealed class ReplySocket : IAsyncDisposable
{
    public IPEndPoint Endpoint => throw new NotSupportedException();

    public static ReplySocket Bind(IPEndPoint endpoint, ZmtpLimits limits, Action<string> log) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => throw new NotSupportedException();
}
