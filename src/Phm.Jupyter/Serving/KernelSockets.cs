using System.Net;
using System.Net.Sockets;
using Phm.Jupyter.Zmtp;

namespace Phm.Jupyter.Serving;

/// <summary>The five sockets of a kernel.</summary>
internal sealed class KernelSockets : IAsyncDisposable
{
    // The process ends within a second of a shutdown, whether or not somebody reads the last outputs.
    private static readonly ZmtpLimits Limits = ZmtpLimits.Default with { Linger = TimeSpan.FromMilliseconds(300) };

    private readonly List<IAsyncDisposable> bound = [];

    /// <summary>Binds all five exactly where the file says.</summary>
    /// <exception cref="ConnectionFileException">An address or a port cannot be bound.</exception>
    public KernelSockets(ConnectionFile connection, Action<string> log)
    {
        try
        {
            Heartbeat = Bind(connection, connection.HeartbeatPort, log, ReplySocket.Bind);
            IoPub = Bind(connection, connection.IoPubPort, log, PublisherSocket.Bind);
            Stdin = Bind(connection, connection.StdinPort, log, RouterSocket.Bind);
            Control = Bind(connection, connection.ControlPort, log, RouterSocket.Bind);
            Shell = Bind(connection, connection.ShellPort, log, RouterSocket.Bind);
        }
        catch
        {
            // Nobody has connected yet, so this waits for nothing.
            DisposeAsync().AsTask().GetAwaiter().GetResult();
            throw;
        }
    }

    public ReplySocket Heartbeat { get; }

    public PublisherSocket IoPub { get; }

    public RouterSocket Stdin { get; }

    public RouterSocket Control { get; }

    public RouterSocket Shell { get; }

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

    private T Bind<T>(ConnectionFile connection, int port, Action<string> log, Func<IPEndPoint, ZmtpLimits, Action<string>, T> bind) where T : IAsyncDisposable
    {
        var endpoint = new IPEndPoint(connection.Address, port);
        try
        {
            var socket = bind(endpoint, Limits, log);
            bound.Add(socket);
            return socket;
        }
        catch (SocketException e)
        {
            throw new ConnectionFileException($"The kernel cannot listen as its connection file says, at {endpoint} ({e.SocketErrorCode}). Another program may hold the port; let Jupyter start the kernel anew.", e);
        }
    }
}
