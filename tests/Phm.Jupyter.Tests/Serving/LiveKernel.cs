using System.Net;
using System.Text.Json.Nodes;
using Phm.Jupyter.Messages;
using Phm.Jupyter.Serving;
using Phm.Jupyter.Tests.Messages;
using Phm.Jupyter.Zmtp;

namespace Phm.Jupyter.Tests.Serving;

/// <summary>A kernel in this process and a client that is connected to it by real sockets.</summary>
internal sealed class LiveKernel : IAsyncDisposable
{
    public const string Key = "the tests' key";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource overdue = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly CancellationTokenSource end = new();
    private readonly Dictionary<string, DealerSocket> dealers = [];
    private readonly List<WireMessage> unread = [];
    private readonly List<string> log = [];
    private SubscriberSocket iopub = null!;

    private LiveKernel(string key, Func<KernelServerOptions, KernelServerOptions> change)
    {
        overdue.CancelAfter(Patience);
        Signer = new MessageSigner(key);
        var connection = new ConnectionFile { ShellPort = 0, IoPubPort = 0, StdinPort = 0, ControlPort = 0, HeartbeatPort = 0, Key = key };
        Server = new KernelServer(connection, change(new KernelServerOptions
        {
            Log = line =>
            {
                lock (log) log.Add(line);
            },
        }));
        Running = Task.Run(() => Server.RunAsync(end.Token));
    }

    public KernelServer Server { get; }

    public Task Running { get; }

    public MessageSigner Signer { get; }

    public CancellationToken Overdue => overdue.Token;

    public string[] Log
    {
        get
        {
            lock (log) return [.. log];
        }
    }

    private string KeyOfMessages => Signer.Signs ? Key : "";

    public static async Task<LiveKernel> StartAsync(string key = Key, Func<KernelServerOptions, KernelServerOptions>? change = null)
    {
        var kernel = new LiveKernel(key, change ?? (options => options));
        await kernel.ConnectAsync();
        return kernel;
    }

    public Task<DealerSocket> DealAsync(string channel, string identity) =>
        DealerSocket.ConnectAsync(new IPEndPoint(Server.Connection.Address, Port(channel)), Frames.Of(identity), ZmtpLimits.Default, Overdue);

    /// <summary>Sends a message and returns its id.</summary>
    public async Task<string> SendAsync(string type, string content = "{}", string channel = "shell", string parent = "{}")
    {
        var header = Frames.Header(type);
        await SendAsync(channel, Frames.Signed(Signer, header, content, parent));
        return (string)JsonNode.Parse(header)!["msg_id"]!;
    }

    public Task SendAsync(string channel, ReadOnlyMemory<byte>[] frames) => dealers[channel].SendAsync(frames, Overdue);

    /// <summary>Sends a request, awaits its answer and everything that is published for it.</summary>
    public async Task<Exchange> AskAsync(string type, string content = "{}", string channel = "shell")
    {
        var id = await SendAsync(type, content, channel);
        var reply = await ReceiveAsync(channel);
        Assert.Equal(id, reply.ParentId);
        return new Exchange(reply, await PublishedAsync(id));
    }

    /// <summary>Sends something that has no answer.</summary>
    public async Task<Exchange> TellAsync(string type, string content = "{}", string channel = "shell") =>
        new(null, await PublishedAsync(await SendAsync(type, content, channel)));

    public Task<Exchange> ExecuteAsync(string code, string more = "") => AskAsync("execute_request", Execution(code, more));

    public static string Execution(string code, string more = "") => $$"""{"code":{{JsonValue.Create(code).ToJsonString()}}{{more}}}""";

    /// <summary>The next message of a channel.</summary>
    public async Task<WireMessage> ReceiveAsync(string channel = "shell") =>
        WireMessage.Read(channel, await dealers[channel].ReceiveAsync(Overdue), KeyOfMessages);

    /// <summary>The first message published for a request that fits; what is published before stays unread.</summary>
    public async Task<WireMessage> SeeAsync(string id, Func<WireMessage, bool> fits)
    {
        for (var at = 0; ; at++)
        {
            while (at >= unread.Count) unread.Add(await PublishedAsync());
            if (unread[at].ParentId == id && fits(unread[at])) return unread[at];
        }
    }

    /// <summary>Everything that is published for a request, busy first and idle last.</summary>
    public async Task<IReadOnlyList<WireMessage>> PublishedAsync(string id)
    {
        await SeeAsync(id, message => message.IsStatus("idle"));
        var own = unread.Where(message => message.ParentId == id).ToArray();
        unread.RemoveAll(message => message.ParentId == id);
        Assert.True(own[0].IsStatus("busy") && own[^1].IsStatus("idle"), "Busy comes first and idle last.");
        return own;
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await Running;
        await Server.DisposeAsync();
        foreach (var dealer in dealers.Values) await dealer.DisposeAsync();
        await iopub.DisposeAsync();
        Signer.Dispose();
        end.Dispose();
        overdue.Dispose();
    }

    private async Task ConnectAsync()
    {
        foreach (var channel in (string[])["shell", "control", "stdin"]) dealers[channel] = await DealAsync(channel, "tester");
        iopub = await SubscriberSocket.ConnectAsync(new IPEndPoint(Server.Connection.Address, Port("iopub")), ZmtpLimits.Default, Overdue);
        await iopub.SubscribeAsync(default, Overdue);
        // The subscription travels on a connection of its own: requests are repeated until one of them is seen there.
        var seen = PublishedAsync();
        var last = "";
        do
        {
            last = await SendAsync("kernel_info_request");
            await ReceiveAsync();
        }
        while (!seen.IsCompleted);
        unread.Add(await seen);
        await SeeAsync(last, message => message.IsStatus("idle"));
        unread.Clear();
    }

    private async Task<WireMessage> PublishedAsync() => WireMessage.Read("iopub", await iopub.ReceiveAsync(Overdue), KeyOfMessages);

    private int Port(string channel) => channel switch
    {
        "shell" => Server.Connection.ShellPort,
        "control" => Server.Connection.ControlPort,
        "stdin" => Server.Connection.StdinPort,
        _ => Server.Connection.IoPubPort,
    };
}
