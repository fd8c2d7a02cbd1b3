namespace Phm.Jupyter.Serving;

/// <summary>A Jupyter kernel for C#: one notebook session behind the five channels of a connection file.</summary>
public sealed class KernelServer : IAsyncDisposable
{
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Binds the channels and starts to load the compiler.</summary>
    /// <param name="connection">Where to listen, and the key.</param>
    /// <param name="options">Where and for whom the kernel runs.</param>
    /// <exception cref="System.Net.Sockets.SocketException">A port is taken.</exception>
    public KernelServer(ConnectionFile connection, KernelServerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        Options = options ?? new KernelServerOptions();
        Connection = connection;
    }

    /// <summary>Where the kernel listens.</summary>
    public ConnectionFile Connection { get; }

    /// <summary>The options with which the kernel was made.</summary>
    public KernelServerOptions Options { get; }

    /// <summary>Serves until a client asks for shutdown, the parent has gone, or the token is cancelled. The caller then ends the process.</summary>
    /// <param name="cancellationToken">Ends the kernel in good order.</param>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using (cancellationToken.Register(() => ended.TrySetResult())) await ended.Task.ConfigureAwait(false);
    }

    /// <summary>Stops the running cell, if there is one. The session goes on. To be called on SIGINT.</summary>
    public void Interrupt()
    {
    }

    /// <summary>Ends the kernel and gives the ports back.</summary>
    public ValueTask DisposeAsync()
    {
        ended.TrySetResult();
        return ValueTask.CompletedTask;
    }
}
