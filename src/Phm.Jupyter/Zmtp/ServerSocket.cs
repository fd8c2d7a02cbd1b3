using System.Net;
using System.Net.Sockets;

namespace Phm.Jupyter.Zmtp;

/// <summary>A socket that peers connect to: it listens, admits and ends connections.</summary>
internal abstract class ServerSocket : ZmtpSocket, IAsyncDisposable
{
    private const int StackBytes = 256 * 1024;
    private const int RefusedPauseMilliseconds = 50;

    private readonly Lock gate = new();

    /// <summary>The oldest first.</summary>
    private readonly List<Connection> connections = [];

    private readonly Socket listener;
    private readonly BoundedLog log;
    private bool isClosed;

    /// <summary>Listens at exactly this address; port 0 chooses a free port.</summary>
    /// <exception cref="SocketException">The address cannot be had.</exception>
    protected ServerSocket(SocketRole role, IPEndPoint endpoint, ZmtpLimits limits, Action<string> log)
        : base(role, limits)
    {
        listener = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (OperatingSystem.IsWindows()) listener.ExclusiveAddressUse = true;
            listener.Bind(endpoint);
            listener.Listen();
        }
        catch
        {
            listener.Dispose();
            throw;
        }
        Endpoint = (IPEndPoint)listener.LocalEndPoint!;
        this.log = new BoundedLog(line => log($"{SocketPairing.NameOf(role)} at {Endpoint}: {line}"), TimeProvider.System);
    }

    /// <summary>Where it listens, with the port that was chosen.</summary>
    public IPEndPoint Endpoint { get; }

    public override void OnClosed(Connection connection, Exception? failure)
    {
        lock (gate)
        {
            connections.Remove(connection);
            if (isClosed) return;
        }
        if (failure is not null) log.Write($"a connection was closed: {Reason(failure)}.");
    }

    public override void OnStall(Connection connection) =>
        log.Write("a peer does not read; messages for it are dropped until it has read what waits.");

    /// <summary>Stops listening, gives what was sent the time of the linger to arrive, and closes.</summary>
    public virtual async ValueTask DisposeAsync()
    {
        Connection[] open;
        lock (gate)
        {
            if (isClosed) return;
            isClosed = true;
            open = [.. connections];
        }
        listener.Dispose();
        var finished = Task.WhenAll(open.Select(connection => connection.FinishAsync()));
        await Task.WhenAny(finished, Task.Delay(Limits.Linger)).ConfigureAwait(false);
        foreach (var connection in open) connection.Abort();
    }

    /// <summary>Starts to accept. The connections call the socket, which therefore is complete by now.</summary>
    protected void Start() =>
        new Thread(Accept, StackBytes) { IsBackground = true, Name = $"Jupyter {SocketPairing.NameOf(Role)} listening" }.UnsafeStart();

    protected void Log(string line) => log.Write(line);

    private static string Reason(Exception failure) => failure switch
    {
        ZmtpException or EndOfStreamException => failure.Message,
        SocketException socket => $"the system reports {socket.SocketErrorCode}",
        _ => $"an unexpected {failure.GetType().Name}",
    };

    private void Accept()
    {
        while (!Volatile.Read(ref isClosed))
        {
            try
            {
                Admit(listener.Accept());
            }
            catch (ObjectDisposedException)
            {
                return;
            }
            catch (Exception e) when (e is SocketException or OutOfMemoryException)
            {
                if (Volatile.Read(ref isClosed)) return;
                log.Write($"a connection could not be accepted: {Reason(e)}.");
                // Where the process has no more file handles or threads, asking again at once would only heat the room.
                Thread.Sleep(RefusedPauseMilliseconds);
            }
        }
    }

    private void Admit(Socket socket)
    {
        var refusal = "";
        try
        {
            var connection = new Connection(socket, this);
            Connection? displaced = null;
            lock (gate)
            {
                refusal = Refusal();
                if (refusal.Length == 0)
                {
                    displaced = TakeSilent();
                    connections.Add(connection);
                }
            }
            if (displaced is not null) Close(displaced);
            if (refusal.Length == 0) Start(connection);
            else socket.Dispose();
        }
        catch (SocketException)
        {
            // The peer left before it was admitted.
            socket.Dispose();
        }
        if (refusal.Length > 0 && !Volatile.Read(ref isClosed)) log.Write(refusal);
    }

    private void Start(Connection connection)
    {
        try
        {
            connection.Start();
        }
        catch (OutOfMemoryException)
        {
            lock (gate) connections.Remove(connection);
            connection.Abort();
            throw;
        }
    }

    private string Refusal() => isClosed ? "the socket is closed."
        : connections.Count >= Limits.Connections ? $"a connection was refused: {Limits.Connections} are open."
        : "";

    /// <summary>
    /// Takes the place of the peer that has been in its handshake for longest, where too many are: an honest one needs milliseconds, so
    /// those that say nothing keep nobody out.
    /// </summary>
    private Connection? TakeSilent()
    {
        if (connections.Count(connection => !connection.IsReady) < Limits.ConnectionsInHandshake) return null;
        var silent = connections.First(connection => !connection.IsReady);
        connections.Remove(silent);
        return silent;
    }

    private void Close(Connection silent)
    {
        silent.Abort();
        log.Write($"a connection was closed: {Limits.ConnectionsInHandshake} have not finished their handshake, and another came.");
    }
}
