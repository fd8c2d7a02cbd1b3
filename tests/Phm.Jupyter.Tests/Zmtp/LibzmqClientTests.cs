using Phm.Jupyter.Zmtp;

namespace Phm.Jupyter.Tests.Zmtp;

/// <summary>Clients of libzmq, as Jupyter's front ends are, with our servers.</summary>
public sealed class LibzmqClientTests
{
    private readonly LogLines log = new();

    [Fact]
    public async Task A_thousand_messages_of_all_sizes_come_back_to_a_DEALER_unchanged()
    {
        await using var router = RouterSocket.Bind(Frames.AnyPort, ZmtpLimits.Default, log.Write);
        using var python = await PythonProgram.StartAsync("""
            import random, sys, zmq
            random.seed(3)
            socket = zmq.Context().socket(zmq.DEALER)
            socket.setsockopt(zmq.IDENTITY, b"python")
            socket.connect(f"tcp://127.0.0.1:{sys.argv[1]}")
            sizes = [0, 1, 30, 255, 256, 1000, 8192, 65536]
            messages = []
            for i in range(1000):
                frames = [random.randbytes(random.choice(sizes)) for _ in range(random.randint(1, 8))]
                if i % 50 == 0: frames[-1] = random.randbytes(1 << 20)
                messages.append([b"%d" % i] + frames)
            for start in range(0, 1000, 20):
                for message in messages[start:start + 20]: socket.send_multipart(message)
                for message in messages[start:start + 20]: assert socket.recv_multipart() == message
            """, router.Endpoint.Port);
        for (var i = 0; i < 1000; i++)
        {
            var message = await python.BringsAsync(router.ReceiveAsync());
            Assert.Equal("python", Frames.Text([message.Identity]));
            Assert.True(router.TrySend(message.Identity, message.Frames));
        }
        await python.EndAsync();
        Assert.Empty(log.All);
    }

    [Fact]
    public async Task A_SUB_gets_what_it_subscribed_to_in_order()
    {
        await using var publisher = PublisherSocket.Bind(Frames.AnyPort, ZmtpLimits.Default, log.Write);
        using var python = await PythonProgram.StartAsync("""
            import sys, zmq
            socket = zmq.Context().socket(zmq.SUB)
            socket.subscribe(b"unwanted")
            socket.subscribe(b"kernel.")
            socket.unsubscribe(b"unwanted")
            socket.connect(f"tcp://127.0.0.1:{sys.argv[1]}")
            while socket.recv_multipart() != [b"kernel.hello"]: pass
            print("here")
            for i in range(1000):
                while True:
                    message = socket.recv_multipart()
                    if message != [b"kernel.hello"]: break
                assert message == [b"kernel.stream", b"%d" % i, b"x" * (i * 37)], i
            """, publisher.Endpoint.Port);
        var here = python.ReadLineAsync();
        for (; !here.IsCompleted; await Task.Delay(5, Patience.Token)) publisher.Publish(Frames.Of("kernel.hello"));
        await here;
        for (var i = 0; i < 1000; i++)
        {
            publisher.Publish(Frames.Of("unwanted", "y"));
            publisher.Publish(Frames.Of("kernel", "y"));
            publisher.Publish(Frames.Of("kernel.stream", $"{i}", new string('x', i * 37)));
        }
        await python.EndAsync();
        Assert.Empty(log.All);
    }

    [Fact]
    public async Task A_REQ_gets_its_heartbeats_back()
    {
        await using var reply = ReplySocket.Bind(Frames.AnyPort, ZmtpLimits.Default, log.Write);
        using var python = await PythonProgram.StartAsync("""
            import sys, zmq
            socket = zmq.Context().socket(zmq.REQ)
            socket.connect(f"tcp://127.0.0.1:{sys.argv[1]}")
            for i in range(1000):
                socket.send_multipart([b"ping", b"%d" % i])
                assert socket.recv_multipart() == [b"ping", b"%d" % i]
            """, reply.Endpoint.Port);
        await python.EndAsync();
        Assert.Empty(log.All);
    }

    [Fact]
    public async Task The_connection_of_a_peer_with_heartbeats_stays_as_it_is()
    {
        await using var router = RouterSocket.Bind(Frames.AnyPort, ZmtpLimits.Default, log.Write);
        using var python = await PythonProgram.StartAsync("""
            import sys, zmq
            from zmq.utils.monitor import recv_monitor_message
            socket = zmq.Context().socket(zmq.DEALER)
            socket.setsockopt(zmq.HEARTBEAT_IVL, 100)
            socket.setsockopt(zmq.HEARTBEAT_TIMEOUT, 1500)
            socket.setsockopt(zmq.HEARTBEAT_TTL, 2000)
            monitor = socket.get_monitor_socket(zmq.EVENT_DISCONNECTED)
            socket.connect(f"tcp://127.0.0.1:{sys.argv[1]}")
            assert monitor.poll(3000) == 0, recv_monitor_message(monitor)
            socket.send_multipart([b"still", b"x" * 1000000, b"here"])
            assert socket.recv_multipart()[::2] == [b"still", b"here"]
            """, router.Endpoint.Port);
        var message = await python.BringsAsync(router.ReceiveAsync());
        Assert.True(router.TrySend(message.Identity, message.Frames));
        await python.EndAsync();
        Assert.Empty(log.All);
    }

    [Fact]
    public async Task A_peer_may_connect_again_with_its_identity_before_and_after_it_closed()
    {
        await using var router = RouterSocket.Bind(Frames.AnyPort, ZmtpLimits.Default, log.Write);
        using var python = await PythonProgram.StartAsync("""
            import sys, zmq
            context = zmq.Context()
            sockets = []
            for i in range(10):
                socket = context.socket(zmq.DEALER)
                socket.setsockopt(zmq.IDENTITY, b"same")
                socket.setsockopt(zmq.RECONNECT_IVL, -1)
                socket.connect(f"tcp://127.0.0.1:{sys.argv[1]}")
                for j in range(2):
                    socket.send_multipart([b"%d" % i, b"%d" % j])
                    assert socket.recv_multipart() == [b"%d" % i, b"%d" % j]
                if i % 2: socket.close()
                else: sockets.append(socket)
            """, router.Endpoint.Port);
        for (var i = 0; i < 20; i++)
        {
            var message = await python.BringsAsync(router.ReceiveAsync());
            Assert.Equal("same", Frames.Text([message.Identity]));
            Assert.True(router.TrySend(message.Identity, message.Frames));
        }
        await python.EndAsync();
        Assert.Empty(log.All);
    }

    [Fact]
    public async Task A_client_finds_a_kernel_that_was_restarted_on_the_same_port()
    {
        var router = RouterSocket.Bind(Frames.AnyPort, ZmtpLimits.Default, log.Write);
        using var python = await PythonProgram.StartAsync("""
            import sys, zmq
            socket = zmq.Context().socket(zmq.DEALER)
            socket.setsockopt(zmq.IDENTITY, b"notebook")
            socket.setsockopt(zmq.RECONNECT_IVL, 20)
            socket.connect(f"tcp://127.0.0.1:{sys.argv[1]}")
            for i in range(5):
                socket.send(b"%d" % i)
                assert socket.recv() == b"%d" % i
                print(i)
                sys.stdin.readline()
            """, router.Endpoint.Port);
        for (var i = 0; i < 5; i++)
        {
            var message = await python.BringsAsync(router.ReceiveAsync());
            Assert.Equal($"{i}", Frames.Text(message.Frames));
            Assert.True(router.TrySend(message.Identity, message.Frames));
            Assert.Equal($"{i}", await python.ReadLineAsync());
            await router.DisposeAsync();
            router = RouterSocket.Bind(router.Endpoint, ZmtpLimits.Default, log.Write);
            await python.WriteLineAsync();
        }
        await python.EndAsync();
        await router.DisposeAsync();
    }
}
