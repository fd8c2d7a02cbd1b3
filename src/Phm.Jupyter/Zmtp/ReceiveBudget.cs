namespace Phm.Jupyter.Zmtp;

/// <summary>The bytes that the peers of one socket may have under way together.</summary>
internal sealed class ReceiveBudget(long limit)
{
    private long reserved;

    public long Reserved => Interlocked.Read(ref reserved);

    public void Reserve(long bytes)
    {
        if (Interlocked.Add(ref reserved, bytes) <= limit) return;
        Release(bytes);
        throw new ZmtpException("messages under way pass the budget of all peers together");
    }

    public void Release(long bytes) => Interlocked.Add(ref reserved, -bytes);
}
