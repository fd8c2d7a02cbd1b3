using System.Net.Sockets;
using Phm.Jupyter.Zmtp;

namespace Phm.Jupyter.Tests.Zmtp;

public sealed class RouterSocketTests
{
    private readonly LogLines log = new();

    [Fact]
    public async Task A_reply_finds_its_way_to_the_peer_that_asked()
    {
        await using var router = Bind();
        await using var first = await DealerAsync(router, "first");
        await using var second = await KnownDealerAsync(router, "second");
        await first.SendAsync(Frames.Of("1", "", "2"), Patience.Token);
        var message = await router.ReceiveAsync();
        Assert.Equal("first", Frames.Text([message.Identity]));
        Assert.Equal("1||2", Frames.Text(message.Frames));
        Assert.True(router.TrySend(Frames.Bytes("second"), Frames.Of("for the second")));
        Assert.True(router.TrySend(message.Identity, Frames.Of("for", "the first")));
        Assert.Equal("for|the first", Frames.Text(await first.ReceiveAsync(Patience.Token)));
        Assert.Equal("for the second", Frames.Text(await second.ReceiveAsync(Patience.Token)));
        Assert.Empty(log.All);
    }

    [Fact]
    public async Task Messages_of_all_sizes_come_whole_and_in_order_both_ways()
    {
        await using var router = Bind();
        await using var dealer = await DealerAsync(router, "peer");
        var random = new Random(1);
        var messages = Enumerable.Range(0, 300).Select(_ => RandomMessage(random)).ToArray();
        var sending = SendAllAsync();
        foreach (var expected in messages)
        {
            var received = await router.ReceiveAsync();
            AssertSame(expected, received.Frames);
            while (!router.TrySend(received.Identity, received.Frames)) await Task.Yield();
            AssertSame(expected, await dealer.ReceiveAsync(Patience.Token));
        }
        await sending;

        async Task SendAllAsync()
        {
            foreach (var message in messages) await dealer.SendAsync(message, Patience.Token);
        }
    }

    [Fact]
    public async Task A_message_for_an_unknown_peer_is_dropped()
    {
        await using var router = Bind();
        Assert.False(router.TrySend(Frames.Bytes("nobody"), Frames.Of("x")));
    }

    [Fact]
    public async Task A_peer_without_identity_is_given_one_that_no_other_has()
    {
        await using var router = Bind();
        await using var first = await DealerAsync(router, "");
        await using var second = await DealerAsync(router, "");
        await first.SendAsync(Frames.Of("first"), Patience.Token);
        await second.SendAsync(Frames.Of("second"), Patience.Token);
        foreach (var _ in new[] { 1, 2 })
        {
            var message = await router.ReceiveAsync();
            Assert.Equal(5, message.Identity.Length);
            Assert.Equal(0, message.Identity.Span[0]);
            router.TrySend(message.Identity, message.Frames);
        }
        Assert.Equal("first", Frames.Text(await first.ReceiveAsync(Patience.Token)));
        Assert.Equal("second", Frames.Text(await second.ReceiveAsync(Patience.Token)));
    }

    [Fact]
    public async Task A_peer_that_connects_again_takes_its_identity_over()
    {
        await using var router = Bind();
        await using var former = await KnownDealerAsync(router, "same");
        await using var later = await DealerAsync(router, "same");
        await Assert.ThrowsAnyAsync<IOException>(() => former.ReceiveAsync(Patience.Token));
        Assert.True(router.TrySend(Frames.Bytes("same"), Frames.Of("hello")));
        Assert.Equal("hello", Frames.Text(await later.ReceiveAsync(Patience.Token)));
    }

    [Fact]
    public async Task A_peer_that_left_is_unknown()
    {
        await using var router = Bind();
        await (await DealerAsync(router, "short")).DisposeAsync();
        await Patience.UntilAsync(() => !router.TrySend(Frames.Bytes("short"), Frames.Of("x")));
        Assert.Empty(log.All);
    }

    [Fact]
    public async Task The_last_reply_arrives_though_the_socket_is_closed_at_once()
    {
        var router = Bind();
        await using var dealer = await KnownDealerAsync(router, "peer");
        var large = new byte[8 << 20];
        new Random(2).NextBytes(large);
        Assert.True(router.TrySend(Frames.Bytes("peer"), [large]));
        Assert.True(router.TrySend(Frames.Bytes("peer"), Frames.Of("goodbye")));
        await router.DisposeAsync();
        AssertSame([large], await dealer.ReceiveAsync(Patience.Token));
        Assert.Equal("goodbye", Frames.Text(await dealer.ReceiveAsync(Patience.Token)));
        await Assert.ThrowsAnyAsync<IOException>(() => dealer.ReceiveAsync(Patience.Token));
        Assert.Null(router.Receive(Patience.Token));
    }

    [Fact]
    public async Task A_peer_that_floods_is_not_read_further_and_nothing_is_lost()
    {
        var limits = ZmtpLimits.Default with { ReceiveQueueMessages = 10, SendQueueMessages = 10 };
        await using var router = RouterSocket.Bind(Frames.AnyPort, limits, log.Write);
        await using var dealer = await DealerSocket.ConnectAsync(router.Endpoint, Frames.Bytes("flood"), limits, Patience.Token);
        var body = new byte[100_000];
        var sent = 0;
        var sending = FloodAsync();
        await Patience.UntilAsync(() => router.Waiting == 10);
        for (var before = -1; before != Volatile.Read(ref sent); await Task.Delay(200, Patience.Token)) before = Volatile.Read(ref sent);
        Assert.Equal(10, router.Waiting);
        Assert.InRange(sent, 10, 500);
        for (var i = 0; i < 1000; i++) Assert.Equal(i, BitConverter.ToInt32((await router.ReceiveAsync()).Frames[0].Span));
        await sending;

        async Task FloodAsync()
        {
            for (; sent < 1000; sent++) await dealer.SendAsync([BitConverter.GetBytes(sent), body], Patience.Token);
        }
    }

    [Fact]
    public async Task A_message_can_be_waited_for_without_the_thread_pool()
    {
        await using var router = Bind();
        await using var dealer = await DealerAsync(router, "peer");
        await dealer.SendAsync(Frames.Of("x"), Patience.Token);
        Assert.Equal("x", Frames.Text(router.Receive(Patience.Token)!.Frames));
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(1));
        Assert.ThrowsAny<OperationCanceledException>(() => router.Receive(cancelled.Token));
    }

    [Fact]
    public async Task A_port_can_be_bound_again_right_after_its_socket_was_closed_with_peers_connected()
    {
        var router = Bind();
        var dealer = await DealerAsync(router, "peer");
        await router.DisposeAsync();
        await dealer.DisposeAsync();
        await using var again = RouterSocket.Bind(router.Endpoint, ZmtpLimits.Default, log.Write);
        await using var other = await DealerAsync(again, "peer");
        Assert.Equal(router.Endpoint, again.Endpoint);
    }

    [Fact]
    public async Task A_port_in_use_is_not_shared()
    {
        await using var router = Bind();
        Assert.Throws<SocketException>(() => RouterSocket.Bind(router.Endpoint, ZmtpLimits.Default, log.Write));
    }

    private RouterSocket Bind() => RouterSocket.Bind(Frames.AnyPort, ZmtpLimits.Default, log.Write);

    /// <summary>A peer of which the router has heard.</summary>
    private static async Task<DealerSocket> KnownDealerAsync(RouterSocket router, string identity)
    {
        var dealer = await DealerAsync(router, identity);
        await dealer.SendAsync(Frames.Of("here"), Patience.Token);
        await router.ReceiveAsync();
        return dealer;
    }

    private static Task<DealerSocket> DealerAsync(RouterSocket router, string identity) =>
        DealerSocket.ConnectAsync(router.Endpoint, Frames.Bytes(identity), ZmtpLimits.Default, Patience.Token);

    private static ReadOnlyMemory<byte>[] RandomMessage(Random random)
    {
        int[] sizes = [0, 1, 254, 255, 256, 257, 16_383, 16_384, 16_385, 65_535, 65_536, 65_537, 300_000, 1_000_000];
        var frames = new ReadOnlyMemory<byte>[random.Next(1, 9)];
        for (var i = 0; i < frames.Length; i++)
        {
            var body = new byte[sizes[random.Next(random.Next(1, sizes.Length + 1))]];
            random.NextBytes(body);
            frames[i] = body;
        }
        return frames;
    }

    private static void AssertSame(ReadOnlyMemory<byte>[] expected, IReadOnlyList<ReadOnlyMemory<byte>> actual)
    {
        Assert.Equal(expected.Select(frame => frame.Length), actual.Select(frame => frame.Length));
        for (var i = 0; i < expected.Length; i++) Assert.True(expected[i].Span.SequenceEqual(actual[i].Span));
    }
}
