using System.Net;
using System.Net.Sockets;

namespace Phm.Jupyter.Tests.Zmtp;

/// <summary>A peer that sends any bytes at all.</summary>
internal sealed class RawPeer : IDisposable
{
    private readonly Socket socket;

    private RawPeer(Socket socket) => this.socket = socket;

    public static async Task<RawPeer> ConnectAsync(IPEndPoint endpoint)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(endpoint, Patience.Token);
        return new RawPeer(socket);
    }

    /// <summary>A peer that has finished its handshake.</summary>
    public static async Task<RawPeer> ReadyAsync(IPEndPoint endpoint, string socketType, string identity = "")
    {
        var peer = await ConnectAsync(endpoint);
        await peer.SendAsync(Wire.Greeting, Wire.Ready(socketType, identity));
        await peer.ReadAsync(64);
        await peer.ReadFrameAsync();
        return peer;
    }

    public async Task SendAsync(params byte[][] parts)
    {
        var bytes = Wire.Join(parts).AsMemory();
        while (!bytes.IsEmpty) bytes = bytes[await socket.SendAsync(bytes, Patience.Token)..];
    }

    public async Task<byte[]> ReadAsync(int count)
    {
        var bytes = new byte[count];
        for (var read = 0; read < count;)
        {
            var more = await socket.ReceiveAsync(bytes.AsMemory(read), Patience.Token);
            if (more == 0) throw new EndOfStreamException();
            read += more;
        }
        return bytes;
    }

    /// <summary>Reads a frame with a short length: its flags and its body.</summary>
    public async Task<(byte Flags, byte[] Body)> ReadFrameAsync()
    {
        var header = await ReadAsync(2);
        return (header[0], await ReadAsync(header[1]));
    }

    /// <summary>Sends bytes and waits for as many, on the caller's thread and without the thread pool.</summary>
    public byte[] Ask(byte[] request)
    {
        socket.Send(request);
        var answer = new byte[request.Length];
        for (var read = 0; read < answer.Length;) read += socket.Receive(answer.AsSpan(read));
        return answer;
    }

    /// <summary>Waits until the other side closes the connection, whatever it still sends.</summary>
    public async Task WaitForCloseAsync()
    {
        var rest = new byte[4096];
        try
        {
            while (await socket.ReceiveAsync(rest, Patience.Token) > 0)
            {
            }
        }
        catch (SocketException)
        {
            // A reset is a close too.
        }
    }

    /// <summary>Says that nothing more will come, and stays open for what the other side sends.</summary>
    public void CloseSending() => socket.Shutdown(SocketShutdown.Send);

    public void Dispose() => socket.Dispose();
}
