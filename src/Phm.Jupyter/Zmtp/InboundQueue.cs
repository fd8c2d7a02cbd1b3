using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace Phm.Jupyter.Zmtp;

/// <summary>
/// Received messages that wait to be taken, bounded in number and bytes: a connection's thread waits for room, so its peer is not read
/// further. They are taken as from a channel, or by <see cref="Take"/> without the thread pool.
/// </summary>
internal sealed class InboundQueue<T>(ZmtpLimits limits) : ChannelReader<T>
    where T : class
{
    private readonly Channel<(T Message, long Cost)> channel = Channel.CreateUnbounded<(T, long)>();
    private readonly object gate = new();
    private int count;
    private int held;
    private long added;
    private long bytes;
    private bool isComplete;

    public override Task Completion => channel.Reader.Completion;

    public override bool CanCount => true;

    public override int Count => channel.Reader.Count;

    /// <summary>How many messages have come, those that were taken among them.</summary>
    public long Added
    {
        get
        {
            lock (gate) return added;
        }
    }

    /// <summary>Whether there is no room, so that peers may have sent more than has come.</summary>
    public bool IsFull
    {
        get
        {
            lock (gate) return held > 0 || !HasRoomFor(0);
        }
    }

    /// <summary>Waits for room and adds a message; a completed queue forgets it.</summary>
    public void Add(T message, long cost)
    {
        lock (gate)
        {
            held++;
            while (!isComplete && !HasRoomFor(cost)) Monitor.Wait(gate);
            held--;
            if (isComplete) return;
            count++;
            added++;
            bytes += cost;
            channel.Writer.TryWrite((message, cost));
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Ends the queue: what is in it can still be taken.</summary>
    public void Complete()
    {
        lock (gate)
        {
            isComplete = true;
            channel.Writer.TryComplete();
            Monitor.PulseAll(gate);
        }
    }

    public override bool TryRead([MaybeNullWhen(false)] out T item)
    {
        if (!channel.Reader.TryRead(out var next))
        {
            item = default;
            return false;
        }
        item = next.Message;
        lock (gate)
        {
            count--;
            bytes -= next.Cost;
            Monitor.PulseAll(gate);
        }
        return true;
    }

    public override ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken = default) => channel.Reader.WaitToReadAsync(cancellationToken);

    /// <summary>Waits on the caller's thread for the next message; null when the queue has ended.</summary>
    public T? Take(CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.UnsafeRegister(static state => ((InboundQueue<T>)state!).Wake(), this);
        lock (gate)
        {
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (TryRead(out var message)) return message;
                if (isComplete) return null;
                Monitor.Wait(gate);
            }
        }
    }

    private bool HasRoomFor(long cost) => count == 0 || (count < limits.ReceiveQueueMessages && bytes + cost <= limits.ReceiveQueueBytes);

    private void Wake()
    {
        lock (gate) Monitor.PulseAll(gate);
    }
}
