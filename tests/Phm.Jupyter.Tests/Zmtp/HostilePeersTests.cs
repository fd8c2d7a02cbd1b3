using System.Net;
using System.Net.Sockets;
using Phm.Jupyter.Zmtp;

namespace Phm.Jupyter.Tests.Zmtp;

/// <summary>More than 100,000 frames from hostile peers, over real connections to live sockets.</summary>
[Collection(Alone.Name)]
public sealed class HostilePeersTests
{
    private const int Conversations = 3600;
    private const int PeersAtOnce = 6;

    private static readonly ZmtpLimits Limits = ZmtpLimits.Default with
    {
        FrameBytes = 100_000, MessageBytes = 200_000, FramesPerMessage = 100, SendQueueBytes = 1 << 20, Linger = TimeSpan.FromMilliseconds(50),
    };

    private readonly LogLines log = new();

    [Fact]
    public async Task Hostile_peers_neither_stop_nor_bloat_a_server()
    {
        await using var router = RouterSocket.Bind(Frames.AnyPort, Limits, log.Write);
        await using var publisher = PublisherSocket.Bind(Frames.AnyPort, Limits, log.Write);
        await using var reply = ReplySocket.Bind(Frames.AnyPort, Limits, log.Write);
        (IPEndPoint Endpoint, string SocketType)[] targets = [(router.Endpoint, "DEALER"), (publisher.Endpoint, "SUB"), (reply.Endpoint, "REQ")];
        var answering = AnswerAsync(router, publisher);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var options = new ParallelOptions { MaxDegreeOfParallelism = PeersAtOnce, CancellationToken = Patience.Token };
        await Parallel.ForAsync(0, Conversations, options, async (seed, token) =>
        {
            var (endpoint, socketType) = targets[seed % targets.Length];
            await TalkAsync(endpoint, new HostileConversation(seed, socketType), seed, token);
        });

        await Patience.UntilAsync(() => router.Budget.Reserved + publisher.Budget.Reserved + reply.Budget.Reserved == 0);
        await AssertServesAsync(router, publisher, reply);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 16 << 20);
        Assert.InRange(log.All.Count, 10, 150);
        Assert.DoesNotContain(log.All, line => line.Contains("unexpected", StringComparison.Ordinal));
        await router.DisposeAsync();
        await answering;
    }

    private static async Task TalkAsync(IPEndPoint endpoint, HostileConversation conversation, int seed, CancellationToken token)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endpoint, token);
            foreach (var piece in conversation.Pieces()) await socket.SendAsync(piece, token);
            // Some leave without a word, some wait for the end, and some are torn away.
            if (seed % 4 == 1) socket.LingerState = new LingerOption(true, 0);
            if (seed % 4 > 1) await EndAsync(socket, token);
        }
        catch (SocketException)
        {
            // The server has had enough.
        }
    }

    private static async Task EndAsync(Socket socket, CancellationToken token)
    {
        socket.Shutdown(SocketShutdown.Send);
        for (var rest = new byte[4096]; await socket.ReceiveAsync(rest, token) > 0;)
        {
        }
    }

    private static Task AnswerAsync(RouterSocket router, PublisherSocket publisher) => Task.Factory.StartNew(() =>
    {
        while (router.Receive(Patience.Token) is { } message)
        {
            router.TrySend(message.Identity, message.Frames);
            publisher.Publish(message.Frames);
        }
    }, Patience.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static async Task AssertServesAsync(RouterSocket router, PublisherSocket publisher, ReplySocket reply)
    {
        await using var request = await RequestSocket.ConnectAsync(reply.Endpoint, Limits, Patience.Token);
        Assert.Equal("ping", Frames.Text(await request.RequestAsync(Frames.Of("ping"), Patience.Token)));
        await using var subscriber = await SubscriberSocket.ConnectAsync(publisher.Endpoint, Limits, Patience.Token);
        await subscriber.SubscribeAsync(Frames.Bytes("good"), Patience.Token);
        await using var dealer = await DealerSocket.ConnectAsync(router.Endpoint, Frames.Bytes("good client"), Limits, Patience.Token);
        var published = subscriber.ReceiveAsync(Patience.Token);
        while (!published.IsCompleted)
        {
            await dealer.SendAsync(Frames.Of("good", "", "day"), Patience.Token);
            Assert.Equal("good||day", Frames.Text(await dealer.ReceiveAsync(Patience.Token)));
        }
        Assert.Equal("good||day", Frames.Text(await published));
    }
}
