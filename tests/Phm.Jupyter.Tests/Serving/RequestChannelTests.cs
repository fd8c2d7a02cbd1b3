using Phm.Jupyter.Messages;
using Phm.Jupyter.Serving;
using Phm.Jupyter.Tests.Zmtp;
using Phm.Jupyter.Zmtp;
using Message = Phm.Jupyter.Tests.Messages.Frames;

namespace Phm.Jupyter.Tests.Serving;

/// <summary>Requests of one channel, without a kernel that serves them.</summary>
public sealed class RequestChannelTests
{
    /// <summary>Room for one of the long requests, with some to spare, but not for two.</summary>
    private static readonly ZmtpLimits Narrow = ZmtpLimits.Default with { ReceiveQueueBytes = 15_000 };

    [Fact]
    public async Task What_waits_is_aborted_and_not_what_comes_while_it_is_still_being_taken()
    {
        await using var peers = await PairAsync(ZmtpLimits.Default);
        await peers.SendAsync(3);
        var failing = peers.Next();
        peers.Channel.AbortWaiting();
        await peers.SendAsync(2);
        Assert.Equal([true, true, false, false], peers.Aborted(4));
        Assert.Equal(1, failing.Number);
    }

    [Fact]
    public async Task A_request_that_was_taken_and_not_begun_counts_among_those_that_wait()
    {
        await using var peers = await PairAsync(ZmtpLimits.Default);
        await peers.SendAsync(1);
        var taken = peers.Next();
        using var interruption = new Interruption(peers.Channel.AbortWaiting);
        Assert.False(peers.Channel.Aborts(taken));
        interruption.Interrupt();
        Assert.True(peers.Channel.Aborts(taken));
        await peers.SendAsync(1);
        Assert.Equal([false], peers.Aborted(1));
    }

    [Fact]
    public async Task Where_there_is_no_room_all_is_aborted_that_comes_until_the_queue_is_empty()
    {
        await using var peers = await PairAsync(Narrow);
        await peers.SendAsync(2, length: 10_000, until: () => peers.Socket.IsFull);
        Assert.Equal(1, peers.Channel.Waiting);
        peers.Channel.AbortWaiting();
        Assert.Equal([true, true], peers.Aborted(2));
        await peers.SendAsync(1);
        Assert.Equal([false], peers.Aborted(1));
    }

    [Fact]
    public async Task An_answer_that_fails_half_way_is_not_sent_and_an_error_can_follow()
    {
        await using var peers = await PairAsync(ZmtpLimits.Default);
        await peers.SendAsync(1);
        var request = peers.Next();
        Assert.Throws<OperationCanceledException>(() => request.Reply(_ => throw new OperationCanceledException()));
        Assert.False(request.IsAnswered);
        request.ReplyError("Interrupted", "The request was interrupted.");
        Assert.True(request.IsAnswered);
        Assert.Equal("error", WireMessage.Read("shell", await peers.Client.ReceiveAsync(Patience.Token), LiveKernel.Key).Status);
    }

    private static async Task<Peers> PairAsync(ZmtpLimits limits)
    {
        var socket = RouterSocket.Bind(Phm.Jupyter.Tests.Zmtp.Frames.AnyPort, limits, _ => { });
        return new Peers(socket, await DealerSocket.ConnectAsync(socket.Endpoint, Message.Of("tester"), ZmtpLimits.Default, Patience.Token));
    }

    private sealed class Peers : IAsyncDisposable
    {
        private readonly MessageSigner signer = new(LiveKernel.Key);

        public Peers(RouterSocket socket, DealerSocket client)
        {
            (Socket, Client) = (socket, client);
            Channel = new RequestChannel("shell", socket, new MessageDecoder(signer, new ReplayGuard()), new MessageEncoder(signer, "kernel"), new BoundedLog(_ => { }, TimeProvider.System));
        }

        public RouterSocket Socket { get; }

        public DealerSocket Client { get; }

        public RequestChannel Channel { get; }

        /// <summary>Sends requests and waits until something holds, by default that all of them wait.</summary>
        public async Task SendAsync(int count, int length = 0, Func<bool>? until = null)
        {
            var expected = Channel.Waiting + count;
            var content = $$"""{"code":"{{new string(' ', length)}}"}""";
            for (var i = 0; i < count; i++) await Client.SendAsync(Message.Signed(signer, Message.Header("execute_request"), content), Patience.Token);
            await Patience.UntilAsync(until ?? (() => Channel.Waiting == expected));
        }

        public Request Next() => Channel.Receive(Patience.Token)!;

        public bool[] Aborted(int count) => [.. Enumerable.Range(0, count).Select(_ => Channel.Aborts(Next()))];

        public async ValueTask DisposeAsync()
        {
            await Client.DisposeAsync();
            await Socket.DisposeAsync();
            signer.Dispose();
        }
    }
}
