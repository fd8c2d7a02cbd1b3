using System.Net.Sockets;

namespace Phm.Jupyter.Zmtp;

/// <summary>
/// What waits for one peer to read it. A message goes out on its sender's own thread while the peer keeps up; what the system does not take
/// at once is sent by a thread of the queue, which is started when it is first needed.
/// </summary>
internal sealed class SendQueue(Socket socket, ZmtpLimits limits)
{
    private const int BatchPieces = 64;
    private const long BatchBytes = 256 * 1024;
    private const int StackBytes = 256 * 1024;

    // The part of the room that messages may not fill that are expendable: one in so many.
    private const int ReservedPart = 16;

    // On Windows closing a socket does not reliably end a wait for it, so a wait looks up now and then.
    private static readonly TimeSpan Patience = OperatingSystem.IsWindows() ? TimeSpan.FromMilliseconds(250) : Timeout.InfiniteTimeSpan;

    private readonly object gate = new();
    private readonly Queue<EncodedMessage> pending = new();
    private readonly List<ArraySegment<byte>> batch = [];
    private long pendingBytes;
    private long sentOfFirst;
    private bool isStalled;
    private bool isClosed;
    private bool isDropping;
    private Thread? writer;
    private TaskCompletionSource? progress;

    /// <summary>Sends or queues a message; false where the queue is full or closed.</summary>
    /// <param name="message">The message.</param>
    /// <param name="isExpendable">Whether the last part of the room is kept for others.</param>
    public bool TryAdd(EncodedMessage message, bool isExpendable = false)
    {
        lock (gate)
        {
            if (isClosed || !HasRoomFor(message, isExpendable)) return false;
            pending.Enqueue(message);
            pendingBytes += message.Bytes;
            if (!isStalled) Flush();
            return !isClosed;
        }
    }

    /// <summary>Sends or queues a message, after waiting for room.</summary>
    public async Task AddAsync(EncodedMessage message, CancellationToken cancellationToken)
    {
        while (!TryAdd(message))
        {
            Task change;
            lock (gate)
            {
                if (isClosed) throw new EndOfStreamException("the connection is closed");
                if (HasRoomFor(message)) continue;
                change = NextProgress();
            }
            await change.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Notes that a message had to be dropped; true only for the first since the queue was empty.</summary>
    public bool BeginDropping()
    {
        lock (gate)
        {
            if (isClosed || isDropping) return false;
            return isDropping = true;
        }
    }

    /// <summary>Waits until everything has been handed to the system, or the queue is closed.</summary>
    public async Task DrainAsync()
    {
        while (true)
        {
            Task change;
            lock (gate)
            {
                if (isClosed || pending.Count == 0) return;
                change = NextProgress();
            }
            await change.ConfigureAwait(false);
        }
    }

    /// <summary>Forgets what has not been sent.</summary>
    public void Close()
    {
        lock (gate)
        {
            isClosed = true;
            pending.Clear();
            batch.Clear();
            pendingBytes = 0;
            SignalProgress();
            Monitor.PulseAll(gate);
        }
    }

    private bool HasRoomFor(EncodedMessage message, bool isExpendable = false)
    {
        if (pending.Count == 0) return true;
        var (messages, bytes) = (limits.SendQueueMessages, limits.SendQueueBytes);
        if (isExpendable) (messages, bytes) = (messages - messages / ReservedPart, bytes - bytes / ReservedPart);
        return pending.Count < messages && pendingBytes + message.Bytes <= bytes;
    }

    private void Flush()
    {
        while (pending.Count > 0)
        {
            FillBatch();
            // One piece needs no vector; what was sent counts even where the system then takes no more.
            var sent = batch.Count == 1 ? socket.Send(batch[0], SocketFlags.None, out var error) : socket.Send(batch, SocketFlags.None, out error);
            Advance(sent);
            if (error is SocketError.WouldBlock or SocketError.NoBufferSpaceAvailable)
            {
                Stall();
                return;
            }
            if (error != SocketError.Success)
            {
                Close();
                return;
            }
        }
        isStalled = false;
        isDropping = false;
        SignalProgress();
    }

    private void FillBatch()
    {
        batch.Clear();
        var (skip, bytes) = (sentOfFirst, 0L);
        foreach (var message in pending)
        {
            foreach (var piece in message.Pieces)
            {
                if (skip >= piece.Count)
                {
                    skip -= piece.Count;
                    continue;
                }
                if (batch.Count == BatchPieces) return;
                batch.Add(piece[(int)skip..]);
                bytes += piece.Count - skip;
                skip = 0;
            }
            if (bytes >= BatchBytes) return;
        }
    }

    private void Advance(long sent)
    {
        while (sent > 0)
        {
            var remaining = pending.Peek().Bytes - sentOfFirst;
            if (sent < remaining)
            {
                sentOfFirst += sent;
                return;
            }
            sent -= remaining;
            sentOfFirst = 0;
            pendingBytes -= pending.Dequeue().Bytes;
        }
    }

    private void Stall()
    {
        SignalProgress();
        if (isStalled) return;
        isStalled = true;
        if (writer is not null)
        {
            Monitor.PulseAll(gate);
            return;
        }
        try
        {
            writer = new Thread(Write, StackBytes) { IsBackground = true, Name = "Jupyter sending" };
            writer.UnsafeStart();
        }
        catch (OutOfMemoryException)
        {
            // There is no further thread to be had: this peer cannot be waited for.
            Close();
        }
    }

    private void Write()
    {
        try
        {
            while (true)
            {
                lock (gate)
                {
                    while (!isStalled && !isClosed) Monitor.Wait(gate);
                    if (isClosed) return;
                }
                socket.Poll(Patience, SelectMode.SelectWrite);
                lock (gate)
                {
                    if (isClosed) return;
                    Flush();
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            Close();
        }
    }

    private Task NextProgress() => (progress ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    private void SignalProgress()
    {
        progress?.TrySetResult();
        progress = null;
    }
}
