using System.Net;
using Phm.Jupyter.Zmtp;

namespace Phm.Jupyter.Tests.Zmtp;

/// <summary>What a peer must not do: it loses its connection, the log has one line without a byte of it, and others are served.</summary>
public sealed class MisuseTests
{
    private static readonly ZmtpLimits Small = ZmtpLimits.Default with { FrameBytes = 1000, MessageBytes = 2000, FramesPerMessage = 10, ReceiveBudgetBytes = 8000 };

    private readonly LogLines log = new();

    public static TheoryData<string, byte[]> Handshakes => new()
    {
        { "does not speak ZMTP 3", Wire.Text("GET / HTTP/1.1\r\nHost: secret\r\n\r\n") },
        { "does not speak ZMTP 3", Wire.Join([0xFF], new byte[63]) },
        { "speaks version 1", Wire.Join([0xFF], new byte[8], [0x7F, 1, 4]) },
        { "another security mechanism", Wire.Join(Wire.Greeting[..12], Wire.Text("PLAIN"), new byte[47]) },
        { "another security mechanism", Wire.Join(Wire.Greeting[..12], Wire.Text("NULLsecret"), new byte[42]) },
        { "another security mechanism", Wire.Join(Wire.Greeting[..12], new byte[52]) },
        { "a message before its READY", Wire.Join(Wire.Greeting, Wire.Message("secret")) },
        { "another command than READY", Wire.Join(Wire.Greeting, Wire.CommandFrame("HELLO", Wire.Text("secret"))) },
        { "refused the connection", Wire.Join(Wire.Greeting, Wire.CommandFrame("ERROR", Wire.Text("\u0006secret"))) },
        { "has no name", Wire.Join(Wire.Greeting, Wire.Frame(Wire.Command)) },
        { "has no name", Wire.Join(Wire.Greeting, Wire.Frame(Wire.Command, 0)) },
        { "has no name", Wire.Join(Wire.Greeting, Wire.Frame(Wire.Command, 200, 65)) },
        { "no socket type", Wire.Join(Wire.Greeting, Wire.CommandFrame("READY")) },
        { "no socket type", Wire.Join(Wire.Greeting, Wire.Ready("SECRET")) },
        { "no socket type", Wire.Join(Wire.Greeting, Wire.Ready("dealer")) },
        { "does not talk with a PUB", Wire.Join(Wire.Greeting, Wire.Ready("PUB")) },
        { "does not talk with a REP", Wire.Join(Wire.Greeting, Wire.Ready("REP")) },
        { "ends within a property", Wire.Join(Wire.Greeting, Wire.CommandFrame("READY", 11, 83)) },
        { "ends within a property", Wire.Join(Wire.Greeting, Wire.CommandFrame("READY", 1, 83, 255, 255, 255, 255, 1)) },
        { "255 are allowed", Wire.Join(Wire.Greeting, Wire.Ready("DEALER", new string('x', 256))) },
        { "starts with a zero byte", Wire.Join(Wire.Greeting, Wire.Ready("DEALER", "\0\0\0\0\u0001")) },
        { "a command has 1000000 bytes", Wire.Join(Wire.Greeting, Wire.LongHeader(Wire.Command | Wire.Long, 1_000_000)) },
    };

    public static TheoryData<string, byte[]> Conversations => new()
    {
        { "flags that ZMTP 3.0 does not know", Wire.Frame(8, 1) },
        { "flags that ZMTP 3.0 does not know", Wire.Frame(0x80, 1) },
        { "announces a further frame", Wire.Frame(Wire.Command | Wire.More, 1, 65) },
        { "a frame announces 1001 bytes", Wire.LongHeader(Wire.Long, 1001) },
        { "a frame announces 9223372036854775807 bytes", Wire.LongHeader(Wire.Long, long.MaxValue) },
        { "more than 2^63 bytes", Wire.LongHeader(Wire.Long, ulong.MaxValue) },
        { "more than 2000 bytes", Wire.Join(Wire.Frame(Wire.More, new byte[900]), Wire.Frame(Wire.More, new byte[900]), Wire.LongHeader(Wire.Long, 900)) },
        { "more than 10 frames", Wire.Message([.. Enumerable.Repeat("", 11)]) },
        { "stands within a message", Wire.Join(Wire.Frame(Wire.More, 1), Wire.CommandFrame("SUBSCRIBE", 1)) },
        { "stands within a message", Wire.Join(Wire.Frame(Wire.More, 1), Wire.CommandFrame("ERROR", 0)) },
        { "has no name", Wire.Frame(Wire.Command) },
        { "a command has 8193 bytes", Wire.LongHeader(Wire.Command | Wire.Long, 8193) },
        { "PING has a wrong length", Wire.CommandFrame("PING", 0) },
        { "PING has a wrong length", Wire.CommandFrame("PING", new byte[19]) },
        { "reported an error", Wire.CommandFrame("ERROR", 0) },
    };

    [Theory]
    [MemberData(nameof(Handshakes), DisableDiscoveryEnumeration = true)]
    public async Task A_wrong_handshake_ends_the_connection(string reason, byte[] bytes)
    {
        await using var router = RouterSocket.Bind(Frames.AnyPort, Small, log.Write);
        using var peer = await RawPeer.ConnectAsync(router.Endpoint);
        await peer.SendAsync(bytes);
        await peer.WaitForCloseAsync();
        await AssertServedAndLoggedAsync(router, reason);
    }

    [Theory]
    [MemberData(nameof(Conversations), DisableDiscoveryEnumeration = true)]
    public async Task A_wrong_frame_ends_the_connection(string reason, byte[] bytes)
    {
        await using var router = RouterSocket.Bind(Frames.AnyPort, Small, log.Write);
        using var peer = await RawPeer.ReadyAsync(router.Endpoint, "DEALER", "secret");
        await peer.SendAsync(bytes);
        await peer.WaitForCloseAsync();
        await AssertServedAndLoggedAsync(router, reason);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(64)]
    [InlineData(70)]
    public async Task A_peer_that_leaves_in_its_handshake_is_noted(int bytes)
    {
        await using var router = RouterSocket.Bind(Frames.AnyPort, Small, log.Write);
        using var peer = await RawPeer.ConnectAsync(router.Endpoint);
        await peer.SendAsync(Wire.Join(Wire.Greeting, Wire.Ready("DEALER", "secret"))[..bytes]);
        peer.CloseSending();
        await peer.WaitForCloseAsync();
        await AssertServedAndLoggedAsync(router, "left in the midst");
    }

    [Fact]
    public async Task A_peer_that_leaves_within_a_frame_is_noted()
    {
        await using var router = RouterSocket.Bind(Frames.AnyPort, Small, log.Write);
        using var peer = await RawPeer.ReadyAsync(router.Endpoint, "DEALER", "secret");
        await peer.SendAsync([0, 200], new byte[100]);
        peer.CloseSending();
        await peer.WaitForCloseAsync();
        await AssertServedAndLoggedAsync(router, "left in the midst");
    }

    [Fact]
    public async Task A_peer_that_leaves_within_a_message_is_noted_and_its_half_message_forgotten()
    {
        await using var router = RouterSocket.Bind(Frames.AnyPort, Small, log.Write);
        using var peer = await RawPeer.ReadyAsync(router.Endpoint, "DEALER", "secret");
        await peer.SendAsync(Wire.Frame(Wire.More, 1));
        peer.CloseSending();
        await peer.WaitForCloseAsync();
        await AssertServedAndLoggedAsync(router, "left in the midst");
        Assert.Equal(0, router.Budget.Reserved);
    }

    [Fact]
    public async Task A_peer_that_closed_its_sending_side_still_gets_its_answer_or_a_close_and_no_line_is_written()
    {
        await using var router = RouterSocket.Bind(Frames.AnyPort, Small, log.Write);
        using var peer = await RawPeer.ReadyAsync(router.Endpoint, "DEALER", "half");
        await peer.SendAsync(Wire.Message("question"));
        peer.CloseSending();
        Assert.Equal("question", Frames.Text((await router.ReceiveAsync()).Frames));
        await peer.WaitForCloseAsync();
        Assert.Empty(log.All);
    }

    [Fact]
    public async Task A_peer_that_says_nothing_is_closed_when_the_time_for_the_handshake_is_over()
    {
        await using var router = RouterSocket.Bind(Frames.AnyPort, Small with { HandshakeTimeout = TimeSpan.FromMilliseconds(50) }, log.Write);
        using var silent = await RawPeer.ConnectAsync(router.Endpoint);
        await silent.WaitForCloseAsync();
        Assert.Contains("did not finish its handshake in time", Assert.Single(log.All), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_peer_that_greets_byte_by_byte_is_closed_when_the_time_for_the_handshake_is_over()
    {
        await using var router = RouterSocket.Bind(Frames.AnyPort, Small with { HandshakeTimeout = TimeSpan.FromMilliseconds(50) }, log.Write);
        using var slow = await RawPeer.ConnectAsync(router.Endpoint);
        var closed = slow.WaitForCloseAsync();
        try
        {
            for (var i = 0; !closed.IsCompleted; i++)
            {
                await slow.SendAsync([Wire.Greeting[i % 64 == 0 ? 0 : 1]]);
                await Task.Delay(10, Patience.Token);
                if (i == 8) await closed;
            }
        }
        catch (System.Net.Sockets.SocketException)
        {
            // It was closed while this side was sending.
        }
        await closed;
        Assert.Contains("did not finish its handshake in time", Assert.Single(log.All), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_greeting_may_come_in_two_parts_as_from_libzmq()
    {
        await using var router = RouterSocket.Bind(Frames.AnyPort, Small, log.Write);
        using var peer = await RawPeer.ConnectAsync(router.Endpoint);
        await peer.SendAsync(Wire.Greeting[..10]);
        Assert.Equal(Wire.Greeting, await peer.ReadAsync(64));
        await peer.SendAsync(Wire.Greeting[10..], Wire.Ready("DEALER"), Wire.Message("hello"));
        Assert.Equal("hello", Frames.Text((await router.ReceiveAsync()).Frames));
    }

    [Fact]
    public async Task More_connections_than_allowed_are_refused_and_the_others_stay()
    {
        await using var router = RouterSocket.Bind(Frames.AnyPort, Small with { Connections = 2 }, log.Write);
        using var first = await RawPeer.ReadyAsync(router.Endpoint, "DEALER");
        using var second = await RawPeer.ReadyAsync(router.Endpoint, "DEALER");
        using var third = await RawPeer.ConnectAsync(router.Endpoint);
        await third.WaitForCloseAsync();
        Assert.Contains("2 are open", await log.WaitForAsync("refused"), StringComparison.Ordinal);
        await first.SendAsync(Wire.Message("hello"));
        Assert.Equal("hello", Frames.Text((await router.ReceiveAsync()).Frames));
    }

    [Fact]
    public async Task Peers_that_say_nothing_give_their_place_to_those_that_come_later()
    {
        await using var router = RouterSocket.Bind(Frames.AnyPort, Small with { ConnectionsInHandshake = 1 }, log.Write);
        using var ready = await RawPeer.ReadyAsync(router.Endpoint, "DEALER");
        using var silent = await RawPeer.ConnectAsync(router.Endpoint);
        using var further = await RawPeer.ReadyAsync(router.Endpoint, "DEALER");
        await silent.WaitForCloseAsync();
        Assert.Contains("1 have not finished", await log.WaitForAsync("another came"), StringComparison.Ordinal);
        foreach (var peer in (RawPeer[])[ready, further])
        {
            await peer.SendAsync(Wire.Message("hello"));
            Assert.Equal("hello", Frames.Text((await router.ReceiveAsync()).Frames));
        }
    }

    [Fact]
    public async Task What_all_peers_have_under_way_together_is_bounded()
    {
        await using var router = RouterSocket.Bind(Frames.AnyPort, Small, log.Write);
        var peers = new List<RawPeer>();
        for (var i = 0; i < 12; i++)
        {
            peers.Add(await RawPeer.ReadyAsync(router.Endpoint, "DEALER"));
            await peers[^1].SendAsync(Wire.Frame(Wire.More, new byte[900]));
        }
        await log.WaitForAsync("budget of all peers");
        Assert.InRange(router.Budget.Reserved, 0, 8000);
        peers.ForEach(peer => peer.Dispose());
        await Patience.UntilAsync(() => router.Budget.Reserved == 0);
        await AssertServedAsync(router.Endpoint, router);
    }

    [Fact]
    public async Task A_frame_that_is_only_announced_costs_no_memory()
    {
        await using var router = RouterSocket.Bind(Frames.AnyPort, ZmtpLimits.Default, log.Write);
        var peers = new List<RawPeer>();
        for (var i = 0; i < 32; i++)
        {
            peers.Add(await RawPeer.ReadyAsync(router.Endpoint, "DEALER"));
            await peers[^1].SendAsync(Wire.LongHeader(Wire.Long, 32 << 20));
        }
        await Patience.UntilAsync(() => router.Budget.Reserved > 31 * 64 * 1024);
        Assert.InRange(router.Budget.Reserved, 0, 32 * 65 * 1024);
        peers.ForEach(peer => peer.Dispose());
    }

    [Fact]
    public async Task Too_many_or_too_long_subscriptions_end_the_connection()
    {
        await using var publisher = PublisherSocket.Bind(Frames.AnyPort, Small with { SubscriptionsPerPeer = 3, SubscriptionBytes = 10 }, log.Write);
        using var many = await RawPeer.ReadyAsync(publisher.Endpoint, "SUB");
        await many.SendAsync(Wire.Message("\u0001a"), Wire.Message("\u0001b"), Wire.Message("\u0001c"), Wire.Message("\u0001d"));
        await many.WaitForCloseAsync();
        using var wide = await RawPeer.ReadyAsync(publisher.Endpoint, "SUB");
        await wide.SendAsync(Wire.Message("\u0001secret secret"));
        await wide.WaitForCloseAsync();
        await log.WaitForAsync("more than 3 subscriptions");
        await log.WaitForAsync("more than 10 bytes");
    }

    [Fact]
    public async Task A_PING_is_answered_with_its_context_even_within_a_message_and_unknown_commands_are_ignored()
    {
        await using var router = RouterSocket.Bind(Frames.AnyPort, Small, log.Write);
        using var peer = await RawPeer.ReadyAsync(router.Endpoint, "DEALER");
        await peer.SendAsync(Wire.CommandFrame("NOVELTY", 1, 2, 3), Wire.Frame(Wire.More, 65), Wire.CommandFrame("PING", [0, 10, .. "context"u8]), Wire.Frame(0, 66));
        var (flags, body) = await peer.ReadFrameAsync();
        Assert.Equal(Wire.Command, flags);
        Assert.Equal(Wire.CommandFrame("PONG", Wire.Text("context"))[2..], body);
        Assert.Equal("A|B", Frames.Text((await router.ReceiveAsync()).Frames));
    }

    private async Task AssertServedAndLoggedAsync(RouterSocket router, string reason)
    {
        Assert.Contains(reason, await log.WaitForAsync("a connection was closed"), StringComparison.Ordinal);
        await AssertServedAsync(router.Endpoint, router);
        var line = Assert.Single(log.All);
        Assert.DoesNotContain("secret", line, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\n', line);
    }

    private static async Task AssertServedAsync(IPEndPoint endpoint, RouterSocket router)
    {
        await using var good = await DealerSocket.ConnectAsync(endpoint, Frames.Bytes("good"), ZmtpLimits.Default, Patience.Token);
        await good.SendAsync(Frames.Of("hello"), Patience.Token);
        Assert.Equal("hello", Frames.Text((await router.ReceiveAsync()).Frames));
    }
}
