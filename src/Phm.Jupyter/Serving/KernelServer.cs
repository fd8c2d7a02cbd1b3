using Phm.Jupyter.Messages;
using Phm.Jupyter.Zmtp;
using Phm.Notebook.Execution;

namespace Phm.Jupyter.Serving;

/// <summary>A Jupyter kernel for C#: one notebook session behind the five channels of a connection file.</summary>
public sealed class KernelServer : IAsyncDisposable
{
    /// <summary>How long the end waits for the running cell to tell of its own.</summary>
    private static readonly TimeSpan EndGrace = TimeSpan.FromMilliseconds(300);

    /// <summary>After this long the end is no longer waited for.</summary>
    private static readonly TimeSpan Overdue = TimeSpan.FromMilliseconds(750);

    /// <summary>After this long without a request somebody reads or types, and the compiler may practise.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(500);

    private readonly ManualResetEventSlim ended = new();
    private readonly CancellationTokenSource stop = new();
    private readonly KernelSockets sockets;
    private readonly Interruption cells;
    private readonly StandardInput input;
    private readonly NotebookSession session;
    private readonly Task warmUp;
    private readonly RequestChannel requests;
    private readonly RequestLoop shell;
    private readonly RequestLoop control;
    private readonly OutputPublisher publisher;
    private readonly BoundedLog log;

    /// <summary>Binds the channels and starts to load the compiler. Requests wait until the kernel is run.</summary>
    /// <param name="connection">Where to listen, and the key.</param>
    /// <param name="options">Where and for whom the kernel runs.</param>
    /// <exception cref="ConnectionFileException">A port is taken, or the address is none of this machine.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public KernelServer(ConnectionFile connection, KernelServerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        Options = options ?? new KernelServerOptions();
        log = new BoundedLog(Options.Log, TimeProvider.System);
        if (connection.Key.Length == 0) log.Write("the connection file holds no key: whoever reaches the ports can run code here");
        warmUp = NotebookSession.WarmUpAsync();
        sockets = new KernelSockets(connection, Options.Log);
        Connection = sockets.Locate(connection);
        // Not disposed: threads that still read when the process ends would fail at it. It holds nothing but memory.
        var signer = new MessageSigner(connection.Key);
        var writer = new MessageEncoder(signer, Guid.NewGuid().ToString("N"));
        var reader = new MessageDecoder(signer, new ReplayGuard());
        publisher = new OutputPublisher(sockets.IoPub, writer);
        input = new StandardInput(new RequestChannel("stdin", sockets.Stdin, reader, writer, log), log);
        session = new NotebookSession(new SessionOptions { Directory = Options.Directory, AllowScripts = true, LateOutputs = true, Input = input.AskAsync });
        requests = new RequestChannel("shell", sockets.Shell, reader, writer, log);
        cells = new Interruption(requests.AbortWaiting);
        var table = new HandlerTable(session, warmUp, publisher, input, cells, Connection, stop.Cancel);
        shell = new RequestLoop(requests, table.Shell, cells, publisher, log);
        control = new RequestLoop(new RequestChannel("control", sockets.Control, reader, writer, log), table.Control, new Interruption(static () => { }), publisher, log);
    }

    /// <summary>Where the kernel listens.</summary>
    public ConnectionFile Connection { get; }

    /// <summary>The options with which the kernel was made.</summary>
    public KernelServerOptions Options { get; }

    /// <summary>How many requests of shell wait to be served.</summary>
    internal int Waiting => requests.Waiting;

    /// <summary>
    /// Serves until a client asks for shutdown, the parent has gone, or the token is cancelled. The caller then disposes the kernel and ends
    /// the process by <see cref="Environment.Exit"/>, because a cell may have left threads that will not stop.
    /// </summary>
    /// <param name="cancellationToken">Ends the kernel in good order.</param>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var ending = cancellationToken.UnsafeRegister(_ => stop.Cancel(), null);
        using var watchdog = stop.Token.UnsafeRegister(_ => new Thread(EndIfOverdue) { IsBackground = true, Name = "end" }.Start(), null);
        ParentWatch.Start(Options.Parent, stop.Cancel, log.Write, stop.Token);
        publisher.Status(null, KernelState.Starting);
        input.Start(stop.Token);
        control.Start("control", stop.Token);
        shell.Start("shell", stop.Token);
        if (Options.Practises) _ = PractiseAsync();
        // The control loop ends when it has served what ended it.
        await control.Ended.ConfigureAwait(false);
        session.Dispose();
        cells.Interrupt();
        await Task.WhenAny(shell.Ended, Task.Delay(EndGrace, CancellationToken.None)).ConfigureAwait(false);
    }

    /// <summary>Stops the running cell, if there is one, and aborts those that wait. The session goes on. To be called on SIGINT.</summary>
    public void Interrupt() => cells.Interrupt();

    /// <summary>Sends what waits to be sent and gives the ports back.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        session.Dispose();
        await sockets.DisposeAsync().ConfigureAwait(false);
        ended.Set();
    }

    /// <summary>Nobody depends on the practice: where it fails, for want of memory for instance, cells are as slow as they would have been.</summary>
    private async Task PractiseAsync()
    {
        try
        {
            await warmUp.ConfigureAwait(false);
            await NotebookSession.PractiseAsync(() => shell.Quiet >= Quiet, stop.Token).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever it is that fails.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.Write($"the practice of the compiler ended early ({e.GetType().Name})");
        }
    }

    private void EndIfOverdue()
    {
        if (!ended.Wait(Overdue)) Options.EndProcess();
    }
}
