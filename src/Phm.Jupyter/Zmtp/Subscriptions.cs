namespace Phm.Jupyter.Zmtp;

/// <summary>The prefixes that one subscriber asked for.</summary>
internal sealed class Subscriptions(ZmtpLimits limits)
{
    private readonly HashSet<ReadOnlyMemory<byte>> prefixes = new(ByteComparer.Instance);

    public void Add(ReadOnlyMemory<byte> prefix)
    {
        var (bytes, most) = (limits.SubscriptionBytes, limits.SubscriptionsPerPeer);
        if (prefix.Length > bytes) throw new ZmtpException($"a subscription has more than {bytes} bytes");
        if (prefixes.Count >= most && !prefixes.Contains(prefix)) throw new ZmtpException($"a peer has more than {most} subscriptions");
        // A copy: the frame that the prefix is part of is not kept for it.
        prefixes.Add(prefix.ToArray());
    }

    public void Remove(ReadOnlyMemory<byte> prefix) => prefixes.Remove(prefix);

    public bool Match(ReadOnlySpan<byte> topic)
    {
        foreach (var prefix in prefixes)
        {
            if (topic.StartsWith(prefix.Span)) return true;
        }
        return false;
    }
}
