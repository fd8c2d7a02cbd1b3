using System.Net.Sockets;

namespace Phm.Jupyter.Zmtp;

/// <summary>One peer: its greeting and handshake, the thread that reads it and the queue of what is sent to it.</summary>
internal sealed class Connection
{
    private const int StackBytes = 512 * 1024;
    private const int LongestPingContext = 16;
    private const int PingTimeToLiveBytes = 2;

    private readonly Socket socket;
    private readonly ZmtpSocket owner;
    private readonly SendQueue output;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool isAborted;

    /// <summary>Takes a connected socket over.</summary>
    public Connection(Socket socket, ZmtpSocket owner)
    {
        this.socket = socket;
        this.owner = owner;
        socket.NoDelay = true;
        KeepAlive();
        socket.Blocking = false;
        output = new SendQueue(socket, owner.Limits);
    }

    /// <summary>Whether the handshake is done.</summary>
    public bool IsReady { get; private set; }

    /// <summary>The bytes that name the peer: its own, or those that a ROUTER made up.</summary>
    public ReadOnlyMemory<byte> Identity { get; set; }

    public void Start() =>
        new Thread(Run, StackBytes) { IsBackground = true, Name = $"Jupyter {SocketPairing.NameOf(owner.Role)}" }.UnsafeStart();

    /// <summary>Sends a message or queues it; false where the peer's queue is full or the connection closed.</summary>
    /// <param name="message">The message.</param>
    /// <param name="isExpendable">Whether the last part of the queue is kept for others.</param>
    public bool TrySend(EncodedMessage message, bool isExpendable = false)
    {
        if (output.TryAdd(message, isExpendable)) return true;
        if (output.BeginDropping()) owner.OnStall(this);
        return false;
    }

    /// <summary>Sends a message or queues it as soon as there is room.</summary>
    public Task SendAsync(EncodedMessage message, CancellationToken cancellationToken) => output.AddAsync(message, cancellationToken);

    /// <summary>Waits until everything was sent, says so to the peer, and waits until it has closed its side too.</summary>
    public async Task FinishAsync()
    {
        if (!IsReady) return;
        await output.DrainAsync().ConfigureAwait(false);
        try
        {
            socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The peer has gone.
            return;
        }
        await ended.Task.ConfigureAwait(false);
    }

    /// <summary>Closes at once, whatever is waiting.</summary>
    public void Abort()
    {
        isAborted = true;
        output.Close();
        socket.Dispose();
    }

    /// <summary>A peer that vanished without a word, as a computer does that is put to sleep, gives its place back after some minutes.</summary>
    private void KeepAlive()
    {
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, 120);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, 20);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, 6);
    }

    private void Run()
    {
        var input = new SocketInput(socket);
        var messages = new MessageReader(input, owner.Limits, owner.Budget);
        Exception? failure = null;
        try
        {
            ShakeHands(input, messages);
            owner.OnReady(this);
            Action<Command, bool> onCommand = OnCommand;
            while (true)
            {
                var frames = messages.Read(onCommand);
                owner.OnMessage(this, frames, messages.Cost);
                messages.Release();
            }
        }
        catch (Exception e)
        {
            // Whatever a peer brings about ends this connection alone: an exception that left this thread would end the process.
            var isLeaving = IsReady && messages.IsBetweenMessages && e is EndOfStreamException or SocketException;
            if (!isLeaving && !isAborted) failure = e;
        }
        messages.Release();
        // First the socket forgets the peer, then the peer hears of it.
        owner.OnClosed(this, failure);
        Abort();
        ended.TrySetResult();
    }

    private void ShakeHands(SocketInput input, MessageReader messages)
    {
        input.Deadline = Environment.TickCount64 + (long)owner.Limits.HandshakeTimeout.TotalMilliseconds;
        output.TryAdd(EncodedMessage.Raw(Greeting.Encode()));
        Greeting.Read(input);
        output.TryAdd(new ReadyProperties(owner.Role, owner.OwnIdentity).ToCommand().Encode());
        var command = messages.ReadCommand();
        if (command.Name == Command.Error) throw new ZmtpException("the peer refused the connection");
        if (command.Name != Command.Ready) throw new ZmtpException("the peer sent another command than READY");
        var peer = ReadyProperties.Parse(command.Data);
        var (ours, theirs) = (SocketPairing.NameOf(owner.Role), SocketPairing.NameOf(peer.Role));
        if (!SocketPairing.Accepts(owner.Role, peer.Role)) throw new ZmtpException($"a {ours} does not talk with a {theirs}");
        Identity = peer.Identity;
        input.Deadline = null;
        IsReady = true;
    }

    private void OnCommand(Command command, bool isWithinMessage)
    {
        // libzmq sends its heartbeats between the frames of a message too, where the message had to wait.
        if (command.Name == Command.Pong) return;
        if (command.Name == Command.Ping) Answer(command.Data);
        else if (isWithinMessage) throw new ZmtpException("a command stands within a message");
        else if (command.Name == Command.Subscribe) owner.OnSubscription(this, command.Data, isWanted: true);
        else if (command.Name == Command.Cancel) owner.OnSubscription(this, command.Data, isWanted: false);
        else if (command.Name == Command.Error) throw new ZmtpException("the peer reported an error");
    }

    private void Answer(ReadOnlyMemory<byte> ping)
    {
        const int longest = PingTimeToLiveBytes + LongestPingContext;
        if (ping.Length is < PingTimeToLiveBytes or > longest) throw new ZmtpException("a PING has a wrong length");
        TrySend(new Command(Command.Pong, ping[PingTimeToLiveBytes..]).Encode());
    }
}
