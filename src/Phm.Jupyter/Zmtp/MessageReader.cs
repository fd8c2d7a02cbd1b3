namespace Phm.Jupyter.Zmtp;

/// <summary>Puts messages together from the frames of one peer, within the limits: room is made as bytes arrive, never for what is only announced.</summary>
internal sealed class MessageReader(SocketInput input, ZmtpLimits limits, ReceiveBudget budget)
{
    private const int FirstRoom = 64 * 1024;
    private const int Growth = 4;
    private const int CommandBytes = 8 * 1024;

    // What a frame costs beside its bytes: a message of nothing but empty frames is not free.
    private const int FrameOverhead = 64;

    private readonly List<ReadOnlyMemory<byte>> frames = [];
    private long messageBytes;
    private long reserved;
    private bool isInFrame;

    /// <summary>Whether the peer has said nothing since its last whole message.</summary>
    public bool IsBetweenMessages => frames.Count == 0 && !isInFrame && input.Buffered == 0;

    /// <summary>What the message that was read last counts against limits, in bytes.</summary>
    public long Cost => reserved;

    /// <summary>Waits for the next message.</summary>
    /// <param name="onCommand">Takes a command that stands before or within the message, and whether it stands within.</param>
    /// <returns>At least one frame.</returns>
    public IReadOnlyList<ReadOnlyMemory<byte>> Read(Action<Command, bool> onCommand)
    {
        while (true)
        {
            input.Peek(1);
            isInFrame = true;
            var header = FrameHeader.Read(input);
            if (header.IsCommand)
            {
                onCommand(ReadCommand(header), frames.Count > 0);
                isInFrame = false;
                continue;
            }
            if (frames.Count == limits.FramesPerMessage) throw new ZmtpException($"a message has more than {limits.FramesPerMessage} frames");
            frames.Add(ReadBody(header.Length));
            isInFrame = false;
            if (!header.HasMore) return Finish();
        }
    }

    /// <summary>Waits for a command, as the handshake does.</summary>
    public Command ReadCommand()
    {
        var header = FrameHeader.Read(input);
        if (!header.IsCommand) throw new ZmtpException("the peer sent a message before its READY");
        return ReadCommand(header);
    }

    /// <summary>Gives back what the message or its torn part had reserved.</summary>
    public void Release()
    {
        budget.Release(reserved);
        reserved = 0;
    }

    private ReadOnlyMemory<byte>[] Finish()
    {
        ReadOnlyMemory<byte>[] message = [.. frames];
        frames.Clear();
        messageBytes = 0;
        return message;
    }

    private Command ReadCommand(FrameHeader header)
    {
        if (header.Length > CommandBytes) throw new ZmtpException($"a command has {header.Length} bytes; {CommandBytes} are allowed");
        var body = new byte[header.Length];
        input.Read(body);
        return Command.Parse(body);
    }

    private byte[] ReadBody(long length)
    {
        if (length > limits.FrameBytes) throw new ZmtpException($"a frame announces {length} bytes; {limits.FrameBytes} are allowed");
        messageBytes += length;
        if (messageBytes > limits.MessageBytes) throw new ZmtpException($"a message has more than {limits.MessageBytes} bytes");
        Reserve(FrameOverhead);
        if (length == 0) return [];
        var body = Room(Math.Min(length, FirstRoom));
        input.Read(body);
        while (body.Length < length)
        {
            var (arrived, more) = (body, Math.Min(length, (long)body.Length * Growth) - body.Length);
            body = Room(arrived.Length + more, more);
            arrived.CopyTo(body, 0);
            input.Read(body.AsSpan(arrived.Length));
        }
        return body;
    }

    private byte[] Room(long bytes, long? further = null)
    {
        Reserve(further ?? bytes);
        return GC.AllocateUninitializedArray<byte>((int)bytes);
    }

    private void Reserve(long bytes)
    {
        budget.Reserve(bytes);
        reserved += bytes;
    }
}
