using System.Net;
using Phm.Jupyter.Zmtp;

namespace Phm.Jupyter.Serving;

/// <summary>The five sockets of a kernel.</summary>
internal sealed class KernelSockets : IAsyncDisposable
{
    // The process ends within a second of a shutdown, whether or not somebody reads the last outputs.
    private static readonly ZmtpLimits Limits = ZmtpLimits.Default with { Linger = TimeSpan.FromMilliseconds(300) };

    private readonly List<IAsyncDisposable> bound = [];

    private KernelSockets(ConnectionFile connection, Action<string> log)
    {
        IPEndPoint At(int port) => new(connection.Address, port);
        T Keep<T>(T socket) where T : IAsyncDisposable
        {
            bound.Add(socket);
            return socket;
        }
        Heartbeat = Keep(ReplySocket.Bind(At(connection.HeartbeatPort), Limits, log));
        IoPub = Keep(PublisherSocket.Bind(At(connection.IoPubPort), Limits, log));
        Stdin = Keep(RouterSocket.Bind(At(connection.StdinPort), Limits, log));
        Control = Keep(RouterSocket.Bind(At(connection.ControlPort), Limits, log));
        Shell = Keep(RouterSocket.Bind(At(connection.ShellPort), Limits, log));
    }

    public ReplySocket Heartbeat { get; }

    public PublisherSocket IoPub { get; }

    public RouterSocket Stdin { get; }

    public RouterSocket Control { get; }

    public RouterSocket Shell { get; }

    /// <summary>Binds all five exactly where the file says.</summary>
    public static KernelSockets Bind(ConnectionFile connection, Action<string> log) => new(connection, log);

    /// <summary>The connection with the ports that the sockets have; they differ where a port of 0 was asked for.</summary>
    public ConnectionFile Locate(ConnectionFile connection) => connection with
    {
        ShellPort = Shell.Endpoint.Port,
        IoPubPort = IoPub.Endpoint.Port,
        StdinPort = Stdin.Endpoint.Port,
        ControlPort = Control.Endpoint.Port,
        HeartbeatPort = Heartbeat.Endpoint.Port,
    };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await Task.WhenAll(bound.Select(socket => socket.DisposeAsync().AsTask())).ConfigureAwait(false);
}
