using System.Globalization;
using System.Net;
using Phm.Jupyter.Zmtp;

namespace Phm.Jupyter.Tests.Zmtp;

/// <summary>Our clients with servers of libzmq, as other kernels are.</summary>
public sealed class LibzmqServerTests
{
    [Fact]
    public async Task A_DEALER_gets_a_thousand_messages_back_from_a_ROUTER_with_heartbeats()
    {
        using var python = await PythonProgram.StartAsync("""
            import zmq
            socket = zmq.Context().socket(zmq.ROUTER)
            socket.setsockopt(zmq.HEARTBEAT_IVL, 20)
            socket.setsockopt(zmq.HEARTBEAT_TIMEOUT, 5000)
            print(socket.bind_to_random_port("tcp://127.0.0.1"))
            for i in range(1000):
                message = socket.recv_multipart()
                assert message[:2] == [b"client", b"%d" % i], message[:2]
                socket.send_multipart(message)
            assert socket.recv_multipart() == [b"client", b"bye"]
            """);
        await using var dealer = await DealerSocket.ConnectAsync(await EndpointAsync(python), Frames.Bytes("client"), ZmtpLimits.Default, Patience.Token);
        for (var i = 0; i < 1000; i++)
        {
            ReadOnlyMemory<byte>[] message = [.. Frames.Of($"{i}", "", "x"), new byte[i % 100 == 0 ? 1 << 20 : i * 10]];
            await dealer.SendAsync(message, Patience.Token);
            var reply = await dealer.ReceiveAsync(Patience.Token);
            Assert.Equal(message.Select(frame => frame.Length), reply.Select(frame => frame.Length));
            Assert.True(reply[0].Span.SequenceEqual(message[0].Span));
        }
        await dealer.SendAsync(Frames.Of("bye"), Patience.Token);
        await dealer.DisposeAsync();
        await python.EndAsync();
    }

    [Fact]
    public async Task A_SUB_gets_what_it_subscribed_to_from_a_PUB()
    {
        using var python = await PythonProgram.StartAsync("""
            import time, zmq
            socket = zmq.Context().socket(zmq.XPUB)
            print(socket.bind_to_random_port("tcp://127.0.0.1"))
            assert socket.recv() == b"\x01a"
            assert socket.recv() == b"\x01b"
            for i in range(1000):
                socket.send_multipart([b"c", b"no"])
                socket.send_multipart([b"b", b"%d" % i])
            assert {socket.recv(), socket.recv()} == {b"\x00a", b"\x00b"}
            """);
        await using var subscriber = await SubscriberSocket.ConnectAsync(await EndpointAsync(python), ZmtpLimits.Default, Patience.Token);
        await subscriber.SubscribeAsync(Frames.Bytes("a"), Patience.Token);
        await subscriber.SubscribeAsync(Frames.Bytes("b"), Patience.Token);
        for (var i = 0; i < 1000; i++) Assert.Equal($"b|{i}", Frames.Text(await subscriber.ReceiveAsync(Patience.Token)));
        await subscriber.DisposeAsync();
        await python.EndAsync();
    }

    [Fact]
    public async Task A_REQ_gets_replies_from_a_REP()
    {
        using var python = await PythonProgram.StartAsync("""
            import zmq
            socket = zmq.Context().socket(zmq.REP)
            print(socket.bind_to_random_port("tcp://127.0.0.1"))
            for i in range(100):
                socket.send_multipart([b"reply"] + socket.recv_multipart())
            """);
        await using var request = await RequestSocket.ConnectAsync(await EndpointAsync(python), ZmtpLimits.Default, Patience.Token);
        for (var i = 0; i < 100; i++) Assert.Equal($"reply|{i}|", Frames.Text(await request.RequestAsync(Frames.Of($"{i}", ""), Patience.Token)));
        await python.EndAsync();
    }

    [Fact]
    public async Task A_server_that_is_no_partner_is_told_from_one_that_is()
    {
        using var python = await PythonProgram.StartAsync("""
            import sys, zmq
            socket = zmq.Context().socket(zmq.PUB)
            print(socket.bind_to_random_port("tcp://127.0.0.1"))
            sys.stdin.readline()
            """);
        var endpoint = await EndpointAsync(python);
        await Assert.ThrowsAnyAsync<IOException>(() => DealerSocket.ConnectAsync(endpoint, Frames.Bytes("x"), ZmtpLimits.Default, Patience.Token));
        await python.WriteLineAsync();
        await python.EndAsync();
    }

    private static async Task<IPEndPoint> EndpointAsync(PythonProgram python) =>
        new(IPAddress.Loopback, int.Parse(await python.ReadLineAsync(), CultureInfo.InvariantCulture));
}
