using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Phm.Jupyter.Messages;
using Phm.Jupyter.Zmtp;

namespace Phm.Jupyter.Checking;

/// <summary>A small client of a kernel: sends requests, and brings what comes back together with them.</summary>
internal sealed class KernelClient : IAsyncDisposable
{
    /// <summary>How often a kernel that does not listen yet is tried.</summary>
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(20);

    private readonly ConcurrentDictionary<string, KernelRequest> requests = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource closing = new();
    private readonly MessageSigner signer;
    private readonly MessageDecoder reader;
    private readonly MessageEncoder writer;
    private readonly RequestSocket heartbeat;
    private readonly DealerSocket shell;
    private readonly DealerSocket control;
    private readonly SubscriberSocket outputs;
    private readonly Task[] listening;

    private KernelClient(string key, string session, RequestSocket heartbeat, DealerSocket shell, DealerSocket control, SubscriberSocket outputs)
    {
        signer = new(key);
        reader = new(signer, new ReplayGuard());
        writer = new(signer, session);
        (this.heartbeat, this.shell, this.control, this.outputs) = (heartbeat, shell, control, outputs);
        listening = [ListenAsync(shell.ReceiveAsync, isOutput: false), ListenAsync(control.ReceiveAsync, isOutput: false), ListenAsync(outputs.ReceiveAsync, isOutput: true)];
    }

    /// <summary>Connects as soon as the kernel listens.</summary>
    public static async Task<KernelClient> ConnectAsync(ConnectionFile connection, CancellationToken cancellation)
    {
        var session = Guid.NewGuid().ToString("N");
        var identity = Encoding.ASCII.GetBytes(session);
        var opened = new List<IAsyncDisposable>();
        try
        {
            var heartbeat = await OpenAsync(connection.HeartbeatPort, endpoint => RequestSocket.ConnectAsync(endpoint, ZmtpLimits.Default, cancellation));
            var outputs = await OpenAsync(connection.IoPubPort, endpoint => SubscriberSocket.ConnectAsync(endpoint, ZmtpLimits.Default, cancellation));
            await outputs.SubscribeAsync(ReadOnlyMemory<byte>.Empty, cancellation);
            var shell = await OpenAsync(connection.ShellPort, endpoint => DealerSocket.ConnectAsync(endpoint, identity, ZmtpLimits.Default, cancellation));
            var control = await OpenAsync(connection.ControlPort, endpoint => DealerSocket.ConnectAsync(endpoint, identity, ZmtpLimits.Default, cancellation));
            return new(connection.Key, session, heartbeat, shell, control, outputs);
        }
        catch
        {
            foreach (var socket in opened) await socket.DisposeAsync();
            throw;
        }

        async Task<T> OpenAsync<T>(int port, Func<IPEndPoint, Task<T>> connect) where T : IAsyncDisposable
        {
            var socket = await PersistAsync(() => connect(new(connection.Address, port)), cancellation);
            opened.Add(socket);
            return socket;
        }
    }

    /// <summary>Whether the heartbeat gives back what it is sent.</summary>
    public async Task<bool> BeatAsync(CancellationToken cancellation)
    {
        ReadOnlyMemory<byte> ping = "ping"u8.ToArray();
        return await heartbeat.RequestAsync([ping], cancellation) is [var pong] && pong.Span.SequenceEqual(ping.Span);
    }

    /// <summary>Sends a request by the shell channel.</summary>
    public Task<KernelRequest> SendAsync(string type, Action<Utf8JsonWriter> content, CancellationToken cancellation) => SendAsync(shell, type, content, cancellation);

    /// <summary>Sends a request by the control channel.</summary>
    public Task<KernelRequest> ControlAsync(string type, Action<Utf8JsonWriter> content, CancellationToken cancellation) => SendAsync(control, type, content, cancellation);

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await Task.WhenAll(listening);
        foreach (var socket in (IAsyncDisposable[])[heartbeat, shell, control, outputs]) await socket.DisposeAsync();
        closing.Dispose();
        signer.Dispose();
    }

    private static async Task<T> PersistAsync<T>(Func<Task<T>> connect, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await connect();
            }
            catch (Exception e) when (e is SocketException or IOException)
            {
                await Task.Delay(Retry, cancellation);
            }
        }
    }

    private async Task<KernelRequest> SendAsync(DealerSocket socket, string type, Action<Utf8JsonWriter> content, CancellationToken cancellation)
    {
        var message = writer.Write([], type, null, json =>
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        });
        var request = requests[message.Id] = new KernelRequest();
        await socket.SendAsync(message.Frames, cancellation);
        return request;
    }

    private async Task ListenAsync(Func<CancellationToken, Task<IReadOnlyList<ReadOnlyMemory<byte>>>> receive, bool isOutput)
    {
        while (true)
        {
            try
            {
                var message = reader.Read(await receive(closing.Token));
                if (message.ParentId is not { } parent || !requests.TryGetValue(parent, out var request)) continue;
                if (isOutput) request.TakeOutput(message);
                else request.TakeReply(message);
            }
            catch (MessageException)
            {
                // No answer to anything; whoever waits for one learns that none came.
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
            {
                return;
            }
        }
    }
}
