using System.Net.Sockets;

namespace Phm.Jupyter.Zmtp;

/// <summary>
/// What a peer sends, read on the connection's own thread: a kernel whose thread pool is busy with a cell still hears interrupts and
/// heartbeats. The socket is non-blocking; waiting is done by polling it, with a deadline where there is one.
/// </summary>
internal sealed class SocketInput(Socket socket)
{
    // On Windows closing a socket does not reliably end a wait for it, so a wait looks up now and then.
    private static readonly TimeSpan Patience = OperatingSystem.IsWindows() ? TimeSpan.FromMilliseconds(250) : Timeout.InfiniteTimeSpan;

    private readonly byte[] buffer = new byte[16 * 1024];
    private int start;
    private int end;
    private bool isDrained = true;

    /// <summary>When waiting gives up, in milliseconds since the system started; null where it waits for as long as it takes.</summary>
    public long? Deadline { get; set; }

    /// <summary>The bytes that have arrived and were not taken.</summary>
    public int Buffered => end - start;

    /// <summary>Waits until some bytes are there and shows them, with whatever else has arrived, without taking them.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        if (Buffered < count && start > 0)
        {
            buffer.AsSpan(start, Buffered).CopyTo(buffer);
            (start, end) = (0, Buffered);
        }
        while (Buffered < count) end += Receive(buffer.AsSpan(end));
        return buffer.AsSpan(start, Buffered);
    }

    public void Skip(int count) => start += count;

    /// <summary>Takes exactly as many bytes as there is room for.</summary>
    public void Read(Span<byte> destination)
    {
        var taken = Math.Min(Buffered, destination.Length);
        buffer.AsSpan(start, taken).CopyTo(destination);
        start += taken;
        while (taken < destination.Length) taken += Receive(destination[taken..]);
    }

    private int Receive(Span<byte> destination)
    {
        while (true)
        {
            if (isDrained) Wait();
            var count = socket.Receive(destination, SocketFlags.None, out var error);
            isDrained = error == SocketError.WouldBlock || count < destination.Length;
            if (error == SocketError.WouldBlock) continue;
            if (error != SocketError.Success) throw new SocketException((int)error);
            return count > 0 ? count : throw new EndOfStreamException("the peer left in the midst of its handshake or of a message");
        }
    }

    private void Wait()
    {
        var patience = Patience;
        if (Deadline is { } deadline)
        {
            var remaining = TimeSpan.FromMilliseconds(deadline - Environment.TickCount64);
            if (remaining <= TimeSpan.Zero) throw new ZmtpException("the peer did not finish its handshake in time");
            if (patience == Timeout.InfiniteTimeSpan || remaining < patience) patience = remaining;
        }
        socket.Poll(patience, SelectMode.SelectRead);
    }
}
